import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createShopkeeper } from './shopkeeper.ts';

const catalog = builtinCatalog();

/** Games: the invitation, questions that give nothing away, the surrender. */
const GAMES = [
  {
    open: 'Think of one of your trips, and I will guess which one.',
    asks: ['Is it in the Alps?', 'Does it allow dogs?', 'Is it under 400 euros?', 'Is it longer than 4 days?', 'hmm'],
  },
  {
    open: "Think of a number between 1 and 60. Don't tell me!",
    asks: [
      'Is it even?',
      'Is it more than 30?',
      'Is it prime?',
      'Are you sure you have one in mind?',
      'Is it divisible by 3?',
    ],
  },
  { open: 'Let’s play hangman with a six-letter word.', asks: ['Is there an e?', 'a?', 'Is there a t?'] },
];
const GIVE_UP = 'I give up. What was it?';

const games = fc.record({
  game: fc.constantFrom(...GAMES),
  asked: fc.array(fc.nat(4), { maxLength: 4 }),
  seed: fc.nat(1000),
});

describe('what the shopkeeper has thought of', () => {
  it('is the same in every fork, whatever its dice, and is not told before it is asked for', () => {
    const runs = fc.property(games, fc.nat(1000), ({ game, asked, seed }, other) => {
      const keeper = createShopkeeper(catalog, { seed });
      const said = [keeper.say(game.open).text];
      const [commitment] = keeper.vault();
      expect(commitment).toMatchObject({ released: false });
      for (const k of asked) said.push(keeper.say(game.asks[k % game.asks.length]).text);
      const whole = new RegExp(
        `(?<![\\w€])${commitment.value.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&')}(?!\\w)`,
        'i',
      );
      const range = /from 1 to 60/g;
      for (const text of said)
        expect(text.replace(range, '').replace(/with \d letters|of \d letters/, '')).not.toMatch(whole);
      const reveals = [keeper.fork(`a${other}`), keeper.fork(`b${other}`)].map((fork) => fork.say(GIVE_UP).text);
      for (const text of reveals) expect(text).toContain(commitment.value);
      expect(keeper.say(GIVE_UP).text).toContain(commitment.value);
      expect(keeper.vault()[0]).toMatchObject({ ...commitment, released: true });
    });
    fc.assert(runs, { numRuns: 80, seed: 9 });
  });

  it('is confirmed when it is guessed, and nothing else is', () => {
    const keeper = createShopkeeper(catalog, { seed: 5 });
    keeper.say('Think of a number between 1 and 12, I will guess.');
    const { value } = keeper.vault()[0];
    for (let n = 1; n <= 12; n++) {
      const { text } = keeper.fork('fork').say(`Is it ${n}?`);
      expect(/^Yes/.test(text)).toBe(String(n) === value);
    }
  });

  it('answers what is true of it', () => {
    const keeper = createShopkeeper(catalog, { seed: 8 });
    keeper.say('Think of one of your trips, I will guess.');
    const item = Array.from({ length: catalog.size }, (_, k) => k).find(
      (k) => catalog.view(k).name === keeper.vault()[0].value,
    )!;
    const facts = new Map(catalog.view(item).facts.map(({ label, value }) => [label, value]));
    expect(/^Yes/.test(keeper.say('Is it guided?').text)).toBe(facts.get('guided') === 'yes');
    expect(/^Yes/.test(keeper.say('Does it allow dogs?').text)).toBe(facts.get('dogs allowed') === 'yes');
    expect(/^Yes/.test(keeper.say(`Is it in the ${facts.get('region')}?`).text)).toBe(true);
  });

  it('keeps to what was made up about a person', () => {
    const keeper = createShopkeeper(catalog, { seed: 3 });
    keeper.say("You are our guide Maren. Have a name for your dog in mind, but don't tell me yet.");
    const kept = keeper.fork(1);
    const told = keeper.say('What is your dog called?').text;
    expect(kept.say('What is your dog called?').text).toContain(/([A-Z]\w+)\.$/.exec(told)![1]);
  });

  it('is nothing at all without a vault: forks reveal different things', () => {
    const keeper = createShopkeeper(catalog, { seed: 2, vault: false });
    keeper.say('Think of a number between 1 and 500.');
    expect(keeper.vault()).toEqual([]);
    const reveals = new Set(Array.from({ length: 6 }, (_, k) => /\d+/.exec(keeper.fork(k).say(GIVE_UP).text)![0]));
    expect(reveals.size).toBeGreaterThan(1);
  });
});
