/**
 * A turn about the table: the concierge's, with items called by their names, closed requests answered at once, and goals
 * raised where it is worth it.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { Dialogue } from '../concierge/dialogue.ts';
import { type Folded, fold } from '../concierge/fold.ts';
import type { Reply } from '../concierge/reply.ts';
import { goneBack, respond, type Steer } from '../concierge/respond.ts';
import { join } from '../speak/grammar.ts';
import { createSpeaker, type Speaker } from '../speak/voice.ts';
import type { Move } from '../table/wish.ts';
import { type Closed, closedIn, fitting, rankedBy } from './closed.ts';
import { inColumnOrder } from './column-order.ts';
import { MODEL, QUESTION, TURN } from './costs.ts';
import { asDecision, decideAmong, optionsOf, type Taken } from './draft.ts';
import { hearSpoken } from './hear-spoken.ts';
import { leadOn, steerForGoals } from './leads.ts';
import { OPEN_QUESTION } from './open-question.ts';
import { sayItem, sayList, sayMost } from './say.ts';
import type { Keep, KeeperState } from './state.ts';
import {
  closeTheRest,
  hearWhatElse,
  isOpenQuestion,
  sayWhatElse,
  steerToWhatElse,
  WHY_WHAT_ELSE,
  type WhatElse,
  whatElseWorth,
} from './what-else.ts';

/** What is left of a user's turn for the catalogue to hear. */
export interface Spoken {
  readonly text: string;
  /** Said before anything else: thanks, or that a refusal was understood. */
  readonly preface: string;
  /** Moves that were heard already, to be folded in first. */
  readonly moves: readonly Move[];
}

/** At most this many items are listed in reply to "which ones …?". */
const LISTED = 5;
/** As many are listed all. */
const FEW = 8;

/** Takes the turn. `state` is the one before it. */
export function catalogTurn(keep: Keep, state: KeeperState, spoken: Spoken): Taken {
  const { moves: heard, text, items, dialogue } = hearSpoken(keep, state, spoken.text);
  const reply = hearWhatElse(state, spoken.text, [...spoken.moves, ...heard]);
  const { mayAsk, moves } = reply;
  const focus = items.length === 1 ? items[0] : state.focus;
  const { open } = state.dialogue;
  // What was shown last turn is now something that was shown before.
  const shows = state.shows + (open?.act.kind === 'recommend' && open.turn === state.turn ? 1 : 0);
  const looking = state.looking || LOOKING.test(spoken.text);
  const from = { ...state, focus, dialogue, shows, looking, mayAskWhatElse: mayAsk, askedWhatElse: false };
  if (items.length > 0 && !moves.some(({ kind }) => SPEAKS_FOR_ITSELF.has(kind))) {
    return showNamed(keep, from, items, spoken.preface);
  }
  const closed = closedIn(text, moves, keep.listen);
  if (closed) return answerClosed(keep, from, closed, moves, text, spoken);
  return goOn(keep, from, moves, text, spoken, reply);
}

