/**
 * What catching leaks costs: milliseconds for a text of 1 and of 2 million characters (twice the text must take twice the time),
 * searched whole, streamed in pieces of 4 characters, and streamed with a full vault; and how much is held back.
 *
 *   npm run -s bench benchmarks/leak-guard.ts
 * @module
 */
import { createLeakGuard, findLeak, seedVault, type Vault } from '@sente/language';

const SENTENCE =
  'The quick brown fox jumps over the lazy dog, otherwise out to tea; o-t-t makes no animal, nor does 45 or 4500. ';
const SECRETS = [
  'otter',
  '450 euros',
  'sea lion',
  'violin',
  'offer the annual plan first and go down only if they hesitate twice',
];

const vaultOf = (count: number): Vault =>
  seedVault(
    { commitments: [] },
    Array.from({ length: count }, (_, place) => ({
      id: `v${place}`,
      about: `secret ${place}`,
      value: SECRETS[place % SECRETS.length] + (place < SECRETS.length ? '' : ` ${'abcdefghijklmnopqrst'[place]}x`),
    })),
  );

function timed(run: () => void): number {
  const began = performance.now();
  run();
  return Math.round(performance.now() - began);
}

console.log('characters  commitments  whole ms  streamed ms  most held back');
for (const commitments of [1, 20]) {
  const vault = vaultOf(commitments);
  for (const size of [1_000_000, 2_000_000]) {
    const text = SENTENCE.repeat(Math.ceil(size / SENTENCE.length)).slice(0, size);
    const whole = timed(() => {
      if (findLeak(text, vault, '')) throw new Error('The text was meant to give nothing away.');
    });
    let most = 0;
    const streamed = timed(() => {
      const guard = createLeakGuard(vault, '');
      let out = 0;
      for (let at = 0; at < size; at += 4) {
        out += guard.push(text.slice(at, at + 4)).length;
        most = Math.max(most, Math.min(at + 4, size) - out);
      }
      if (out + guard.end().length !== size) throw new Error('The text was meant to come through whole.');
    });
    console.log(
      [size, commitments, whole, streamed, most].map((n, i) => String(n).padEnd([12, 13, 10, 13, 0][i])).join(''),
    );
  }
}
