/**
 * A weighing as a world of the engine: who the user may be, what could be done, how each imagined user would reply. Small
 * and exact, so that the engine looks ahead in it without another model call, and every act is valued on one scale.
 *
 * R\* of a finished conversation is 1 when the user was served, less what it cost (`Costs`) and less one follow-up for
 * each useful thing that was not offered and is asked for later. A question is then worth its expected value of
 * information (Howard 1966; for clarifying questions Rao & Daumé 2018, arXiv 1805.04655) less the cost of a turn: nothing
 * of that is written here, it follows from looking one reply ahead.
 *
 * How a user of intent i replies:
 *
 *     answer a    served with f·s; takes something untrue for true with f·(1 − s); else (1 − f) says what was meant
 *                 (with chance `corrects`) or leaves             f: fit of a for i, s: chance that a is true
 *     ask q       the choice that i would take; SHRUG of the time "I don't know"; once q is answered, the answer that
 *                 serves i best serves at least as well as the weigher says it would (`better`)
 *     lookup q    the same, found out by a tool, without a turn of the user's
 *     offer, lead as the best answer, with more words
 *
 * @module
 */
import type { Domain, Outcome, Random } from '@sente/engine';
import type { Weighing } from '../weigh/weighing.ts';
import type { LanguageAct } from './act.ts';
import type { Costs } from './costs.ts';
import { type Branch, imaginedReplies } from './imagined-replies.ts';
import type { WeighedState } from './weighed-state.ts';

/** The world of one weighing. Intents are positions. */
export class WeighedDomain implements Domain<WeighedState, number, LanguageAct> {
  readonly weighing: Weighing;
  readonly costs: Costs;
  private readonly all: readonly LanguageAct[];
  /** Positions of the answers that some act gives; the others may not be given, and nothing is expected of them. */
  private readonly givable: readonly number[];
  /** How well the answer that serves each intent best serves it. */
  private readonly meant: readonly number[];

  /** `acts`: what could be done, as `listActs` made them of the same weighing. */
  constructor(weighing: Weighing, acts: readonly LanguageAct[], costs: Costs) {
    this.weighing = weighing;
    this.all = acts;
    this.givable = weighing.answers
      .map((_, answer) => answer)
      .filter((answer) => acts.some((act) => act.answer === answer));
    this.costs = costs;
    const count = weighing.answers[0].fits.length;
    this.meant = Array.from({ length: count }, (_, i) =>
      Math.max(0, ...this.givable.map((a) => weighing.answers[a].fits[i])),
    );
  }

  acts(state: WeighedState): readonly LanguageAct[] {
    if (state.status !== 'open') return [];
    return this.all.filter((act) => {
      if (act.kind === 'ask' || act.kind === 'lookup') return !state.asked.includes(act.question!);
      if (act.offer !== undefined && state.offered.includes(act.offer)) return false;
      // An answer that failed comes back with no offer either: it would be given a second chance.
      return act.answer === undefined || !state.failed.includes(act.answer);
    });
  }

  imagine(state: WeighedState, random: Random): number {
    return random.weighted(state.weights);
  }

  respond(state: WeighedState, act: LanguageAct, intent: number, random: Random): WeighedState {
    const branches = imaginedReplies(this, state, act, intent);
    const drawn = branches[random.weighted(branches.map((branch) => branch.probability))];
    return this.grouped(state, act).get(drawn.label)!.state;
  }

  outcomes(state: WeighedState, act: LanguageAct): readonly Outcome<WeighedState>[] {
    return [...this.grouped(state, act).values()];
  }

  intents(state: WeighedState): readonly { intent: number; weight: number }[] {
    return state.weights.map((weight, intent) => ({ intent, weight }));
  }

  reward(state: WeighedState, intent: number): number {
    if (state.status === 'served') return 1 - state.spent - this.followUps(state, intent);
    if (state.status === 'abstained') return this.costs.abstained - state.spent;
    return -state.spent;
  }

  worth(state: WeighedState): number {
    return state.weights.reduce((sum, weight, intent) => sum + weight * this.reward(state, intent), 0);
  }

  /** The best that can be done at once: the best answer, with one correction to follow if it does not serve; or abstaining. */
  forecast(state: WeighedState): number {
    if (state.status !== 'open') return this.worth(state);
    let best = this.costs.abstained;
    for (const answer of this.givable) {
      if (state.failed.includes(answer)) continue;
      let value = -this.length(answer);
      state.weights.forEach((weight, intent) => {
        if (weight > 0) value += weight * this.answered(state, answer, intent);
      });
      best = Math.max(best, value);
    }
    return best - state.spent;
  }

  /** R\* of an answer for one intent, costs so far and length left out. */
  private answered(state: WeighedState, answer: number, intent: number): number {
    const { answers } = this.weighing;
    const { sure } = answers[answer];
    const { corrects, turn, wrong, untrue } = this.costs;
    const fit = this.fit(state, answer, intent);
    const gain = 1 - this.followUps(state, intent);
    let recovered = 0;
    for (const other of this.givable) {
      if (other === answer || state.failed.includes(other)) continue;
      recovered = Math.max(recovered, this.fit(state, other, intent) * answers[other].sure * gain - this.length(other));
    }
    return (
      fit * (sure * gain - (1 - sure) * untrue) +
      (1 - fit) * (corrects * (Math.max(recovered, this.costs.abstained) - turn) - wrong)
    );
  }

  /** How well an answer serves an intent, by what was told: details make the answer meant for it better, no other one right. */
  fit({ told }: WeighedState, answer: number, intent: number): number {
    const fit = this.weighing.answers[answer].fits[intent];
    if (fit < this.meant[intent]) return fit;
    return told.reduce((best, q) => Math.max(best, this.weighing.questions[q].better ?? 0), fit);
  }

  private followUps(state: WeighedState, intent: number): number {
    return this.weighing.offers.reduce(
      (sum, offer, i) => (state.offered.includes(i) ? sum : sum + offer.wanted[intent] * this.costs.followUp),
      0,
    );
  }

  length(answer: number): number {
    return this.costs.tokens * Math.min(1, this.weighing.answers[answer].tokens / 1000);
  }

  /** What the assistant can tell apart, with the belief after each. */
  private grouped(state: WeighedState, act: LanguageAct): Map<string, Outcome<WeighedState>> {
    const shares = new Map<string, { next: Branch['next']; weights: number[] }>();
    state.weights.forEach((weight, intent) => {
      if (weight <= 0) return;
      for (const { label, next, probability } of imaginedReplies(this, state, act, intent)) {
        const share = shares.get(label) ?? { next, weights: new Array<number>(state.weights.length).fill(0) };
        share.weights[intent] += weight * probability;
        shares.set(label, share);
      }
    });
    const groups = new Map<string, Outcome<WeighedState>>();
    for (const [label, { next, weights }] of shares) {
      const probability = weights.reduce((sum, weight) => sum + weight, 0);
      const belief = weights.map((weight) => weight / probability);
      groups.set(label, { probability, state: { ...next, weights: belief } });
    }
    return groups;
  }
}
