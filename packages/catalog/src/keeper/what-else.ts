/**
 * Asks what else matters, and takes "nothing" for an answer.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { Folded } from '../concierge/fold.ts';
import type { Steer } from '../concierge/respond.ts';
import type { CatalogAct } from '../domain/act.ts';
import { openAttributes } from '../domain/shoppers.ts';
import { closeAttribute } from '../domain/state.ts';
import type { Speaker } from '../speak/voice.ts';
import type { Move } from '../table/wish.ts';
import { MODEL } from './costs.ts';
import { OPEN_QUESTION, worthOfOpenQuestion } from './open-question.ts';
import type { Keep, KeeperState } from './state.ts';

/** "No, that's all", "nothing else", "just that". */
const ALL_SAID =
  /\b(?:that(?:'s| is|’s| was| would be)? (?:all|it|everything|about it|the lot)|nothing (?:else|more|further|comes to mind|in particular|special)|no(?:thing)? (?:other|more|further|special) (?:wish|wishes|preference|preferences|requirements?)|not (?:really|that i can think of|at all)|just (?:that|those|these)|(?:all|everything) (?:that )?(?:matters|i (?:want|need|care about))|no preferences?|don['’]?t (?:mind|care|really mind) (?:about )?(?:the rest|anything else|otherwise)|the rest (?:is|does)|(?:i['’]?m|i am) (?:easy|open|flexible) (?:about|on) the rest|up to you)\b|^\W*(?:no|nope|nah|none|nothing)\W*$/i;

/** Whether words say that nothing else matters. */
export function saysAll(text: string): boolean {
  return ALL_SAID.test(text);
}

/** What has become of the open question with this turn. */
export interface WhatElse {
  /** The user has just said that nothing else matters. */
  readonly ends: boolean;
  /** Whether it may be put again: not where it was not answered, or all is said. */
  readonly mayAsk: boolean;
  /** It was put and not answered: whatever comes next is decided anew, since there is nothing to say again. */
  readonly passed: boolean;
  /** "Why?" was asked of it. */
  readonly why: boolean;
  /** What is left to be folded in. */
  readonly moves: readonly Move[];
}

/** What a user does who has answered, or wants to know something first: the question may be put again. */
const GOES_ALONG: ReadonlySet<Move['kind']> = new Set(['wish', 'withdraw', 'compare', 'question', 'count'] as const);

/** Hears the reply to an open question; where none was put, nothing is changed. */
export function hearWhatElse(state: KeeperState, text: string, moves: readonly Move[]): WhatElse {
  const { askedWhatElse, mayAskWhatElse } = state;
  if (!askedWhatElse)
    return {
      ends: false,
      mayAsk: mayAskWhatElse || moves.some(({ kind }) => kind === 'restart'),
      passed: false,
      why: false,
      moves,
    };
  const goesAlong = moves.some(({ kind }) => GOES_ALONG.has(kind));
  // "No, that's all" turns nothing down, and is no goodbye; but "that's all I wanted to know, show me" is more than an end.
  const ends = ALL_SAID.test(text) && !moves.some(({ kind }) => kind === 'accept');
  const says = moves.filter(({ kind }) => kind === 'show' || kind === 'undo' || kind === 'restart');
  const left = moves.filter(({ kind }) => kind !== 'why');
  const mayAsk = goesAlong && !ends;
  return { ends, mayAsk, passed: !goesAlong, why: left.length < moves.length, moves: ends && !goesAlong ? says : left };
}

/** The turn with every attribute that was not spoken of closed: nobody minds about them. */
export function closeTheRest({ index }: Keep, folded: Folded): Folded {
  const state = openAttributes(index, folded.dialogue.state).reduce(
    (closed, attribute) => closeAttribute(index, closed, attribute),
    folded.dialogue.state,
  );
  return { ...folded, decides: true, dialogue: { ...folded.dialogue, puzzled: 0, state } };
}

/** "Why?" of the open question. */
export const WHY_WHAT_ELSE = 'Because whatever you name rules out most of what is left.';

/** The act: it has no attribute, so that it is none of the catalogue's own questions. */
const ACT: CatalogAct = { kind: 'offer', id: OPEN_QUESTION, facts: [] };

/** Whether an act is the open question. */
export function isOpenQuestion(act: CatalogAct | undefined): boolean {
  return act?.id === OPEN_QUESTION;
}

/** What it is worth in a turn, where it may be put at all. */
export function whatElseWorth(keep: Keep, state: KeeperState, folded: Folded): number | undefined {
  const { belief } = folded.dialogue.state;
  if (keep.horizon === 0 || !state.mayAskWhatElse || folded.leaning !== undefined || belief.items.length <= FEW)
    return undefined;
  return worthOfOpenQuestion(keep.index, folded.dialogue.state, MODEL);
}

/** So few are shown rather than asked about. */
const FEW = 3;

/** Puts the open question where it is worth more than what the catalogue would do, unless the user has said how to go on. */
export function steerToWhatElse(worth: number | undefined): Steer {
  return ({ act, because }, decision) => {
    if (worth === undefined || because !== undefined) return undefined;
    if ((act.kind !== 'ask' && act.kind !== 'recommend') || act.facts.some(({ kind }) => kind === 'relax'))
      return undefined;
    return worth > worthOf(decision, act) ? { act: ACT, because: 'It tells most' } : undefined;
  };
}

function worthOf({ candidates }: Decision<CatalogAct>, act: CatalogAct): number {
  return candidates.find((candidate) => candidate.act.id === act.id)?.value ?? Number.NEGATIVE_INFINITY;
}

/** The question in words. `first`: nothing was said yet; `told`: something was, in this turn. */
export function sayWhatElse(speaker: Speaker, first: boolean, told: boolean): string {
  return first
    ? speaker.say('keeper.what-matters', [
        'What matters most to you?',
        'What is most important to you?',
        'Tell me: what matters to you above all?',
      ])
    : speaker.say('keeper.what-else', [
        'What else matters to you?',
        'What else is important to you?',
        told ? 'Good to know. What else matters?' : 'And what else matters?',
      ]);
}
