/**
 * The assistant's side of a turn: decides what to do about a folded turn, and finds the words for it. Pure: deciding
 * again at another horizon changes nothing.
 * @module
 */
import type { Decision, Random } from '@sente/engine';
import type { CatalogAct } from '../domain/act.ts';
import { decideTurn, type TurnOptions } from '../domain/decide-turn.ts';
import { nextTurn } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { changeOf } from '../speak/changed.ts';
import { createSpeaker, type Voice } from '../speak/voice.ts';
import { changesIn, type Dialogue, type OpenTurn, relaxationKey } from './dialogue.ts';
import type { Folded } from './fold.ts';
import { mindOf } from './mind.ts';
import type { Leaning } from './progress.ts';
import type { Reply } from './reply.ts';
import { showDecision, showItems } from './shown.ts';
import { tapsFor } from './taps.ts';
import { sayTurn } from './words.ts';

/** A turn that has been heard and not yet answered. */
export interface Present {
  /** Counts user turns; 0 is the opening. */
  readonly turn: number;
  /** The dialogue in which the user spoke: what "why?" is about. */
  readonly asked: Dialogue;
  readonly folded: Folded;
  readonly voice: Voice;
  /** Only what was asked is answered; whatever is open stays open, and is not said again. */
  readonly brief?: boolean;
}

/** What came of it. */
export interface Response {
  readonly reply: Reply;
  readonly dialogue: Dialogue;
  readonly voice: Voice;
}

/**
 * What is done in place of the policy's choice, and why; undefined where that stands. What the user has said about the
 * talk itself has come first.
 */
export type Steer = (
  chosen: Pick<OpenTurn, 'act' | 'because'>,
  decision: Decision<CatalogAct>,
) => typeof chosen | undefined;

/** How the decision of a turn is made, where not as the concierge makes it by itself. */
export interface RespondOptions extends Pick<TurnOptions, 'model' | 'learned'> {
  /** Nothing is done in place of the policy's choice unless given. */
  readonly steer?: Steer;
}

/** Answers a turn at a horizon. `random` is the conversation's stream; every turn splits its own off it. */
export function respond(
  index: CatalogIndex,
  present: Present,
  horizon: number,
  random: Random,
  options: RespondOptions = {},
): Response {
  const { folded, turn } = present;
  const open = openTurn(index, present, horizon, random, options);
  const anew = !present.brief && (folded.decides || open.act.id !== folded.dialogue.open?.act.id);
  const before = folded.decides ? folded.dialogue : { ...folded.dialogue, state: open.from };
  const dialogue: Dialogue =
    folded.ending || !anew
      ? folded.dialogue
      : {
          ...folded.dialogue,
          state: nextTurn(before.state),
          open,
          shown: shownAfter(open.act, folded.dialogue.shown),
        };
  const speaker = createSpeaker(present.voice, random.split('words').split(turn));
  const text = sayTurn(speaker, index, present, open.act, anew);
  const shows = !folded.ending && open.act.kind === 'recommend' && (anew || goneBack(folded));
  const state = folded.dialogue.state;
  const reply: Reply = {
    text,
    act: folded.ending || (!anew && !goneBack(folded)) ? 'answer' : open.act.kind,
    items: shows && open.act.kind === 'recommend' ? showItems(index, state, open.act.items) : [],
    choices: folded.ending ? [] : tapsFor(index, folded.dialogue, open.act),
    understood: folded.understood,
    decision: showDecision(index, open.from, open.decision, open),
    mind: mindOf(index, state),
    ended: dialogue.ended,
  };
  return { reply, dialogue, voice: speaker.voice };
}

/** What numbers are about after an act: once nothing fits, an earlier list is no longer on the table. */
function shownAfter(act: CatalogAct, before: readonly number[]): readonly number[] {
  if (act.kind === 'recommend') return act.items;
  return act.kind === 'abstain' || changesIn(act).length > 0 ? [] : before;
}

/** Whether the turn took a step back, so that the act that stands again is to be said in full. */
export function goneBack(folded: Folded): boolean {
  return folded.asides.some((aside) => aside.kind === 'undone');
}

/** The act that this turn ends in: the open one when nothing bears on it, else a new one. */
function openTurn(
  index: CatalogIndex,
  present: Present,
  horizon: number,
  random: Random,
  { steer, ...deciding }: RespondOptions,
): OpenTurn {
  const { dialogue, decides, leaning, ending } = present.folded;
  const { open } = dialogue;
  if (open && (!decides || ending) && open.decision.horizon === horizon) return open;
  const from = open && !decides ? open.from : dialogue.state;
  const turn = open && !decides ? open.turn : present.turn;
  const decision = decideTurn(index, from, { ...deciding, horizon }, random.split('decide').split(turn));
  const chosen = choose(index, decision, dialogue, leaning);
  return { ...(steer?.(chosen, decision) ?? chosen), decision, from, turn };
}

/**
 * The policy's choice, within what the user has said about the talk itself: changes that were turned down are not
 * offered again; who asked to see items is shown some, who left the choice to us is given one of those on the table, and
 * who could not tell is asked the best question there is.
 */
function choose(
  index: CatalogIndex,
  decision: Decision<CatalogAct>,
  dialogue: Dialogue,
  leaning: Leaning,
): Pick<OpenTurn, 'act' | 'because'> {
  const acts = [decision.chosen, ...decision.candidates.filter((c) => c.suppressed === undefined).map((c) => c.act)];
  const fresh = acts.filter((act) =>
    act.facts.every((fact) => fact.kind !== 'relax' || !dialogue.declined.includes(relaxationKey(fact))),
  );
  // Who asks to see some may see again what was turned down, rather than nothing.
  const showing = [...fresh, ...acts].find((act) => act.kind === 'recommend');
  const asking = fresh.find((act) => act.kind === 'ask');
  const because = (reason: string, act: CatalogAct): Pick<OpenTurn, 'act' | 'because'> =>
    act === decision.chosen ? { act } : { act, because: reason };
  if (leaning === 'show' && showing) return because('You asked to see some', showing);
  if (leaning === 'ask' && asking) return because('You could not tell', asking);
  if (leaning === 'pick' && showing) {
    const items = dialogue.shown.slice(0, 1);
    const changes = changesIn(showing);
    const facts = changes.length > 0 ? [changes[Math.max(0, changeOf(index, items[0], changes))]] : [];
    return because('You left the choice to me', { ...showing, items, facts });
  }
  return because('You turned that change down', fresh[0] ?? decision.chosen);
}