/** Says that nothing will be bought today. */
const LOOKING =
  /\b(?:(?:just|only|merely) (?:looking|browsing|curious)|looking around|look around|browsing|(?:not|n't) (?:going to |want to |planning to )?(?:buy|book)|window.?shopping|sleep on it|think (?:it|about it)? ?over)\b/i;

const SPEAKS_FOR_ITSELF: ReadonlySet<Move['kind']> = new Set([
  'question',
  'accept',
  'reject',
  'wish',
  'withdraw',
  'compare',
  'bye',
  'undo',
  'restart',
  'why',
  'show',
] as const);

/** "Tell me about X": everything that the table says. */
function showNamed(keep: Keep, state: KeeperState, items: readonly number[], preface: string): Taken {
  const folded = foldIn(keep, state.dialogue, [], '');
  const steer: Steer = () => ({
    act: { kind: 'recommend', id: 'recommend:named', items, facts: [] },
    because: 'You asked about it by name',
  });
  const response = respond(keep.index, present(state, { ...folded, decides: true }), keep.horizon, keep.dice, {
    steer,
    model: MODEL,
  });
  const speaker = speakerOf(keep, state);
  const text = join([preface, ...items.slice(0, LISTED).map((item) => sayItem(speaker, keep.index, item))]);
  const next = { ...state, dialogue: { ...response.dialogue, state: folded.dialogue.state }, voice: speaker.voice };
  return closedReply(keep, next, { ...response.reply, text, act: 'answer' }, 'say what the table says of it');
}

/** Answers what was asked, and nothing else. */
function answerClosed(
  keep: Keep,
  state: KeeperState,
  closed: Closed,
  moves: readonly Move[],
  text: string,
  spoken: Spoken,
): Taken {
  const { index } = keep;
  if (closed.kind === 'facts') {
    const folded = foldIn(keep, state.dialogue, moves, text);
    const brief = state.dialogue.open === undefined || spoken.text !== text;
    const { reply, dialogue, voice } = respond(index, { ...present(state, folded), brief }, keep.horizon, keep.dice, {
      model: MODEL,
    });
    const said = { ...reply, text: join([spoken.preface, reply.text]), act: 'answer' };
    return closedReply(keep, { ...state, dialogue, voice }, said, 'answer what was asked');
  }
  const folded = foldIn(keep, state.dialogue, closed.kind === 'most' ? closed.rest : moves, text);
  const after = folded.dialogue.state;
  const best =
    closed.kind === 'most'
      ? rankedBy(index, after, closed.attribute, closed.direction)
      : fitting(after, after.belief.items.length <= FEW ? FEW : LISTED);
  if (best.length === 0) return goOn(keep, state, moves, text, spoken);
  const items = closed.kind === 'most' ? best.slice(0, 1) : best;
  const steer: Steer = () => ({
    act: { kind: 'recommend', id: 'recommend:asked', items, facts: [] },
    because: 'You said all that there is to know',
  });
  const response = respond(index, present(state, { ...folded, decides: true }), keep.horizon, keep.dice, {
    steer,
    model: MODEL,
  });
  const speaker = speakerOf(keep, state);
  const scene = { index, state: after };
  const words =
    closed.kind === 'most'
      ? sayMost(speaker, scene, items[0], closed.words, closed.attribute)
      : sayList(speaker, scene, items);
  const next = { ...state, dialogue: response.dialogue, voice: speaker.voice };
  const focus = items.length === 1 ? items[0] : state.focus;
  const said = { ...response.reply, text: join([spoken.preface, words]), act: 'answer' };
  return closedReply(keep, { ...next, focus }, said, 'answer what was asked');
}

/** A closed request is served by its answer; any other act comes first and costs what it costs. */
function closedReply(keep: Keep, state: KeeperState, reply: Reply, label: string): Taken {
  const { turns } = state.dialogue.state;
  const served = 1 - TURN * (turns + 1);
  const rivals = optionsOf(reply.decision).map((option) => ({
    ...option,
    value: served - TURN - (option.act.kind === 'ask' ? QUESTION : 0),
    error: 0,
    depth: undefined,
  }));
  const answer = { act: { kind: 'answer' as const, id: 'answer', label }, value: served };
  const { shown } = decideAmong(keep.horizon, [answer, ...rivals.map(({ depth: _, ...rest }) => rest)], 'answer');
  const act: ActKind = 'answer';
  // Whoever asks has not left after all.
  const ended = reply.ended && (state.taken || state.sold !== undefined);
  const after = { ...state, turn: state.turn + 1, dialogue: { ...state.dialogue, ended } };
  const { text, items } = reply;
  const taken = { reply: { text, act, items, decision: shown, ended }, state: after };
  return leadOn(keep, taken, { moment: 'answered', value: served, expected: 2 });
}

/** The concierge's own turn; the last argument is what has become of an open question. */
function goOn(
  keep: Keep,
  state: KeeperState,
  moves: readonly Move[],
  text: string,
  spoken: Spoken,
  { ends, passed, why }: Pick<WhatElse, 'ends' | 'passed' | 'why'> = { ends: false, passed: false, why: false },
): Taken {
  const heard = foldIn(keep, state.dialogue, moves, text);
  const anew = passed && !heard.ending && !goneBack(heard) ? { ...heard, decides: true } : heard;
  const folded = ends && !heard.ending ? closeTheRest(keep, heard) : anew;
  const byForm = keep.options.asks === 'column order';
  const worth = byForm || !folded.decides ? undefined : whatElseWorth(keep, state, folded);
  const forGoals = byForm ? inColumnOrder(folded.dialogue.state) : steerForGoals(keep, state, folded);
  const toWhatElse = steerToWhatElse(worth);
  const steer: Steer = (chosen, decision) => forGoals?.(chosen, decision) ?? toWhatElse(chosen, decision);
  const { reply, dialogue, voice } = respond(keep.index, present(state, folded), keep.horizon, keep.dice, {
    steer,
    model: MODEL,
  });
  const taken = folded.ending?.kind === 'taken';
  const asks = dialogue !== folded.dialogue && isOpenQuestion(dialogue.open?.act);
  const speaker = createSpeaker(voice, keep.dice.split('what else').split(state.turn));
  const question = asks
    ? sayWhatElse(speaker, dialogue.state.wishes.length === 0, folded.change.wished.length > 0)
    : '';
  const next = { ...state, voice: speaker.voice, taken, askedWhatElse: asks };
  return afterCatalog(keep, next, dialogue, {
    ...reply,
    act: asks ? 'ask' : reply.act,
    decision: withWhatElse(reply.decision, worth, asks),
    text: join([spoken.preface, why ? WHY_WHAT_ELSE : '', reply.text, question]),
  });
}

/** The decision with the open question among its candidates. */
function withWhatElse(decision: Reply['decision'], worth: number | undefined, asks: boolean): Reply['decision'] {
  if (worth === undefined) return decision;
  const [first] = decision.candidates;
  const label = 'ask what else matters';
  const candidate = {
    id: OPEN_QUESTION,
    kind: 'ask',
    label,
    value: worth,
    error: first?.error ?? 0,
    samples: first?.samples ?? 0,
  };
  const candidates = [...decision.candidates.filter(({ id }) => id !== OPEN_QUESTION), candidate].sort(
    (a, b) => b.value - a.value,
  );
  return asks
    ? {
        ...decision,
        candidates,
        chosen: OPEN_QUESTION,
        why: `“${label}” tells most: whatever still matters is named, or nothing is`,
      }
    : { ...decision, candidates };
}

/** What follows from the concierge's turn for the shopkeeper's state. */
export function afterCatalog(keep: Keep, state: KeeperState, dialogue: Dialogue, reply: Reply): Taken {
  const { text, act, items, ended } = reply;
  const focus = items.length === 1 ? items[0].item : items.length > 1 ? undefined : state.focus;
  const taken: Taken = {
    reply: { text, act: act as ActKind, items, decision: asDecision(reply.decision), ended },
    state: { ...state, turn: state.turn + 1, dialogue, focus, taken: state.taken },
  };
  const value = reply.decision.candidates.find(({ id }) => id === reply.decision.chosen)?.value ?? 0;
  const expected = Math.max(1, (1 - value) / TURN - dialogue.state.turns + 1);
  const understood = reply.understood.some(({ kind }) => kind !== 'unclear') || dialogue.puzzled === 0;
  const moment = !understood
    ? 'lost'
    : ended
      ? 'served'
      : act === 'recommend'
        ? 'shown'
        : act === 'answer'
          ? 'answered'
          : 'asking';
  return leadOn(keep, taken, { moment, value, expected });
}

function foldIn(keep: Keep, dialogue: Dialogue, moves: readonly Move[], text: string): Folded {
  const folded = fold(keep.index, dialogue, moves, text);
  // Nothing to hear is nothing to be puzzled about.
  return moves.length > 0 ? folded : { ...folded, dialogue: { ...folded.dialogue, puzzled: 0 } };
}

function present(state: KeeperState, folded: Folded): Parameters<typeof respond>[1] {
  return { turn: state.turn + 1, asked: state.dialogue, folded, voice: state.voice };
}

/** The keeper's own words for this turn, off the conversation's dice. */
export function speakerOf(keep: Keep, state: KeeperState): Speaker {
  return createSpeaker(state.voice, keep.dice.split('keeper').split(state.turn));
}
