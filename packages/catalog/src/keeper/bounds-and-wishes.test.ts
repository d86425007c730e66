import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createListener } from '../hear/listener.ts';
import { closedIn } from './closed.ts';
import { declinedIn } from './refusals.ts';
import { roleIn } from './role.ts';

const listen = createListener(builtinCatalog());
const closed = (text: string) => closedIn(text, listen(text, {}), listen)?.kind;

describe('what sounds like something else', () => {
  it.each([
    'It should be at least 9 days.',
    'at most 2,200 m of ascent',
    'I want at least 4,000 m of ascent',
    'a maximum of €500',
    'minimum 5 days',
  ])('hears a bound in “%s”, no superlative', (text) => {
    expect(closed(text)).toBeUndefined();
  });

  it.each(['the most expensive one', 'Which one has the least ascent?', 'the cheapest', 'the longest trip'])(
    'hears the superlative in “%s”',
    (text) => {
      expect(closed(text)).toBe('most');
    },
  );

  it.each(["I'd rather not have it guided.", "I'd prefer not to go in July", 'rather not in winter'])(
    'hears a wish in “%s”, no refusal',
    (text) => {
      expect(declinedIn(text)).toBeUndefined();
    },
  );

  it.each([
    "I'd rather not say.",
    "I'd rather not.",
    "I'd prefer not to tell you that",
    'rather not now',
    "I'd rather not, thank you",
  ])('hears the refusal in “%s”', (text) => {
    expect(declinedIn(text)?.tells).toBe(true);
  });

  it('hears a wish in “it should be guided”, and a role in “be our guide”', () => {
    expect(roleIn('It should be guided.')).toBeUndefined();
    expect(roleIn('Be our guide Maren.')).toEqual({ name: 'Maren', trade: 'guide' });
  });
});
