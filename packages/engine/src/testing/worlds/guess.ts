/**
 * A guessing game, small enough to be solved exactly: the user thinks of one of k items; the assistant asks noisy yes/no
 * questions at a cost, and answers once. When the turns run out it can only answer.
 * @module
 */
import type { Act } from '../../conversation/act.ts';
import type { Random } from '../../random/random.ts';
import type { Domain, Outcome } from '../../value/domain.ts';

/** The rules of one game. */
export interface GuessRules {
  /** Chance of each item before anything is said; any non-negative scale. */
  readonly prior: readonly number[];
  /** For every question, the items for which "yes" is the truth. */
  readonly questions: readonly (readonly number[])[];
  /** Chance that a reply is the wrong one, in [0, 0.5). */
  readonly noise: number;
  /** What one question costs, in R\*; a right answer brings 1, a wrong one 0. */
  readonly cost: number;
  /** Questions that can be asked at most. */
  readonly turns: number;
  /** Leaves out the forecast (what answering at once would bring), so that values end in rewards. */
  readonly noForecast?: boolean;
}

/** `item` for an answer, `question` for a question. */
export type GuessAct = Act &
  ({ readonly kind: 'answer'; readonly item: number } | { readonly kind: 'ask'; readonly question: number });

/** What has been said. The belief follows from the counts, so the order of the questions leaves no trace. */
export interface GuessState {
  readonly yes: readonly number[];
  readonly no: readonly number[];
  /** P(item | replies), summing to 1. */
  readonly belief: readonly number[];
  readonly asked: number;
  /** The item answered, once the game has ended; −1 before. */
  readonly answered: number;
}

/** A guessing game: the domain, its start, and a key that tells its states apart. */
export interface GuessWorld extends Domain<GuessState, number, GuessAct> {
  readonly start: GuessState;
  key(state: GuessState): string;
  outcomes(state: GuessState, act: GuessAct): readonly Outcome<GuessState>[];
  intents(state: GuessState): readonly { readonly intent: number; readonly weight: number }[];
  worth(state: GuessState): number;
}

/** Makes the game. */
export function guessWorld(rules: GuessRules): GuessWorld {
  const { prior, questions, noise, cost, turns } = rules;
  const members = questions.map((items) => new Set(items));
  const says = (question: number, item: number): number => (members[question].has(item) ? 1 - noise : noise);
  const answers = prior.map((_, item): GuessAct => ({ kind: 'answer', id: `answer:${item}`, item }));
  const asks = questions.map((_, question): GuessAct => ({ kind: 'ask', id: `ask:${question}`, question }));

  const stateOf = (yes: readonly number[], no: readonly number[], asked: number): GuessState => {
    const belief = [...prior];
    for (let q = 0; q < questions.length; q++) {
      if (yes[q] + no[q] === 0) continue;
      for (let i = 0; i < belief.length; i++) belief[i] *= says(q, i) ** yes[q] * (1 - says(q, i)) ** no[q];
    }
    const total = belief.reduce((sum, p) => sum + p, 0);
    return { yes, no, belief: belief.map((p) => p / total), asked, answered: -1 };
  };
  // States are remembered by where they came from: a belief is worked out once, however often a reply is imagined.
  const after = new WeakMap<GuessState, GuessState[]>();
  const told = (state: GuessState, question: number, yes: boolean): GuessState => {
    const known = after.get(state) ?? [];
    after.set(state, known);
    const count = (list: readonly number[]): number[] => list.map((n, q) => (q === question ? n + 1 : n));
    known[2 * question + Number(yes)] ??= stateOf(
      yes ? count(state.yes) : state.yes,
      yes ? state.no : count(state.no),
      state.asked + 1,
    );
    return known[2 * question + Number(yes)];
  };
  const closed = (state: GuessState, item: number): GuessState => ({ ...state, answered: item });
  const worth = (state: GuessState): number =>
    (state.answered < 0 ? 0 : state.belief[state.answered]) - cost * state.asked;

  const none = questions.map(() => 0);
  return {
    start: stateOf(none, none, 0),
    key: (state) => `${state.yes}|${state.no}|${state.answered}`,
    acts: (state) => (state.answered >= 0 ? [] : state.asked >= turns ? answers : [...answers, ...asks]),
    imagine: (state, random) => random.weighted(state.belief),
    respond(state, act, item, random: Random) {
      if (act.kind === 'answer') return closed(state, act.item);
      return told(state, act.question, random.next() < says(act.question, item));
    },
    reward: (state, item) => (state.answered === item ? 1 : 0) - cost * state.asked,
    worth,
    forecast: rules.noForecast
      ? undefined
      : (state) => (state.answered >= 0 ? worth(state) : Math.max(...state.belief) - cost * state.asked),
    outcomes(state, act) {
      if (act.kind === 'answer') return [{ probability: 1, state: closed(state, act.item) }];
      const chance = (yes: boolean): number =>
        state.belief.reduce(
          (sum, p, item) => sum + p * (yes ? says(act.question, item) : 1 - says(act.question, item)),
          0,
        );
      return [true, false]
        .map((yes) => ({ yes, probability: chance(yes) }))
        .filter(({ probability }) => probability > 0)
        .map(({ yes, probability }) => ({ probability, state: told(state, act.question, yes) }));
    },
    intents: (state) => state.belief.map((weight, intent) => ({ intent, weight })),
  };
}

/** A game with random questions and prior: `items` items, `questions` questions that each hold for about half of them. */
export function randomGuessRules(
  random: Random,
  shape: { items: number; questions: number; turns: number; noise?: number; cost?: number },
): GuessRules {
  const items = Array.from({ length: shape.items }, (_, i) => i);
  return {
    prior: items.map(() => 0.2 + random.next()),
    questions: Array.from({ length: shape.questions }, () => items.filter(() => random.next() < 0.5)),
    noise: shape.noise ?? 0.1,
    cost: shape.cost ?? 0.03,
    turns: shape.turns,
  };
}
