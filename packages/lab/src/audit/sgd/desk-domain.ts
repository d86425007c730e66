/**
 * A service desk as an exact domain of the engine: what its acts bring, with the chances of users and the costs that the
 * open world ships with. Nothing here says when to ask, confirm, offer or report: that follows from the values.
 * @module
 */
import type { Domain, Outcome, Random } from '@sente/engine';
import { type Costs, DEFAULT_COSTS } from '@sente/language';
import type { Chances } from './chances.ts';
import { type DeskAct, type DeskState, LOOKUP, say } from './desk-state.ts';

/**
 * Users differ in the values that nobody has said, in what was misheard, in whether they like what they are shown and in
 * what they want next. All of that is drawn when they reply, and outcomes sum over it: so an intent has nothing to hold.
 */
type DeskDomain = Domain<DeskState, null, DeskAct> & Required<Pick<Domain<DeskState, null, DeskAct>, 'outcomes'>>;

/** The open world's costs, and two that only a service desk has. In units of one request that is met. */
export interface DeskCosts extends Costs {
  /** A deed that nobody wanted (a table booked for the wrong night). */
  readonly undo: number;
  /** Worth of a further request that is drawn out and met, against the first one's 1. */
  readonly another: number;
}

/** `another` is the least of 1, 2, 4 and 8 that agrees best with dialogues_001 and dialogues_002. */
export const DESK_COSTS: DeskCosts = { ...DEFAULT_COSTS, undo: 1, another: 4 };

/** Slots that one question asks for at most. */
const SLOTS_ASKED = 2;

