import { describe, expect, it } from 'vitest';
import { type NextToken, scoreNextToken } from './next-token.ts';

/** Counts pairs of tokens in texts: a predictor that anybody can check by hand. */
function bigrams(name: string, texts: readonly (readonly number[])[]): NextToken {
  const counts = new Map<number | undefined, Map<number, number>>();
  for (const text of texts) {
    text.forEach((token, i) => {
      const after = counts.get(text[i - 1]) ?? new Map<number, number>();
      counts.set(text[i - 1], after.set(token, (after.get(token) ?? 0) + 1));
    });
  }
  return {
    name,
    async next(context) {
      const after = [...(counts.get(context.at(-1)) ?? [])];
      const total = after.reduce((sum, [, count]) => sum + count, 0);
      const chances = new Map(after.map(([token, count]) => [token, count / total]));
      return {
        likeliest: after.reduce((most, one) => (one[1] > most[1] ? one : most), [-1, 0])[0],
        chance: (token) => chances.get(token) ?? 0,
        entropy: [...chances.values()].reduce((sum, chance) => sum - chance * Math.log(chance), 0),
      };
    },
  };
}

// After 0 always 1; after 1 one of five, 2 oftenest; after 2 … 6 always 0. Every text begins with 0.
const TEXTS = [
  [0, 1, 2, 0, 1, 3],
  [0, 1, 2, 0, 1, 4],
  [0, 1, 5, 0, 1, 6],
];

describe('scoreNextToken', () => {
  const model = bigrams('bigrams', TEXTS);

  it('counts only where the proxy is unsure, and more so for harder splits', async () => {
    const figures = await scoreNextToken(TEXTS, model, model);
    // Six places after a 1: 2 twice, four others once. Entropy −(1/3 ln 1/3 + 4/6 ln 1/6) = 1.561 nats.
    expect(figures.hard.n).toBe(6);
    expect(figures.easy.n).toBe(6);
    expect(figures.hard.accuracy).toBeCloseTo(2 / 6);
    expect(figures.hard.bits).toBeCloseTo((2 * Math.log2(3) + 4 * Math.log2(6)) / 6);
  });

  it('nests the splits', async () => {
    const proxy: NextToken = {
      name: 'by length',
      next: async (context) => ({ likeliest: 0, chance: () => 1, entropy: 0.4 * context.length }),
    };
    const { easy, medium, hard } = await scoreNextToken(TEXTS, model, proxy);
    // Entropies 0, .4, .8, 1.2, 1.6, 2 in each of three texts.
    expect([easy.n, medium.n, hard.n]).toEqual([12, 9, 6]);
  });

  it('tells a predictor that knows more from one that knows less', async () => {
    const knowing: NextToken = {
      name: 'reads the text',
      next: async (context) => {
        const text = TEXTS.find((one) => context.every((token, i) => one[i] === token)) ?? TEXTS[0];
        const token = text[context.length];
        return { likeliest: token, chance: (other) => (other === token ? 0.9 : 0.02), entropy: 0.5 };
      },
    };
    const [plain, better] = [await scoreNextToken(TEXTS, model, model), await scoreNextToken(TEXTS, knowing, model)];
    expect(better.hard.accuracy).toBeGreaterThan(plain.hard.accuracy);
    expect(better.hard.bits).toBeLessThan(plain.hard.bits);
  });

  it('has no figure without places, and bounds the cost of a sure mistake', async () => {
    const sure: NextToken = {
      name: 'sure',
      next: async () => ({ likeliest: 9, chance: (token) => (token === 9 ? 1 : 0), entropy: 0 }),
    };
    expect((await scoreNextToken(TEXTS, sure, sure)).easy).toEqual({ accuracy: Number.NaN, bits: Number.NaN, n: 0 });
    expect((await scoreNextToken(TEXTS, sure, model)).hard).toMatchObject({ accuracy: 0, bits: -Math.log2(1e-6) });
  });
});
