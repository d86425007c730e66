/**
 * The probes and agents of the lab, by name: so that threads and other machines can be told what to play.
 * @module
 */
import type { Agent } from '../agent/agent.ts';
import { modelAgents } from '../agent/model-agents.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import { askProbe } from '../ask/probe.ts';
import { boundaryProbe } from '../boundary/probe.ts';
import { commitProbe } from '../commit/probe.ts';
import { eventsProbe } from '../events/probe.ts';
import { foreseeProbe } from '../foresee/probe.ts';
import { holdProbe } from '../hold/probe.ts';
import { knowProbe } from '../know/probe.ts';
import { leadProbe } from '../lead/probe.ts';
import type { Probe } from '../probe/probe.ts';

/** Every probe that plays conversations in words, in the order of reports. */
export const playedProbes: readonly Probe[] = [holdProbe, askProbe, leadProbe, knowProbe, foreseeProbe, commitProbe];

/** Those whom the lab can have play: language models if one is named, else the agents of the shop. */
export function roster(hasModel: boolean): readonly Agent[] {
  return hasModel ? modelAgents : shopAgents;
}

/** Throws RangeError when there is none of this name. */
export function findProbe(name: string): Probe {
  const found = [...playedProbes, eventsProbe, boundaryProbe].find((probe) => probe.name === name);
  if (!found)
    throw new RangeError(`there is no probe '${name}'; there are: ${playedProbes.map((p) => p.name).join(', ')}`);
  return found;
}

/** One of the probe's own rules, or of the roster. Throws RangeError when there is none of this name. */
export function findAgent(probe: Probe, name: string, hasModel: boolean = false): Agent {
  const found = [...probe.rules, ...roster(hasModel)].find((agent) => agent.name === name);
  if (!found) throw new RangeError(`there is no agent '${name}' for ${probe.name}`);
  return found;
}
