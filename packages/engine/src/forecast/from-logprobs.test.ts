import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityFromLogprobs } from './from-logprobs.ts';

const list = (shares: Record<string, number>): { token: string; logprob: number }[] =>
  Object.entries(shares).map(([token, share]) => ({ token, logprob: Math.log(share) }));

describe('a probability from log-probabilities', () => {
  it('is P(yes) among yes and no, over all their spellings', () => {
    const found = probabilityFromLogprobs(
      list({ Yes: 0.4, ' yes': 0.1, '▁YES': 0.1, No: 0.15, Ġno: 0.05, Maybe: 0.1 }),
    )!;
    expect(found.probability).toBeCloseTo(0.75);
    expect(found.mass).toBeCloseTo(0.8);
  });

  it('gives a side that is not listed no more than is left for it', () => {
    // 0.02 is left over, and whatever is not listed is at most as likely as the last that is.
    expect(probabilityFromLogprobs(list({ Yes: 0.9, Well: 0.05, It: 0.03 }))!.probability).toBeCloseTo(0.9 / 0.91);
    expect(probabilityFromLogprobs(list({ no: 0.6, It: 0.01 }))!.probability).toBeCloseTo(0.005 / 0.605);
    expect(probabilityFromLogprobs([{ token: 'Yes', logprob: 0 }])!.probability).toBe(1);
  });

  it('has nothing to say when neither is listed', () => {
    expect(probabilityFromLogprobs(list({ The: 0.9, Nobody: 0.1 }))).toBeUndefined();
    expect(probabilityFromLogprobs([])).toBeUndefined();
    expect(probabilityFromLogprobs([{ token: 'yes', logprob: Number.NEGATIVE_INFINITY }])).toBeUndefined();
  });

  it('takes other words', () => {
    const words = { yes: ['ja'], no: ['nein'] };
    expect(probabilityFromLogprobs(list({ Ja: 0.2, Nein: 0.6, yes: 0.2 }), words)!.probability).toBeCloseTo(0.25);
  });

  it('stays between 0 and 1, however unlikely the tokens', () => {
    const logprob = fc.double({ min: -5000, max: 0, noNaN: true });
    const token = fc.constantFrom('Yes', 'no', 'No', ' yes', 'the', '');
    fc.assert(
      fc.property(fc.array(fc.record({ token, logprob }), { maxLength: 8 }), (alternatives) => {
        const found = probabilityFromLogprobs(alternatives);
        if (!found) return;
        expect(found.probability >= 0 && found.probability <= 1).toBe(true);
        expect(found.mass >= 0 && found.mass <= 1).toBe(true);
      }),
    );
    const unlikely = [
      { token: 'yes', logprob: -2000 },
      { token: 'no', logprob: -2000 - Math.log(3) },
    ];
    expect(probabilityFromLogprobs(unlikely)!.probability).toBeCloseTo(0.75);
  });
});
