/**
 * Two doors, one of them right: the Tiger problem (Kaelbling, Littman & Cassandra 1998) as a conversation. The assistant
 * may ask, and is told the right door with probability `accuracy`; answering ends the conversation. The value of asking
 * is known in closed form, which makes it the touchstone for anything that claims to compute a value of information.
 * @module
 */
import type { Act } from '../../conversation/act.ts';
import type { Domain, Outcome } from '../../value/domain.ts';

/** The stakes. */
export interface DoorsRules {
  /** R\* of the right door and of the wrong one. */
  readonly right: number;
  readonly wrong: number;
  /** Cost of asking once. */
  readonly cost: number;
  /** Chance that a reply is true, in [0.5, 1]. */
  readonly accuracy: number;
  /** Questions at most. */
  readonly turns: number;
}

/** The right door. */
export type Door = 'left' | 'right';

/** `door` for an answer. */
export type DoorsAct = Act & ({ readonly kind: 'answer'; readonly door: Door } | { readonly kind: 'ask' });

/** Replies so far, and the answer once given. */
export interface DoorsState {
  readonly left: number;
  readonly right: number;
  readonly answered?: Door;
}

/** The domain, its start, a key, and what is known in closed form. */
export interface DoorsWorld extends Domain<DoorsState, Door, DoorsAct> {
  readonly start: DoorsState;
  key(state: DoorsState): string;
  outcomes(state: DoorsState, act: DoorsAct): readonly Outcome<DoorsState>[];
  worth(state: DoorsState): number;
  /** Expected R\* of answering at once, from the start. */
  readonly valueOfAnswering: number;
  /** Expected R\* of asking exactly once and then doing as told, from the start. */
  readonly valueOfAskingOnce: number;
}

const ANSWERS: readonly DoorsAct[] = [
  { kind: 'answer', id: 'answer:left', door: 'left' },
  { kind: 'answer', id: 'answer:right', door: 'right' },
];
const ALL: readonly DoorsAct[] = [...ANSWERS, { kind: 'ask', id: 'ask' }];

/** Makes the world. It has no forecast: values end in rewards. */
export function doorsWorld(rules: DoorsRules): DoorsWorld {
  const { right, wrong, cost, accuracy, turns } = rules;
  const chance = (state: DoorsState, door: Door): number => {
    const odds = (accuracy / (1 - accuracy)) ** (state.left - state.right);
    const left = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    return door === 'left' ? left : 1 - left;
  };
  const asked = (state: DoorsState): number => state.left + state.right;
  const hear = (state: DoorsState, door: Door): DoorsState => ({ ...state, [door]: state[door] + 1 });
  const reward = (state: DoorsState, door: Door): number =>
    (state.answered === undefined ? 0 : state.answered === door ? right : wrong) - cost * asked(state);
  const intents = (state: DoorsState): { intent: Door; weight: number }[] => [
    { intent: 'left', weight: chance(state, 'left') },
    { intent: 'right', weight: chance(state, 'right') },
  ];

  return {
    start: { left: 0, right: 0 },
    key: (state) => `${state.left}|${state.right}|${state.answered ?? ''}`,
    acts: (state) => (state.answered ? [] : asked(state) >= turns ? ANSWERS : ALL),
    imagine: (state, random) => (random.next() < chance(state, 'left') ? 'left' : 'right'),
    respond(state, act, door, random) {
      if (act.kind === 'answer') return { ...state, answered: act.door };
      const other = door === 'left' ? 'right' : 'left';
      return hear(state, random.next() < accuracy ? door : other);
    },
    reward,
    worth: (state) => intents(state).reduce((sum, { intent, weight }) => sum + weight * reward(state, intent), 0),
    outcomes(state, act) {
      if (act.kind === 'answer') return [{ probability: 1, state: { ...state, answered: act.door } }];
      const left = chance(state, 'left') * accuracy + chance(state, 'right') * (1 - accuracy);
      return [
        { probability: left, state: hear(state, 'left') },
        { probability: 1 - left, state: hear(state, 'right') },
      ].filter((outcome) => outcome.probability > 0);
    },
    intents,
    valueOfAnswering: (right + wrong) / 2,
    valueOfAskingOnce: accuracy * right + (1 - accuracy) * wrong - cost,
  };
}
