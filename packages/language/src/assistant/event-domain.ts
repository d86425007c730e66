/**
 * An event as a world of the engine: who may be listening, and whether to speak or to wait. Whoever wants to hear it and
 * is not told has to ask later, and that follow-up is what speaking saves:
 *
 *     wait      1 − Σ wantedᵢⱼ · followUp
 *     offer j   the same without j, less the words and the interruption
 *     lead g    as waiting, less the words and the interruption; what it brings the agenda is the planner's `agenda`
 *
 * Interrupting costs `interruption` at the worst of moments and half of it at the best: nobody asked.
 * @module
 */
import type { Domain, Outcome, Random } from '@sente/engine';
import type { LanguageAct } from '../value/act.ts';
import type { Costs } from '../value/costs.ts';
import type { EventWeighing } from './event-schema.ts';

/** Before or after the choice. */
export interface EventState {
  /** Belief over the listeners; sums to 1. */
  readonly weights: readonly number[];
  readonly done?: LanguageAct;
}

/** Saying nothing. */
export const WAIT: LanguageAct = { kind: 'wait', id: 'wait', text: 'say nothing' };

/** The world of one event. Listeners are positions. */
export class EventDomain implements Domain<EventState, number, LanguageAct> {
  private readonly weighing: EventWeighing;
  private readonly open: readonly LanguageAct[];
  private readonly costs: Costs;

  /** `acts`: beside waiting, each with the position of its offer or the id of its goal. */
  constructor(weighing: EventWeighing, acts: readonly LanguageAct[], costs: Costs) {
    this.weighing = weighing;
    this.open = [...acts, WAIT];
    this.costs = costs;
  }

  acts(state: EventState): readonly LanguageAct[] {
    return state.done ? [] : this.open;
  }

  imagine(state: EventState, random: Random): number {
    return random.weighted(state.weights);
  }

  respond(state: EventState, act: LanguageAct): EventState {
    return { ...state, done: act };
  }

  outcomes(state: EventState, act: LanguageAct): readonly Outcome<EventState>[] {
    return [{ probability: 1, state: this.respond(state, act) }];
  }

  intents(state: EventState): readonly { intent: number; weight: number }[] {
    return state.weights.map((weight, intent) => ({ intent, weight }));
  }

  reward({ done }: EventState, listener: number): number {
    const { followUp, words, interruption } = this.costs;
    const missed = this.weighing.offers.reduce(
      (sum, offer, i) => (done?.offer === i ? sum : sum + offer.wanted[listener] * followUp),
      0,
    );
    const spoken = done && done.kind !== 'wait' ? words + interruption * (1 - this.weighing.moment / 2) : 0;
    return 1 - missed - spoken;
  }

  worth(state: EventState): number {
    return state.weights.reduce((sum, weight, listener) => sum + weight * this.reward(state, listener), 0);
  }
}
