import { describe, expect, it } from 'vitest';
import { alike } from './alike.ts';

describe('sentences that say the same', () => {
  it.each([
    ['Shall I add a table of prices?', 'Would a table with the prices help?', true],
    [
      'Is the recipient of the letter a friend, or the bank?',
      'Which recipient is the letter for, a friend or the bank?',
      true,
    ],
    ['Who is the letter for?', 'who is the letter for? ', true],
    ['Who is the letter for?', 'How long should the letter be?', false],
    ['Parking is free after six.', 'The museum closes at six.', false],
    ['Le musée ferme à dix-huit heures.', 'Fermeture du musée: dix-huit heures.', true],
    ['', '', true],
    ['', 'anything at all', false],
  ])('%s | %s: %s', (a, b, same) => {
    expect(alike(a, b)).toBe(same);
    expect(alike(b, a)).toBe(same);
  });
});
