/**
 * A user who needs one thing and may or may not say so: the world in which speaking unasked can pay. The assistant can
 * wait for the user to speak, ask, offer one of the topics unasked, or, once it knows, answer. Every turn costs patience,
 * and the user may leave; a wrong offer is a burden and rules its topic out.
 * @module
 */
import type { Act } from '../../conversation/act.ts';
import type { Random } from '../../random/random.ts';
import type { Domain, Outcome } from '../../value/domain.ts';

/** The rules; probabilities in [0, 1], costs in R\*. Being served brings 1. */
export interface OfferRules {
  /** How likely each topic is to be what the user needs; any non-negative scale. */
  readonly prior: readonly number[];
  /** Chance that the user speaks up when the assistant waits. */
  readonly speaks: number;
  /** Chance that the user answers a question with what they need (the other replies say nothing). */
  readonly tells: number;
  /** Chance that the user leaves after a turn in which they were not served. */
  readonly leaves: number;
  /** Cost of every turn, of a question on top, and of a wrong offer on top. */
  readonly turn: number;
  readonly question: number;
  readonly intrusion: number;
  /** Turns at most; then the user leaves. */
  readonly turns: number;
}

/** `topic` for an answer or an offer. */
export type OfferAct = Act & { readonly topic?: number };

/** How far the conversation has come. */
export interface OfferState {
  /** Topics that are ruled out, ascending. */
  readonly refused: readonly number[];
  /** The topic the user has named or was served with; −1 before. */
  readonly named: number;
  readonly turn: number;
  /** Questions asked. */
  readonly questions: number;
  readonly end: '' | 'served' | 'left';
}

/** The domain, its start, and a key that tells its states apart. */
export interface OfferWorld extends Domain<OfferState, number, OfferAct> {
  readonly start: OfferState;
  key(state: OfferState): string;
  outcomes(state: OfferState, act: OfferAct): readonly Outcome<OfferState>[];
  intents(state: OfferState): readonly { readonly intent: number; readonly weight: number }[];
}

const WAIT: OfferAct = { kind: 'wait', id: 'wait' };
const ASK: OfferAct = { kind: 'ask', id: 'ask' };

/** Makes the world. It has no forecast: values end in rewards. */
export function offerWorld(rules: OfferRules): OfferWorld {
  const { prior, speaks, tells, leaves } = rules;
  const answers = prior.map((_, topic): OfferAct => ({ kind: 'answer', id: `answer:${topic}`, topic }));
  const offers = prior.map((_, topic): OfferAct => ({ kind: 'offer', id: `offer:${topic}`, topic }));
  const weights = (state: OfferState): number[] => {
    const open = prior.map((weight, topic) =>
      state.named >= 0 ? Number(topic === state.named) : state.refused.includes(topic) ? 0 : weight,
    );
    const total = open.reduce((sum, weight) => sum + weight, 0);
    return open.map((weight) => weight / total);
  };
  const base = (state: OfferState, act: OfferAct): OfferState => ({
    ...state,
    turn: state.turn + 1,
    questions: state.questions + (act.kind === 'ask' ? 1 : 0),
  });
  const left = (state: OfferState): OfferState => ({ ...state, end: 'left' });
  /** A turn that did not serve: the user leaves, or stays as `state` says. */
  const unserved = (state: OfferState): Outcome<OfferState>[] =>
    state.turn >= rules.turns
      ? [{ probability: 1, state: left(state) }]
      : [
          { probability: leaves, state: left(state) },
          { probability: 1 - leaves, state },
        ];
  /** The replies of a user who needs `topic`. */
  const replies = (state: OfferState, act: OfferAct, topic: number): Outcome<OfferState>[] => {
    const next = base(state, act);
    if (act.topic === topic) return [{ probability: 1, state: { ...next, named: topic, end: 'served' } }];
    if (act.topic !== undefined) {
      return unserved({ ...next, refused: [...next.refused, act.topic].sort((a, b) => a - b) });
    }
    const telling = act.kind === 'ask' ? tells : speaks;
    const scale = (chance: number, list: Outcome<OfferState>[]): Outcome<OfferState>[] =>
      list.map((outcome) => ({ ...outcome, probability: outcome.probability * chance }));
    return [...scale(telling, unserved({ ...next, named: topic })), ...scale(1 - telling, unserved(next))];
  };
  const key = (state: OfferState): string =>
    `${state.refused}|${state.named}|${state.turn}|${state.questions}|${state.end}`;

  return {
    start: { refused: [], named: -1, turn: 0, questions: 0, end: '' },
    key,
    acts(state) {
      if (state.end) return [];
      if (state.named >= 0) return [answers[state.named], WAIT];
      return [...offers.filter((_, topic) => !state.refused.includes(topic)), ASK, WAIT];
    },
    imagine: (state, random) => random.weighted(weights(state)),
    respond(state, act, topic, random: Random) {
      const list = replies(state, act, topic);
      return list[random.weighted(list.map((outcome) => outcome.probability))].state;
    },
    reward: (state) =>
      (state.end === 'served' ? 1 : 0) -
      rules.turn * state.turn -
      rules.question * state.questions -
      rules.intrusion * state.refused.length,
    outcomes(state, act) {
      const merged = new Map<string, { probability: number; state: OfferState }>();
      weights(state).forEach((weight, topic) => {
        if (weight === 0) return;
        for (const outcome of replies(state, act, topic)) {
          if (outcome.probability === 0) continue;
          const at = key(outcome.state);
          const known = merged.get(at);
          if (known) known.probability += weight * outcome.probability;
          else merged.set(at, { probability: weight * outcome.probability, state: outcome.state });
        }
      });
      return [...merged.values()];
    },
    intents: (state) => weights(state).map((weight, intent) => ({ intent, weight })),
  };
}
