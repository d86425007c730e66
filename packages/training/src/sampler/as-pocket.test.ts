import { createRandom } from '@sente/engine';
import { createPocketModel, special } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { expect, it } from 'vitest';
import { createSampler, type Reply, type Row } from './sampler.ts';

const { card, weights } = tinyCheckpoint();
const stop = special('<end>');

it('gives the chances that the pocket model gives in plain TypeScript, and says the same', async () => {
  const sampler = await createSampler({ shape: card.shape, slots: 4 }, weights);
  const model = createPocketModel(card.shape, weights);
  const random = createRandom('texts');
  const texts = Array.from({ length: 6 }, (_, at) =>
    Array.from({ length: 2 + 9 * at }, () => random.integer(card.shape.vocabulary)),
  );
  const heard: Reply[] = [];
  const rows = texts.map((tokens, at): Row => {
    let given = false;
    return {
      random: random.split(at),
      next: () => {
        if (given) return undefined;
        given = true;
        return tokens;
      },
      heard: (reply) => {
        heard[at] = reply;
      },
    };
  });
  await sampler.sample(rows, { temperature: 0, stop, limit: 12 });
  await sampler.close();
  for (const [at, tokens] of texts.entries()) {
    const expected = model.begin().read(tokens);
    const { first, tokens: said } = heard[at];
    for (const [token, one] of expected.entries()) expect(Math.abs(first[token] - one)).toBeLessThan(1e-4);
    const reply = model.reply(tokens, { temperature: 0, random, stop, limit: 12 });
    expect(reply.finished ? [...reply.tokens, stop] : reply.tokens).toEqual(said);
  }
});
