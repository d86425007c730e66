import type { ModelShape, Tokenizer } from '@sente/pocket';
import { special } from '@sente/pocket';
import type { Row, Sampler } from '../sampler/sampler.ts';

/** A script: what is said to the text so far in the row of this place, and how likely each token was. */
export interface Script {
  say(text: string, row: number): string;
  /** −1 unless given. */
  logProbability?(row: number, place: number): number;
}

/** A sampler that says what a script says. `loaded` counts how often it was given weights. */
export function scriptedSampler(
  tokenizer: Tokenizer,
  script: Script | Script['say'],
): Sampler & { readonly loaded: number } {
  const { say, logProbability = () => -1 }: Script = typeof script === 'function' ? { say: script } : script;
  let loaded = 0;
  return {
    shape: { layers: 1, width: 4, heads: 1, context: 96, vocabulary: tokenizer.size } as ModelShape,
    get loaded() {
      return loaded;
    },
    load: () => {
      loaded++;
    },
    async sample(rows: readonly Row[]) {
      let [read, sampled] = [0, 0];
      rows.forEach((row, at) => {
        let text = '';
        for (let next = row.next(); next; next = row.next()) {
          read += next.length;
          text += ` ${tokenizer.decode(next)}`;
          const said = say(text.trim(), at);
          const tokens = [...tokenizer.encode(said), special('<end>')];
          sampled += tokens.length;
          text += ` ${said}`;
          row.heard({
            tokens,
            logProbabilities: tokens.map((_, place) => logProbability(at, place)),
            first: new Float32Array(tokenizer.size).fill(-1),
            finished: true,
          });
        }
      });
      return { read, sampled };
    },
    close: async () => {},
  };
}

/** Says something to the last two words of a text: different things to different users, the same to the same. */
export function byLastWords(replies: readonly string[]): (text: string) => string {
  return (text) => {
    const end = text.split(' ').slice(-2).join(' ');
    let hash = 7;
    for (const letter of end) hash = (hash * 31 + letter.charCodeAt(0)) % 1009;
    return replies[hash % replies.length];
  };
}
