/**
 * Checks that a probe's metrics can be worked out from what was played.
 * @module
 */
import type { Findings } from '@sente/engine/testing';
import type { PlayedRow } from './played.ts';
import type { Probe, ProbeCase } from './probe.ts';

/** Every metric can be worked out for every agent that played; each headline metric comes to a number for some agent. */
export function checkFigures<Case extends ProbeCase>(
  probe: Probe<Case>,
  rows: readonly PlayedRow[],
  findings: Findings,
): void {
  const groupsOf = (agent: string, cell?: string): PlayedRow[][] => {
    const groups = new Map<string, PlayedRow[]>();
    for (const row of rows) {
      if (row.agent !== agent || (cell !== undefined && row.cell !== cell)) continue;
      groups.set(row.case, [...(groups.get(row.case) ?? []), row]);
    }
    return [...groups.values()];
  };
  const rules = new Set(probe.rules.map(({ name }) => name));
  for (const metric of probe.metrics) {
    const { name, cell, isHeadline, figure = name, of } = metric;
    const values = [...new Set(rows.map(({ agent }) => agent))].flatMap((agent) => {
      const groups = groupsOf(agent, cell);
      if (groups.length === 0) return [];
      const found = groups.flat().flatMap((row) => row.figures[figure] ?? []);
      const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
      return [[agent, of ? of(groups, (other) => groupsOf(other, cell)) : mean] as const];
    });
    const broken = values.find(
      ([, value]) => typeof value !== 'number' || Math.abs(value) === Number.POSITIVE_INFINITY,
    );
    findings.expect(
      'metrics come to numbers',
      broken === undefined,
      () => `${name} of ${broken?.[0]} is ${broken?.[1]}`,
    );
    // One who never asks has no share of refusals; if nobody has the figure, it is misnamed or the cases are too few.
    const given = values.filter(([agent]) => !rules.has(agent));
    findings.expect(
      'headline metrics are there for some agent',
      !isHeadline || given.length === 0 || given.some(([, value]) => !Number.isNaN(value)),
      () => `${name} is missing for all; more cases may help`,
    );
    if (name !== probe.radar.metric) continue;
    for (const [agent, value] of values.filter(([, one]) => !Number.isNaN(one))) {
      const scaled = probe.radar.scale(value);
      findings.expect('the radar is scaled to 0 … 1', scaled >= 0 && scaled <= 1, () => `${agent}: ${scaled}`);
    }
  }
}
