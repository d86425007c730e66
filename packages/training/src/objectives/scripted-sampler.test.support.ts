import type { ModelShape, Tokenizer } from '@sente/pocket';
import { special } from '@sente/pocket';
import type { Row, Sampler } from '../sampler/sampler.ts';

/** A sampler that says what a script says to the text so far; every token has a log-probability of −1. */
export function scriptedSampler(tokenizer: Tokenizer, script: (text: string) => string): Sampler {
  return {
    shape: { layers: 1, width: 4, heads: 1, context: 96, vocabulary: tokenizer.size } as ModelShape,
    load: () => {},
    async sample(rows: readonly Row[]) {
      let [read, sampled] = [0, 0];
      for (const row of rows) {
        let text = '';
        for (let next = row.next(); next; next = row.next()) {
          read += next.length;
          text += ` ${tokenizer.decode(next)}`;
          const said = script(text.trim());
          const tokens = [...tokenizer.encode(said), special('<end>')];
          sampled += tokens.length;
          text += ` ${said}`;
          row.heard({
            tokens,
            logProbabilities: tokens.map(() => -1),
            first: new Float32Array(tokenizer.size).fill(-1),
            finished: true,
          });
        }
      }
      return { read, sampled };
    },
    close: async () => {},
  };
}
