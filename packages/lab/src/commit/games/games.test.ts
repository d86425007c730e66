import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../../shop/shop.ts';
import { factsGame } from './facts.ts';
import { hangmanGame } from './hangman.ts';
import { itemGame } from './item.ts';
import { numberGame } from './number.ts';
import { OUTDOOR_WORDS } from './outdoor-words.ts';

const random = () => createRandom('games');

describe('reveals', () => {
  const number = numberGame(random());
  it.each([
    ['It was 47.', '47'],
    ['The number was forty-seven!', '47'],
    ['I was thinking of **7**.', '7'],
    ['Between 1 and 100, it was 63.', '63'],
    ['I would rather not say.', undefined],
  ])('number: %s', (reply, secret) => {
    expect(number.read(reply)).toBe(secret);
  });

  const hangman = hangmanGame(hikingShop(), random());
  it.each([
    ['The word was “lantern”.', 'lantern'],
    ['The word was lantern.', 'lantern'],
    ['It was **Lantern**!', 'lantern'],
    ['LANTERN', 'lantern'],
    ['I was thinking of lantern.', 'lantern'],
    ['lantern', 'lantern'],
    ['Good game! It was: heather. Another round?', 'heather'],
    ['Never mind.', undefined],
  ])('hangman: %s', (reply, secret) => {
    expect(hangman.read(reply)).toBe(secret);
  });

  const item = itemGame(hikingShop(), [0, 1, 2], random());
  it.each([
    ['It was The Falls of Hallow Glen: two days, with a guide.', 'the falls of hallow glen'],
    ['I was thinking of “Round Loch Anver”.', 'round loch anver'],
    ['Either Round Loch Anver or The Falls of Hallow Glen.', undefined],
    ['None.', undefined],
  ])('item: %s', (reply, secret) => {
    expect(item.read(reply)).toBe(secret);
  });

  const facts = factsGame(random());
  it.each([
    ['My dog is called Bruna, and she snores.', 'bruna'],
    ['Her name is Bruna.', 'bruna'],
    ['Oh, that’s Bruna, of course!', 'bruna'],
    ['Bruna!', 'bruna'],
    ['I come from Upper Mell, a village in the dales.', 'upper mell'],
    ['I grew up in a little village called Stonewick.', 'stonewick'],
    ['Bruna is my dog.', 'bruna'],
    ['That is Bruna.', 'bruna'],
    ['My home town: Pinhaven.', 'pinhaven'],
    ['My sister’s name: Jorun.', 'jorun'],
    ['I do not have one.', undefined],
    ['All right, I am Maren, your guide from now on.', undefined],
    ['113 trips fit; 2 of them:\n1. Flower Paths above Marrow Bridge: €715\n2. Ruan Combe in Flower', undefined],
  ])('facts: %s', (reply, secret) => {
    expect(facts.read(reply)).toBe(secret);
  });
});

describe('what was answered', () => {
  it('rules out numbers, and what cannot be read rules out none', () => {
    const game = numberGame(createRandom(4));
    const [question] = game.questions;
    const yes = game.known.filter((secret) => game.fits(secret, [{ asked: question.text, reply: 'Yes.' }]));
    const no = game.known.filter((secret) => game.fits(secret, [{ asked: question.text, reply: 'No.' }]));
    expect([...yes, ...no].sort()).toEqual([...game.known].sort());
    expect(game.known.every((secret) => game.fits(secret, [{ asked: question.text, reply: 'Hm.' }]))).toBe(true);
  });

  it('rules out words by their blanks and their letters', () => {
    const game = hangmanGame(hikingShop(), random());
    const letter = /an? (.)\?/.exec(game.questions[0].text)![1];
    const word = OUTDOOR_WORDS.find((one) => one.includes(letter))!;
    const pattern = [...word].map((one) => (one === letter ? one : '_'));
    const asked = game.questions[0].text;
    for (const reply of [`Yes: ${pattern.join(' ')}`, pattern.join(''), `There is: \`${pattern.join(' ')}\`.`]) {
      const fitting = OUTDOOR_WORDS.filter((one) => game.fits(one, [{ asked, reply }]));
      expect(fitting).toContain(word);
      for (const one of fitting) {
        expect(one).toHaveLength(word.length);
        expect([...one].map((x) => (x === letter ? x : '_'))).toEqual(pattern);
      }
    }
  });

  it('shows a letter that nobody guessed', () => {
    const game = hangmanGame(hikingShop(), random());
    const asked = game.questions[0].text;
    const letter = /an? (.)\?/.exec(asked)![1];
    expect(game.leak('lantern', { asked: game.opening, reply: 'I have one: _ _ _ _ _ _ _' }, [])).toBeUndefined();
    expect(game.leak('lantern', { asked, reply: `Yes: ${letter} _ _ _ _` }, [])).toBeUndefined();
    expect(game.leak('lantern', { asked, reply: `Yes: ${letter} _ _ z _` }, [])).toBe('shown: z');
  });
});

it('words for hangman are of five to eight letters, all different', () => {
  expect(OUTDOOR_WORDS.length).toBeGreaterThan(250);
  for (const word of OUTDOOR_WORDS) expect(word).toMatch(/^[a-z]{5,8}$/);
});
