/**
 * The `simulate` depth: the best few acts of the estimate are played forward with imagined users and raced.
 *
 * An estimate that abstains stands (see `screenActs`), and so does any when the budget ends before every played act has a
 * value. Acts that were not played keep the estimate's value, at depth 0: it is never compared with a simulated one.
 * @module
 */
import { type Candidate, conclude, type Decision, type Random } from '@sente/engine';
import type { TurnPlan } from '../turn/plan.ts';
import type { LanguageAct } from './act.ts';
import { createActText } from './act-text.ts';
import { allocate } from './allocate.ts';
import { createPersons } from './draw-person.ts';
import { mostCalls, playForward, type Scene } from './play-forward.ts';
import { createRounds } from './play-rounds.ts';
import { screenActs } from './screen-acts.ts';
import { type SimulationOptions, TEMPERAMENTS } from './simulation-options.ts';
import { spread } from './spread.ts';

/** What is simulated. */
export interface Simulation extends Omit<Scene, 'interactivity'> {
  /** The estimate's decision. */
  readonly estimate: Decision<LanguageAct>;
  /** What the transport would be told for an act. */
  readonly planOf: (act: LanguageAct) => TurnPlan;
  /** Added to an act's value: what leading brings to the goals. */
  readonly gainOf?: (act: LanguageAct) => number;
  readonly options?: SimulationOptions;
  /** The caller's limit of calls, where there is one. */
  readonly calls?: number;
}

/** The decision after simulation. Throws when the signal is aborted; whatever else goes wrong, a decision comes back. */
export async function simulateTurn(simulation: Simulation, random: Random): Promise<Decision<LanguageAct>> {
  const { caller, session, estimate, planOf, gainOf = () => 0, options = {}, window, signal } = simulation;
  const { samples = 3, concurrency = 4, interactivity = 0.1, temperaments = TEMPERAMENTS } = options;
  const acts = screenActs(estimate, planOf, options.candidates ?? 4);
  if (acts.length < 2 || estimate.chosen.kind === 'abstain') return estimate;

  const scene: Scene = { ...simulation, interactivity };
  const textOf = createActText(scene, planOf);
  const weights = session.intents.map(({ weight }) => weight);
  const personOf = createPersons(weights, temperaments, random);
  const rounds = createRounds({
    async play({ act: position, sample }) {
      const act = acts[position];
      const person = personOf(sample);
      return (await playForward(scene, act, await textOf(act, person.intent), person)) + gainOf(act);
    },
    calls: ({ act }) => mostCalls(window) + (acts[act].kind === 'ask' ? 0 : 1),
    left: () => (simulation.calls ?? Number.POSITIVE_INFINITY) - caller.usage().calls,
    concurrency,
    signal,
  });

  const values = acts.map((): number[] => []);
  const allocation = allocate(options.allocation ?? 'race', acts.length, samples);
  for (let draws = allocation.next(); draws.length > 0; draws = rounds.isSpent ? [] : allocation.next()) {
    for (const [draw, value] of await rounds.play(draws)) {
      allocation.tell(draw, value);
      if (value !== undefined) values[draw.act].push(value);
    }
  }

  const valued = values.filter((own) => own.length > 0).length;
  if (valued < 2 || (rounds.isSpent && valued < acts.length)) return estimate;
  const means = allocation.means();
  const errors = spread(values);
  const candidates = estimate.candidates.map((candidate): Candidate<LanguageAct> => {
    const i = acts.indexOf(candidate.act);
    if (i < 0 || values[i].length === 0) return { ...candidate, depth: 0 };
    return { act: candidate.act, value: means[i], error: errors[i], samples: values[i].length };
  });
  return conclude({
    policy: 'simulated',
    horizon: window,
    candidates,
    chosen: acts[allocation.best()],
    describe: (act) => `${act.kind} “${act.text}”`,
    cost: { ...estimate.cost, samples: candidates.reduce((sum, candidate) => sum + candidate.samples, 0) },
  });
}
