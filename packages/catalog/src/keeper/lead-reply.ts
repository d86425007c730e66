/**
 * Hears what became of a goal: the user went along, declined, or talked of something else.
 * @module
 */
import { advance, passOver, refuse } from '@sente/engine';
import { hearingFor } from '../concierge/hearing.ts';
import { fold, tokenise } from '../hear/tokens.ts';
import type { Move } from '../table/wish.ts';
import type { Spoken } from './catalog-turn.ts';
import type { KeeperGoal } from './keeper.ts';
import { clausesOf, type Declined, declinedIn } from './refusals.ts';
import type { Keep, KeeperState } from './state.ts';

/** The turn without what it said about the goals, and the state with it. */
export interface LeadHeard {
  readonly state: KeeperState;
  readonly spoken: Spoken;
}

/** Moves that are about the table; the others may be a reply to anything. */
const ABOUT_THE_TABLE: ReadonlySet<Move['kind']> = new Set([
  'wish',
  'withdraw',
  'compare',
  'question',
  'count',
  'accept',
  'reject',
  'show',
  'why',
  'undo',
  'restart',
  'bye',
  'choose',
] as const);

const YES =
  /^\W*(?:yes|yeah|yep|sure|ok|okay|of course|certainly|please do|gladly|why not|fine|go ahead|absolutely|definitely|with pleasure|that would be (?:great|nice|lovely|good|helpful)|sounds good|all right|alright)\b/i;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/;
const PHONE = /(?:\+|\b0)\d[\d\s/-]{5,}\d/;

/** Hears a turn for the goals. */
export function hearGoals(keep: Keep, state: KeeperState, text: string): LeadHeard {
  const { raised } = state;
  const declined = declinedIn(text);
  if (raised && declined) return refused(state, declined);
  if (!raised || raised.attribute !== undefined) {
    const asked = state.dialogue.open?.act;
    // To “what else matters?” it says that nothing does.
    if (declined?.tells && asked?.kind !== 'ask' && !state.askedWhatElse) {
      return { state, spoken: { text: declined.rest, preface: 'Of course.', moves: [] } };
    }
    if (declined?.tells && asked?.kind === 'ask') {
      // Any question may be declined, not only those of the agenda.
      return {
        state,
        spoken: {
          text: declined.rest,
          preface: 'Of course.',
          moves: [{ kind: 'unknown', attribute: asked.attribute }],
        },
      };
    }
    return volunteered(keep, state, text);
  }
  return answered(keep, { ...state }, text) ?? volunteered(keep, pass(state), text);
}

function refused(state: KeeperState, { rest, forGood }: Declined): LeadHeard {
  const { goal, attribute, turn } = state.raised!;
  const { refusals = 0 } = state.agenda.goals.find((one) => one.goal.id === goal.id) ?? {};
  let { agenda } = state;
  for (let times = refusals; times < (forGood ? 3 : refusals + 1); times++) agenda = refuse(agenda, goal.id, turn);
  const { raised: _, ...after } = state;
  const moves: Move[] = attribute === undefined ? [] : [{ kind: 'unknown', attribute }];
  const preface = forGood ? 'Understood; I will not ask again.' : 'Of course, no need to.';
  return { state: { ...after, agenda, refusedAt: state.turn }, spoken: { text: rest, preface, moves } };
}

