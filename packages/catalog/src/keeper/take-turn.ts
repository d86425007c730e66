/**
 * One turn of the shopkeeper: hears, decides, speaks. Pure.
 * @module
 */
import { respond } from '../concierge/respond.ts';
import { NO_CHANGE } from '../speak/acknowledge.ts';
import { bargainTurn } from './bargain.ts';
import { afterCatalog, catalogTurn } from './catalog-turn.ts';
import { MODEL } from './costs.ts';
import type { Taken } from './draft.ts';
import { gameTurn } from './game-turn.ts';
import { hearGoals } from './lead-reply.ts';
import type { Keep, KeeperState } from './state.ts';

/** The opening turn. */
export function openingTurn(keep: Keep, state: KeeperState): Taken {
  const { dialogue, voice } = state;
  const nothing = {
    said: '',
    dialogue,
    change: NO_CHANGE,
    asides: [],
    understood: [],
    leaning: undefined,
    decides: true,
  };
  const present = { turn: 0, asked: dialogue, folded: nothing, voice };
  const response = respond(keep.index, present, keep.horizon, keep.dice, { model: MODEL });
  return afterCatalog(keep, { ...state, voice: response.voice }, response.dialogue, response.reply);
}

/** A turn in reply to the user's. */
export function takeTurn(keep: Keep, state: KeeperState, text: string): Taken {
  // "Don't tell me" in a game declines nothing; while a goal waits for its reply, the reply comes first.
  const game = state.raised ? undefined : gameTurn(keep, state, text, '');
  if (game) return game;
  const heard = hearGoals(keep, state, text);
  const { text: rest, preface } = heard.spoken;
  return (
    gameTurn(keep, heard.state, rest, preface) ??
    bargainTurn(keep, heard.state, rest, preface) ??
    catalogTurn(keep, heard.state, heard.spoken)
  );
}
