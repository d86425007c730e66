/**
 * From the estimate's decision to the one that is carried out, at the depth that was asked for.
 * @module
 */
import type { Decision, Random } from '@sente/engine';
import type { Budget } from '../model/caller.ts';
import { systemText } from '../transcript/transcript.ts';
import type { LanguageAct } from '../value/act.ts';
import { type Simulation, simulateTurn } from '../value/simulate.ts';
import { SIMULATION_CALLS } from '../value/simulation-options.ts';
import { worthOfLeading } from './decide-turn.ts';
import { standingPlan } from './make-plan.ts';
import type { InitiativeOptions } from './options.ts';

/** Calls that an estimate may take unless a budget says otherwise: read, weigh, commit, and a repair of each. */
const ESTIMATE_CALLS = 6;

/** What the layer's calls may use up in one turn. */
export function budgetOf({ depth, budget }: InitiativeOptions): Budget {
  return { calls: depth === 'simulate' ? SIMULATION_CALLS : ESTIMATE_CALLS, ...budget };
}

/** A turn that was estimated. */
export interface Estimated extends Omit<Simulation, 'standing' | 'window' | 'options' | 'calls' | 'gainOf'> {
  readonly options: InitiativeOptions;
  readonly horizon: number;
}

/** The estimate's decision, or what conversations played forward say of it. Throws when the signal is aborted. */
export async function deepen(estimated: Estimated, random: Random): Promise<Decision<LanguageAct>> {
  const { options, horizon, estimate, session, transcript } = estimated;
  if (options.depth !== 'simulate' || horizon === 0) return estimate;
  const simulation: Simulation = {
    ...estimated,
    window: horizon,
    standing: standingPlan(session),
    gainOf: (act) => worthOfLeading(estimated, act),
    options: options.simulation,
    calls: budgetOf(options).calls,
  };
  // Another draw for every conversation: with one seed for all, the same few of the imagined would be met in each.
  return simulateTurn(simulation, random.split(systemText(transcript)).split(transcript.messages.at(-1)?.text ?? ''));
}
