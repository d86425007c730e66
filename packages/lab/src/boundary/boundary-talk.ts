/**
 * One case of the probe as a state machine: says what it shows an assistant and what it wants of it, and is told what came.
 * The probe plays one with any agent; whoever has a model of its own can play thousands side by side, and gets the same rows.
 * @module
 */
import type { Random } from '@sente/engine';
import type { AgentTurn } from '../agent/agent.ts';
import type { Played } from '../probe/played.ts';
import type { BoundaryCase } from './cases.ts';
import { beginPieces } from './pieces-talk.ts';
import { beginRequest } from './request-talk.ts';
import type { ShopState } from './state.ts';

/** What is wanted next. */
export interface Wanted {
  /** The conversation so far, from its first turn. One turn only: a conversation that begins. */
  readonly turns: readonly { readonly speaker: 'user' | 'assistant'; readonly text: string }[];
  /** The assistant's next turn, or the chance (0 … 1) that the user will get the bag that it has in mind. */
  readonly wants: 'reply' | 'forecast';
}

/** One case being played. Methods throw Error when they are called out of turn. */
export interface BoundaryTalk {
  /** The same until it is answered; undefined: the case is finished. */
  next(): Wanted | undefined;
  /** The reply; `shown` is what the agent says of it, for the record. */
  heard(reply: string, shown?: Omit<AgentTurn, 'text'>): void;
  /** The chance; undefined: it makes no forecasts. Throws RangeError for what is no probability. */
  forecast(probability: number | undefined): void;
  /** Figures, and the turns that were taken; those so far when it is not finished. */
  finish(): Played;
  /** Where the conversation stands for one who understood every word. */
  state(): ShopState;
}

/** Begins a case. All that comes of it depends on the case, the dice, and what it is told. */
export function beginBoundary(probeCase: BoundaryCase, random: Random): BoundaryTalk {
  return probeCase.kind === 'request' ? beginRequest(probeCase, random) : beginPieces(probeCase);
}
