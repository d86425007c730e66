/**
 * One turn of the shopkeeper: hears, decides, speaks. Pure.
 * @module
 */

import type { ActKind } from '@sente/engine';
import { fold } from '../concierge/fold.ts';
import { hearingFor } from '../concierge/hearing.ts';
import type { Reply } from '../concierge/reply.ts';
import { inColumnOrder } from './column-order.ts';
import { type Present, respond } from '../concierge/respond.ts';
import { NO_CHANGE } from '../speak/acknowledge.ts';
import type { KeeperDecision, KeeperReply } from './keeper.ts';
import type { Keep, KeeperState } from './state.ts';

/** A turn taken, and where the conversation stands after it. */
export interface Taken {
  readonly reply: KeeperReply;
  readonly state: KeeperState;
}

/** The opening turn. */
export function openingTurn(keep: Keep, state: KeeperState): Taken {
  const { dialogue } = state;
  const folded = {
    said: '',
    dialogue,
    change: NO_CHANGE,
    asides: [],
    understood: [],
    leaning: undefined,
    decides: true,
  };
  return answer(keep, state, { turn: 0, asked: dialogue, folded, voice: state.voice });
}

/** A turn in reply to the user's. */
export function takeTurn(keep: Keep, state: KeeperState, text: string): Taken {
  const { dialogue } = state;
  const moves = keep.listen(text, hearingFor(keep.index, dialogue));
  const folded = fold(keep.index, dialogue, moves, text);
  return answer(keep, state, { turn: state.turn + 1, asked: dialogue, folded, voice: state.voice });
}

function answer(keep: Keep, state: KeeperState, present: Present): Taken {
  const steer = keep.options.asks === 'column order' ? inColumnOrder(present.folded.dialogue.state) : undefined;
  const { reply, dialogue, voice } = respond(keep.index, present, keep.horizon, keep.dice, steer);
  return { reply: asReply(reply), state: { ...state, turn: state.turn + 1, dialogue, voice } };
}

function asReply({ text, act, items, decision, ended }: Reply): KeeperReply {
  return { text, act: act as ActKind, items, decision: asDecision(decision), ended };
}

function asDecision({ horizon, why, candidates, chosen }: Reply['decision']): KeeperDecision {
  const best = [...candidates].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return {
    horizon,
    why,
    candidates: best.map(({ label, kind, value, error, suppressed }) => ({
      label,
      kind: kind as ActKind,
      value,
      error,
      ...(suppressed !== undefined && { suppressed }),
    })),
  };
}
