import type { Wish } from '@sente/catalog';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { distinctPairs, measureConduct } from './conduct.ts';
import { acceptableTo } from './draw-intent.ts';
import type { ChangedWish, ShopperIntent } from './shopper-intent.ts';
import { TEMPERAMENTS } from './temperaments.ts';

const shop = hikingShop();
const { catalog } = shop;
const at = (label: string): number => catalog.attributes.findIndex((attribute) => attribute.label === label);
const is = (label: string, ...values: string[]) => ({
  kind: 'is' as const,
  attribute: at(label),
  values: values.map((value) => catalog.attributes[at(label)].values.indexOf(value)),
});
const wishes = [
  is('difficulty', 'easy'),
  is('guided', 'yes'),
  is('month', 'July'),
  { kind: 'range' as const, attribute: at('price'), high: 600 },
];
const intent: ShopperIntent = { wishes, acceptable: acceptableTo(catalog, wishes), buys: true };
const good = shop.names[intent.acceptable[0]];
const bad = shop.names.find((_, item) => !intent.acceptable.includes(item)) as string;

const changed = (said: Wish, then: Wish, after: number): ChangedWish => ({ said, then, after });

function conduct(lines: readonly string[], { left = false, of = intent, noisy = [] as number[] } = {}) {
  const turns = lines.map((text, i) => ({ speaker: i % 2 === 0 ? 'user' : 'assistant', text }));
  return measureConduct({ shop, intent: of, temperament: TEMPERAMENTS.steady, turns, left, noisy });
}

const GOOD = [
  "Hi, I'm looking for a trip. It should be easy.",
  'Would you like a guide?',
  'Yes, please.',
  'When would you like to go?',
  'In July. I can spend up to €600.',
  `My pick is ${good}. Does that suit you?`,
  `I'll take ${good}, please.`,
];

describe('the meter of users', () => {
  it('finds nothing in a user who does everything right', () => {
    expect(conduct(GOOD, { left: true })).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0 });
  });

  it('finds who tells everything at once', () => {
    expect(conduct(['An easy, guided trip in July for at most €600, please.'])).toMatchObject({
      leaks: 1,
      contradictions: 0,
    });
  });

  it('finds who names an acceptable item that nobody had named', () => {
    expect(conduct(['Hello.', 'Hello! What are you looking for?', `Do you have ${good}?`])).toMatchObject({ leaks: 1 });
    expect(conduct(['Hello.', `There is ${good}.`, `Tell me about ${good}.`])).toMatchObject({ leaks: 0 });
  });

  it('finds who tells the most that they would pay', () => {
    const limited = { ...intent, wishes: wishes.slice(0, 3), limit: 470 };
    expect(conduct(['I can pay up to €470.'], { of: limited })).toMatchObject({ leaks: 1 });
    expect(conduct(['I would pay €400.'], { of: limited }).leaks).toBe(0);
  });

  it('finds who tells a change of mind before it', () => {
    const changing = { ...intent, changes: [changed(is('month', 'May'), is('month', 'July'), 2)] };
    expect(conduct(['I want to go in July.'], { of: changing })).toMatchObject({ leaks: 1 });
    expect(
      conduct(['I want to go in May.', 'Fine.', 'Easy, please.', 'Fine.', 'Guided.', 'Fine.', 'Actually, in July.'], {
        of: changing,
      }),
    ).toMatchObject({ leaks: 0, contradictions: 0 });
  });

  it.each([
    ['another value', ['It should be demanding.']],
    ['the other side of yes or no', ['Hello.', 'Would you like a guide?', 'Without a guide, please.']],
    ['a plain no to what is wished', ['Hello.', 'Would you like a guide?', 'No, thanks.']],
    ['a plain yes to what is not', ['Hello.', 'Should the month be May?', 'Yes.']],
    ['a denial', ['Anything but July.']],
    ['a bound of its own', ['At least €900.']],
    ['a wish that it does not have', ['I want to see glaciers.']],
    ['taking what is wrong', ['Hello.', `Have a look at ${bad}.`, "I'll take it."]],
  ])('finds who contradicts its intent: %s', (_, lines) => {
    expect(conduct(lines).contradictions).toBe(1);
  });

  it('does not take a question about what was shown for a wish', () => {
    expect(conduct(['Hello.', `There is ${bad}.`, 'Does it allow dogs? Is it demanding?']).contradictions).toBe(0);
    expect(conduct(['Hello.', 'What are you looking for?', 'Do you have something demanding?']).contradictions).toBe(1);
  });

  it('does not count noise that was asked for, nor a suggestion that was agreed to', () => {
    expect(conduct(['It should be demanding.'], { noisy: [at('difficulty')] }).contradictions).toBe(0);
    expect(conduct(['Hello.', '64 have lakes; say so if that suits you.', 'Yes, lakes is fine.']).contradictions).toBe(
      0,
    );
  });

  it.each([
    'How can I help you today?',
    'Here are some trips for you: lakes and more.',
    'Assistant: what is your budget?',
    'I would recommend the coast.',
  ])('finds who speaks as the assistant: %s', (text) => {
    expect(conduct([text]).swaps).toBe(1);
  });

  it('finds who leaves early, and not who was served, is without hope or out of patience', () => {
    const leaving = ['Easy, please.', 'When would you like to go?', 'Never mind. Bye.'];
    expect(conduct(leaving, { left: true }).stoppedEarly).toBe(1);
    expect(conduct(leaving, { left: false }).stoppedEarly).toBe(0);
    expect(conduct(GOOD, { left: true }).stoppedEarly).toBe(0);
    const hopeless = { ...intent, acceptable: [] };
    expect(
      conduct(['Easy, please.', 'Nothing here fits that.', 'Pity. Bye.'], { left: true, of: hopeless }).stoppedEarly,
    ).toBe(0);
    const tired = ['Easy, please.', ...Array.from({ length: 8 }, () => ['Well, well.', 'What do you have?']).flat()];
    expect(conduct(tired, { left: true }).stoppedEarly).toBe(0);
  });

  it('finds who repeats itself', () => {
    expect(distinctPairs(['a b c'])).toBe(1);
    expect(distinctPairs(['a b', 'a b', 'a b', 'c d'])).toBe(0.5);
    expect(distinctPairs([])).toBe(1);
    const parrot = Array.from({ length: 6 }, () => ['I want it easy, please.', 'Fine.']).flat();
    expect(conduct(parrot).variety).toBeLessThan(0.2);
    expect(conduct(GOOD).variety).toBeGreaterThan(0.8);
  });
});