/** The reply to a goal with words of its own; undefined when it is none. */
function answered(keep: Keep, state: KeeperState, text: string): LeadHeard | undefined {
  const { goal, turn } = state.raised!;
  const clauses = clausesOf(text);
  const isReply = (clause: string, first: boolean): boolean => {
    if (EMAIL.test(clause) || PHONE.test(clause) || sharesWords(goal, clause)) return true;
    const moves = keep.listen(clause, hearingFor(keep.index, state.dialogue));
    if (moves.some(({ kind }) => ABOUT_THE_TABLE.has(kind))) return false;
    if (moves.every(({ kind }) => kind === 'thank' || kind === 'greet')) return false;
    return first && moves.every(({ kind }) => kind !== 'unknown' && kind !== 'no');
  };
  const replies = clauses.map((clause, at) => isReply(clause, at === 0) || (at === 0 && YES.test(clause)));
  if (!replies.includes(true)) return undefined;
  const found = clauses.filter((_, at) => replies[at]).join(', ');
  const rest = clauses.filter((clause, at) => !replies[at] || (YES.test(clause) && hasMore(keep, clause)));
  const { raised: _, ...after } = state;
  const note = { raised: state.notes[goal.id]?.raised ?? 0, found };
  return {
    state: { ...after, agenda: advance(state.agenda, goal.id, turn, 1), notes: { ...state.notes, [goal.id]: note } },
    spoken: { text: rest.join('. '), preface: 'Thank you, I have noted that.', moves: [] },
  };
}

/** "Sure, and make it June": a yes with more in it. */
function hasMore(keep: Keep, clause: string): boolean {
  return keep.listen(clause.replace(YES, ''), {}).some(({ kind }) => ABOUT_THE_TABLE.has(kind));
}

/** Goals that the user reached unasked: "you can mail me at …". What is no table's business is not read as a wish. */
function volunteered(keep: Keep, state: KeeperState, text: string): LeadHeard {
  let { agenda, notes } = state;
  let clauses = clausesOf(text);
  for (const goal of keep.options.goals ?? []) {
    const entry = agenda.goals.find((one) => one.goal.id === goal.id);
    if (goal.attribute !== undefined || !entry || entry.progress >= 1) continue;
    const told = clauses.find((clause) => !clause.endsWith('?') && tells(goal, clause));
    if (told === undefined) continue;
    agenda = advance(agenda, goal.id, state.turn, 1);
    notes = { ...notes, [goal.id]: { raised: notes[goal.id]?.raised ?? 0, found: told } };
    if (reachable(goal, told)) clauses = clauses.filter((clause) => clause !== told);
  }
  const same = notes === state.notes || clauses.length === clausesOf(text).length;
  return {
    state: { ...state, agenda, notes },
    spoken: {
      text: same ? text : clauses.join(' '),
      preface: notes === state.notes ? '' : 'Thank you, I have noted that.',
      moves: [],
    },
  };
}

function tells(goal: KeeperGoal, clause: string): boolean {
  return reachable(goal, clause) || (OWN.test(clause) && sharesWords(goal, clause));
}

/** An address or a number under which somebody can be reached, where the goal is about one. */
function reachable(goal: KeeperGoal, clause: string): boolean {
  const about = `${goal.what} ${goal.words ?? ''}`;
  if (/e-?mail|address|newsletter/i.test(about) && EMAIL.test(clause)) return true;
  return /phone|call|number/i.test(about) && PHONE.test(clause);
}

const OWN = /\b(?:i|i'm|my|me|we|we're|our|us)\b/i;

/** Words of a goal that say nothing of what it is about. */
const ANY =
  /^(?:learn|find|visitor|visitors|customer|customers|user|whether|would|could|should|there|their|where|which|about|please|mention|shop|them|they|have|with|this|that|your|what|when|like|send|trip|trips|item|items|tell|know|gather|raise|offer)$/;

function sharesWords(goal: KeeperGoal, clause: string): boolean {
  const about = `${goal.what} ${goal.words ?? ''}`;
  const content = (text: string): Set<string> =>
    new Set(
      tokenise(fold(text)).flatMap(({ kind, lemma }) =>
        kind === 'word' && lemma.length > 3 && !ANY.test(lemma) ? [lemma] : [],
      ),
    );
  const own = content(about);
  return [...content(clause)].some((word) => own.has(word));
}

function pass(state: KeeperState): KeeperState {
  const { raised, ...rest } = state;
  return raised ? { ...rest, agenda: passOver(state.agenda, raised.goal.id, raised.turn) } : state;
}
