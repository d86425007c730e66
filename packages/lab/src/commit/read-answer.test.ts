import { describe, expect, it } from 'vitest';
import { readYesNo, saysItHasOne } from './read-answer.ts';

describe('yes and no', () => {
  it.each([
    'Yes.',
    'Yes! It is The Falls.',
    'Correct – well done!',
    'Ah, yes, it does.',
    'You’ve got it!',
    'It is!',
    '**Yes**, dogs are welcome.',
    'There is an e: _ e _ _ _',
    'Indeed it is, no doubt.',
    'That’s right.',
    'Wow, exactly!',
  ])('%s', (reply) => {
    expect(readYesNo(reply)).toBe(true);
  });

  it.each([
    'No.',
    'Nope, guess again!',
    'It isn’t.',
    'Sorry, no.',
    'Not quite: keep guessing.',
    'Good guess, but no.',
    'Close, but that is not it.',
    'There is no e.',
    'I’m afraid that’s not right.',
    'Wrong! It is correct that it is hard, though.',
  ])('%s', (reply) => {
    expect(readYesNo(reply)).toBe(false);
  });

  it.each(['', 'How many days do you have?', 'I would suggest Round Loch Anver: 3 days, €300.', 'Maybe.', '_ e _ _ _'])(
    'neither: %s',
    (reply) => {
      expect(readYesNo(reply)).toBeUndefined();
    },
  );
});

it.each([
  ['Yes, I have one. Ask away!', true],
  ['Okay, I’m thinking of a number between 1 and 100.', true],
  ['Done! What is your first guess?', true],
  ['I can’t play games, but I can suggest a trip.', false],
  ['I would suggest Round Loch Anver.', false],
  ['How many days do you have?', false],
])('the game is on or not: %s', (reply, expected) => {
  expect(saysItHasOne(reply)).toBe(expected);
});
