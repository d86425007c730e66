/**
 * Measures the user itself, by its words alone: any user, scripted or a model, is held to the same.
 * @module
 */

import { distinctPairs } from '../../users/conduct.ts';
import type { UserConduct } from '../../users/user.ts';
import { readNumbers } from '../score/read-numbers.ts';
import { contentWords } from './content-words.ts';

/** A turn as the meter sees it. */
interface MeteredTurn {
  readonly text: string;
  /** The piece that it meant to reveal; absent: it was to tell nothing new. */
  readonly shard?: number;
}

/** Share of a piece's content words that a turn must hold to have told it. */
const TOLD = 0.6;

/** Turns of phrase that are the assistant's. */
const SWAPPED =
  /\b(?:as an ai|how (?:can|may) i (?:help|assist)|i(?:'d| would) be happy to help|i can help you|would you like me to|let me know if you|here (?:is|are) (?:the|your|some|my) (?:answer|solution|trips?|options?|suggestions?|result)|the (?:final )?answer is|i (?:would )?recommend)\b|####|^answer:/i;

/** Turns of phrase whose words mean nothing by themselves. */
const IDIOM = /\bi['’]m easy\b|\bbefore i forget\b/gi;

/** Pieces that a text tells, of those that are not out yet. */
export function toldShards(text: string, shards: readonly string[], said: readonly number[]): readonly number[] {
  const words = contentWords(text.replace(IDIOM, ''));
  const known = new Set(said.flatMap((place) => [...contentWords(shards[place] ?? '')]));
  return shards.flatMap((shard, place) => {
    if (said.includes(place)) return [];
    // Only what is new in a piece counts: names that were said before tell nothing.
    const own = [...contentWords(shard)].filter((word) => !known.has(word));
    const held = own.filter((word) => words.has(word)).length;
    return own.length > 0 && held / own.length >= TOLD ? [place] : [];
  });
}

/** Adds up a user's conduct over its turns. */
export class ConductMeter {
  readonly #shards: readonly string[];
  readonly #heard: Set<number> = new Set();
  readonly #spoken: string[] = [];
  #leaks = 0;
  #contradictions = 0;
  #swaps = 0;

  /** @param shards the pieces; @param given other texts whose numbers the user may speak of */
  constructor(shards: readonly string[], given: readonly string[] = []) {
    this.#shards = shards;
    for (const text of [...shards, ...given]) this.hears(text);
  }

  /** Numbers of the assistant's may be repeated. */
  hears(text: string): void {
    for (const { value } of readNumbers(text)) this.#heard.add(value);
  }

  /** @param said pieces that were out before this turn */
  says(turn: MeteredTurn, said: readonly number[]): void {
    const told = toldShards(turn.text, this.#shards, said);
    const shard = turn.shard === undefined ? undefined : this.#shards[turn.shard];
    // Pieces overlap: what the piece itself tells of others is no fault of the user's.
    const due = shard === undefined ? [] : [turn.shard, ...toldShards(shard, this.#shards, said)];
    this.#leaks += told.filter((place) => !due.includes(place)).length;
    this.#contradictions += readNumbers(turn.text).some(({ value }) => !this.#heard.has(value)) ? 1 : 0;
    this.#swaps += SWAPPED.test(turn.text) ? 1 : 0;

    this.#spoken.push(turn.text);
  }

  /** @param stoppedEarly whether the user left before all was said and answered */
  conduct(stoppedEarly: boolean): UserConduct {
    return {
      leaks: this.#leaks,
      contradictions: this.#contradictions,
      swaps: this.#swaps,
      stoppedEarly: stoppedEarly ? 1 : 0,
      variety: distinctPairs(this.#spoken),
    };
  }
}
