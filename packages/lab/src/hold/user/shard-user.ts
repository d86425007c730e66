/**
 * The user of `hold`: says the first piece first, then at most one a turn: the one that answers the assistant's question,
 * if there is one; nothing new when asked something that the request says nothing about.
 *
 * Source: Laban et al. 2025, arXiv 2505.06120, section 3.2 (user simulator).
 * @module
 */
import { openShards, type Script } from './script.ts';

/** One turn of the user. */
export interface ShardTurn {
  readonly text: string;
  /** The piece that it means to reveal. */
  readonly shard?: number;
}

/** Plays the user's side. Told what was said, it keeps nothing itself. */
export interface ShardUser {
  /** @param said pieces that are out, in the order said; @param history what was spoken, alternating, the user first */
  next(said: readonly number[], history: readonly string[]): Promise<ShardTurn>;
}

/** Questions about other things that are shrugged off in a row; then the user goes on of its own accord. */
export const MOST_SHRUGS = 2;

/** The scripted user: no model, and never a word beyond the script. */
export function scriptedUser(script: Script): ShardUser {
  let shrugs = 0;
  return {
    async next(said, history) {
      if (said.length === 0) return { text: script.shards[0].text, shard: 0 };
      const reply = history.at(-1) ?? '';
      const call = script.callOf(reply, said);
      if (call.kind === 'again') return { text: script.again(call.shard) };
      const open = openShards(script, said);
      if (call.kind === 'asked' && open.includes(call.shard)) {
        shrugs = 0;
        const { text, short = text } = script.shards[call.shard];
        return { text: short, shard: call.shard };
      }
      if (call.kind !== 'open' && shrugs < MOST_SHRUGS) {
        shrugs++;
        return { text: script.shrug() };
      }
      shrugs = 0;
      if (open.length === 0) return { text: script.prompt() };
      return { text: script.shards[open[0]].text, shard: open[0] };
    },
  };
}
