import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearPrice } from './hear-offer.ts';

const ACTIVE = { list: 525, ask: 500, active: true };
const QUIET = { list: 525, ask: 525, active: false };

describe('what is said about a price', () => {
  it.each([
    ['Would you do 400?', 400, false],
    ['How about €420?', 420, false],
    ['I can pay four hundred at most.', 400, true],
    ['450 and that is my final offer', 450, true],
    ['500 is too much, I can do 450', 450, false],
    ['fine, 450 then', 450, false],
    ['yes but only for 400', 400, false],
    ['10% off?', 450, false],
    ['€50 off?', 450, false],
    ['knock 30 off', 470, false],
  ])('hears the offer in “%s”', (text, price, final) => {
    expect(hearPrice(text, ACTIVE)).toEqual({ kind: 'offer', price, final });
  });

  it.each(['Deal.', 'ok', 'that is fair', 'I accept', 'yes, I take it', '500'])('hears a yes in “%s”', (text) => {
    expect(hearPrice(text, ACTIVE)).toEqual({ kind: 'accept' });
  });

  it.each(['Sure, and is it guided?', 'great, but too much', 'okay, what about the dogs?', 'yes, if it is guided'])(
    'hears no agreement in “%s”',
    (text) => {
      expect(hearPrice(text, ACTIVE)?.kind).not.toBe('accept');
    },
  );

  it.each([
    ['too expensive', 'less'],
    ['could it be a bit less?', 'less'],
    ['what is your lowest price?', 'lowest'],
    ['How low can you go?', 'lowest'],
    ['No deal.', 'leave'],
    ['I will look elsewhere', 'leave'],
  ])('hears “%s” as %s', (text, kind) => {
    expect(hearPrice(text, ACTIVE)?.kind).toBe(kind);
  });

  it.each([
    '5 days',
    'ok',
    'deal',
    'under 400',
    'for 2 people',
    'does it have lakes?',
    'less ascent',
    'lower difficulty',
  ])('hears no haggling in “%s” before there is any', (text) => {
    expect(hearPrice(text, QUIET)).toBeUndefined();
  });

  it('takes a mere figure for an offer only where one item is talked about', () => {
    expect(hearPrice('420', QUIET)).toBeUndefined();
    expect(hearPrice('420', { ...QUIET, focused: true })).toMatchObject({ kind: 'offer', price: 420 });
  });

  it('hears no offer at or above what is asked, whatever is said', () => {
    const property = fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 2000 }), (words, figure) => {
      const heard = hearPrice(`${words} ${figure}`, ACTIVE);
      if (heard?.kind === 'offer') expect(heard.price).toBeLessThan(ACTIVE.ask);
    });
    fc.assert(property, { numRuns: 300, seed: 11 });
  });
});
