/**
 * Plays texts to their ends: as many at once as there are slots, in steps that all of them take together; new texts take the
 * places of finished ones, and when there are no more, the steps become smaller.
 * @module
 */
import type { ModelShape } from '@sente/pocket';
import type { Cache } from './cache.ts';
import { type Begun, readPrompts } from './prompts.ts';
import type { StepRuns } from './step-runs.ts';
import type { Text } from './text.ts';

/** Tokens of each text that are read at once where there are many to read. */
const CHUNK = 8;
/** Such a step takes as long as so many steps of one token. */
const CHUNK_COST = 4.3;
/** Fewest slots of a step. */
const FEWEST = 8;
/** Texts whose prompts are read before there are slots for them, at most. */
const AHEAD = 256;

/** Where texts are played. */
export interface Table {
  readonly shape: ModelShape;
  readonly slots: number;
  readonly runs: StepRuns;
  /** Of `slots` texts. */
  readonly cache: Cache;
}

/** Plays them. */
export async function play(texts: readonly Text[], { shape, slots, runs, cache }: Table): Promise<void> {
  const sizes = [slots];
  while (sizes[sizes.length - 1] >= 2 * FEWEST) sizes.push(Math.ceil(sizes[sizes.length - 1] / 2));
  const places: (Text | undefined)[] = Array.from({ length: slots });
  let asked = 0;
  let begun: Begun[] = [];
  cache.reset();
  for (;;) {
    for (let slot = 0; slot < slots; slot++) {
      if (places[slot]) continue;
      while (begun.length === 0 && asked < texts.length) {
        begun = await readPrompts(texts.slice(asked, asked + AHEAD), runs, shape);
        asked += AHEAD;
      }
      const next = begun.shift();
      if (!next) break;
      places[slot] = next.text;
      cache.clear(slot);
      cache.reach(next.text.length);
      next.keep(cache, slot);
    }
    const live = places.filter((text) => text !== undefined);
    if (live.length === 0) return;
    const size = sizes.findLast((one) => one >= live.length) ?? slots;
    gather(places, size, cache);
    await step(places, size, runs, cache);
  }
}

/** Moves texts to the first `size` places, which are enough for all. */
function gather(places: (Text | undefined)[], size: number, cache: Cache): void {
  let free = 0;
  for (let slot = size; slot < places.length; slot++) {
    if (!places[slot]) continue;
    while (places[free]) free++;
    cache.move(slot, free);
    places[free] = places[slot];
    places[slot] = undefined;
  }
}

/** Has all texts read what waits, one token or a few each, and goes on with those that have read all. */
async function step(places: (Text | undefined)[], slots: number, runs: StepRuns, cache: Cache): Promise<void> {
  const live = places.filter((text) => text !== undefined);
  const chunks = live.reduce((sum, { waiting }) => sum + Math.min(CHUNK, waiting.length), 0);
  const count = chunks > CHUNK_COST * live.length ? CHUNK : 1;
  const tokens = new Int32Array(slots * count);
  const positions = new Int32Array(slots * count);
  const last = Int32Array.from({ length: slots }, (_, slot) => slot * count);
  let longest = 0;
  places.forEach((text, slot) => {
    if (!text) return;
    const taken = Math.min(count, text.waiting.length);
    for (let at = 0; at < taken; at++) {
      tokens[slot * count + at] = text.waiting[at];
      positions[slot * count + at] = text.length + at;
    }
    last[slot] += taken - 1;
    longest = Math.max(longest, text.length + taken);
  });
  cache.reach(longest);
  const { projected, behind } = await runs.run({ tokens, positions, last }, slots, cache);
  places.forEach((text, slot) => {
    if (!text) return;
    const taken = last[slot] - slot * count + 1;
    for (let at = 0; at < taken; at++) cache.write(slot, text.length + at, projected, slot * count + at);
    text.take(taken);
    if (text.waiting.length === 0 && !text.advance(behind(slot))) places[slot] = undefined;
  });
}