/** Makes the domain. */
export function deskDomain(chances: Chances, costs: DeskCosts = DESK_COSTS): DeskDomain {
  const turn = (state: DeskState): DeskState => ({ ...state, paid: state.paid - costs.turn });
  const pay = (state: DeskState, amount: number): DeskState => ({ ...state, paid: state.paid - amount });
  const earn = (state: DeskState, amount: number): DeskState => ({ ...state, paid: state.paid + amount });
  const settled = (state: DeskState): DeskState => ({ ...state, step: 'settled', open: 0, left: 0, isOnTable: false });
  const split = (chance: number, yes: DeskState, no: DeskState): Outcome<DeskState>[] =>
    [
      { probability: chance, state: yes },
      { probability: 1 - chance, state: no },
    ].filter((outcome) => outcome.probability > 0);
  const one = (state: DeskState): Outcome<DeskState>[] => [{ probability: 1, state }];
  /** Facts that the user waits for are told along, or have to be asked for again. */
  const alongside = (state: DeskState, act: DeskAct): DeskState => {
    if (!state.asked) return state;
    return act.labels.includes('inform') ? { ...state, asked: false } : pay(state, costs.followUp);
  };
  const isRight = (state: DeskState): number => state.guess ** state.open * state.sure;

  const looked = (state: DeskState): Outcome<DeskState>[] => {
    const right = isRight(state);
    const after = pay({ ...state, step: 'report', isFresh: true, canTell: true }, costs.lookup);
    const works = state.isTransaction ? chances.done : chances.found;
    // A wrong deed cannot be taken back by a better answer; a wrong search is only read in vain.
    const missed = state.isTransaction
      ? earn(settled(after), -costs.undo)
      : turn(pay({ ...after, step: 'unmet', sure: 1, open: state.open, left: 0 }, costs.wrong));
    return [
      { probability: right * works, state: { ...after, fits: 1, open: 0 } },
      { probability: right * (1 - works), state: { ...after, fits: 0, hasAlternative: false, open: 0 } },
      { probability: 1 - right, state: missed },
    ].filter((outcome) => outcome.probability > 0);
  };

  const shown = (state: DeskState, act: DeskAct): Outcome<DeskState>[] => {
    // Nothing fits, and it is shown as if it did.
    if (state.step === 'report' && state.fits === 0) return one(turn(pay(settled(state), costs.untrue + costs.wrong)));
    const counts = act.labels.includes('count');
    // Words to read: the count, and another item beside one that the user is still looking at.
    const words = Number(counts) + Number(state.isOnTable);
    const next = pay(state, words * costs.words);
    const left = Math.max(0, state.left - 1);
    const declined: DeskState = { ...next, step: 'unmet', left, isFresh: false, isOnTable: false };
    // Who was not told how many there are has to find out by asking for another.
    const searched = counts || !state.isFresh ? declined : pay(declined, costs.followUp);
    return split(chances.content, earn(settled(next), 1), turn(searched));
  };

  /** The user goes on: takes the item on the table, or wants something else. */
  const told = (state: DeskState): Outcome<DeskState>[] => {
    if (state.step !== 'unmet' || !state.isOnTable) return one(turn(state));
    return split(chances.content, earn(settled(state), 1), turn({ ...state, isOnTable: false }));
  };

  const reported = (state: DeskState, act: DeskAct): Outcome<DeskState>[] => {
    if (act.labels.includes('success'))
      return one(earn(settled(state), state.fits > 0 ? 1 : -costs.untrue - costs.wrong));
    // An honest "it could not be done" is worth what abstaining is; said of what was done, it is untrue.
    const honest = earn(settled(state), state.fits > 0 ? -costs.untrue : costs.abstained);
    if (!act.labels.includes('offer')) return one(act.labels.includes('more') ? honest : pay(honest, costs.followUp));
    return split(chances.alternative, turn(earn(settled(state), 1)), turn(pay(honest, costs.words)));
  };

  const closing = (state: DeskState, act: DeskAct): Outcome<DeskState>[] => {
    const ended: DeskState = { ...state, step: 'ended' };
    // A wish that is met because it was drawn out; those who are not asked speak up by themselves with `corrects`.
    const drawn = costs.another * (1 - costs.corrects * (1 - costs.followUp));
    if (act.labels.includes('goodbye')) return one(ended);
    const asked = turn(pay(ended, costs.question));
    if (act.labels.includes('intent')) return split(state.follows, earn(ended, drawn), pay(asked, costs.words));
    return split(state.more, earn(ended, drawn), asked);
  };

  const outcomes = (before: DeskState, act: DeskAct): Outcome<DeskState>[] => {
    if (act.isLookup) return looked(before);
    const state = alongside(before, act);
    const asks = turn(pay(state, costs.question));
    switch (act.labels[0]) {
      case 'request':
        return one({ ...asks, open: Math.max(0, state.open - SLOTS_ASKED) });
      case 'confirm':
        return split(state.sure, { ...asks, sure: 1 }, turn({ ...asks, sure: 1 }));
      case 'offer':
        return shown(state, act);
      case 'success':
      case 'failure':
        return reported(state, act);
      case 'inform':
        return told(state);
      default:
        return closing(state, act);
    }
  };

  return {
    acts: actsIn,
    imagine: () => null,
    respond: (state, act, _, random: Random) => {
      const list = outcomes(state, act);
      return list[random.weighted(list.map(({ probability }) => probability))].state;
    },
    reward: (state) => state.paid,
    worth: (state) => state.paid,
    forecast: (state) => state.paid,
    outcomes,
  };
}

/** Everything that could be done, sensible or not. */
function actsIn(state: DeskState): DeskAct[] {
  const { step, asked, canTell } = state;
  const tells = asked && canTell;
  /** Each act as it is, and with the facts told along. */
  const along = (acts: DeskAct[]): DeskAct[] =>
    tells ? [...acts, ...acts.map((act) => say(...act.labels, 'inform'))] : acts;
  if (step === 'ended') return [];
  if (step === 'report') {
    const failures = [
      say('failure'),
      say('failure', 'more'),
      ...(state.hasAlternative ? [say('failure', 'offer')] : []),
    ];
    return along(
      state.isTransaction ? [say('success'), ...failures] : [say('offer'), say('offer', 'count'), ...failures],
    );
  }
  const inform = tells ? [say('inform')] : [];
  if (step === 'settled') {
    return [...inform, say('goodbye'), say('more'), ...(state.follows > 0 ? [say('intent')] : [])];
  }
  return [
    ...inform,
    ...(state.open > 0 ? [say('request')] : []),
    ...(state.open === 0 && state.sure < 1 ? [say('confirm')] : []),
    ...(state.left > 0 ? [say('offer'), say('offer', 'count')] : []),
    LOOKUP,
    say('goodbye'),
  ];
}
