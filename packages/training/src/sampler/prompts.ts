/**
 * Reads the beginnings of texts: whole prompts at once, those of like length together, and equal ones once for all texts
 * that begin with them.
 * @module
 */
import type { ModelShape } from '@sente/pocket';
import type { Cache } from './cache.ts';
import type { StepRuns } from './step-runs.ts';
import type { Text } from './text.ts';

/** Prompts of a run. */
const TOGETHER = 8;
/** Lengths are rounded up to a multiple of this: each is a graph of its own. */
const GRAIN = 16;

/** A text that goes on, and what the cache is to know of it. */
export interface Begun {
  readonly text: Text;
  /** Puts the prompt into a slot. */
  keep(cache: Cache, slot: number): void;
}

/** Reads the prompts of texts; gives those that have something to read after their first token, the shortest first. */
export async function readPrompts(texts: readonly Text[], runs: StepRuns, shape: ModelShape): Promise<Begun[]> {
  const alike = new Map<string, Text[]>();
  for (const text of texts) {
    if (!text.begin()) continue;
    const key = text.waiting.join();
    const others = alike.get(key);
    if (others) others.push(text);
    else alike.set(key, [text]);
  }
  const groups = [...alike.values()].sort(([a], [b]) => a.waiting.length - b.waiting.length);
  const begun: Begun[] = [];
  for (let at = 0; at < groups.length; at += TOGETHER) {
    begun.push(...(await readTogether(groups.slice(at, at + TOGETHER), runs, shape)));
  }
  return begun;
}

async function readTogether(
  groups: readonly (readonly Text[])[],
  runs: StepRuns,
  { context }: ModelShape,
): Promise<Begun[]> {
  const longest = groups[groups.length - 1][0].waiting.length;
  const room = Math.min(context, Math.ceil(longest / GRAIN) * GRAIN);
  const tokens = new Int32Array(TOGETHER * room);
  const last = new Int32Array(TOGETHER);
  groups.forEach(([{ waiting }], row) => {
    tokens.set(waiting, row * room);
    last[row] = row * room + waiting.length - 1;
  });
  const positions = tokens.map((_, at) => at % room);
  const step = await runs.run({ tokens, positions, last }, TOGETHER);
  return groups.flatMap((texts, row) => {
    const { length } = texts[0].waiting;
    const keep = (cache: Cache, slot: number): void => {
      for (let at = 0; at < length; at++) cache.write(slot, at, step.projected, row * room + at);
    };
    return texts.flatMap((text) => {
      text.take(length);
      return text.advance(step.behind(row)) ? [{ text, keep }] : [];
    });
  });
}
