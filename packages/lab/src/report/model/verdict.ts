/**
 * The verdict in two sentences, written from the headline comparisons and from nothing else: where the focus is clearly
 * ahead, where it is clearly behind, and how much cannot be told.
 * @module
 */
import { valueText } from './figure-text.ts';
import type { ReportAgent, ReportMetric, ReportProbe, Standing, Verdict } from './report-model.ts';

/** Who the verdict holds the focus against, if they played; all main agents otherwise. */
const AGAINST = ['bare', 'fresh'];

/** Writes the verdict. */
export function verdictOf(probes: readonly ReportProbe[], agents: readonly ReportAgent[], focus: string): Verdict {
  const main = agents.filter(({ name, isRule }) => !isRule && name !== focus).map(({ name }) => name);
  const known = AGAINST.filter((name) => main.includes(name));
  const others = known.length > 0 ? known : main;
  const compared = probes.flatMap((probe) =>
    headlines(probe).flatMap(({ comparisons }) =>
      comparisons.filter(({ other, standing }) => others.includes(other) && standing !== 'none'),
    ),
  );
  const number = (standing: Standing): number => compared.filter((one) => one.standing === standing).length;
  const counts = { ahead: number('ahead'), behind: number('behind'), open: number('open') };
  const isCorrected = compared.some(({ holm }) => holm !== undefined);
  const sentences =
    compared.length === 0
      ? [`Nothing here compares ${capital(focus)} with another agent on a headline figure.`]
      : [
          standings(probes, others, focus),
          `${tally(counts, compared.length, isCorrected, focus)}${widest(probes, others, focus)}.`,
        ];
  const rules = betterRules(probes, agents, focus);
  return { sentences, ...(rules !== undefined && { rules }), ...counts, isCorrected };
}

/** The few figures that the verdict rests on. */
export function headlines(probe: Pick<ReportProbe, 'metrics'>): readonly ReportMetric[] {
  return probe.metrics.filter(({ isHeadline }) => isHeadline);
}

/** "Sente is clearly ahead of bare on 6 of 8 probes, behind on none; ahead of fresh on 5, behind on 1 (know)." */
function standings(probes: readonly ReportProbe[], others: readonly string[], focus: string): string {
  const parts = others.flatMap((other, at) => {
    const judged = probes.flatMap((probe) => {
      const standing = onProbe(probe, other);
      return standing === undefined ? [] : [{ name: probe.name, standing }];
    });
    if (judged.length === 0) return [];
    const names = (standing: Standing | 'mixed'): string[] =>
      judged.filter((one) => one.standing === standing).map(({ name }) => name);
    const ahead = names('ahead');
    const behind = names('behind');
    const mixed = names('mixed');
    const all = `${judged.length} ${judged.length === 1 ? 'probe' : 'probes'}`;
    const lead = at === 0 ? `${capital(focus)} is ` : '';
    if (ahead.length + behind.length + mixed.length === 0)
      return [`${lead}not clearly apart from ${other} on any of ${all}`];
    const isSame = at > 0 && judged.length === probes.length;
    const where = `on ${ahead.length || 'none'}${isSame ? '' : ` of ${all}`}`;
    const tail = [
      behind.length === 0 ? 'behind on none' : `behind on ${behind.length} (${behind.join(', ')})`,
      ...(mixed.length > 0 ? [`both on ${mixed.length} (${mixed.join(', ')})`] : []),
    ];
    return [`${lead}${at === 0 ? 'clearly ahead' : 'ahead'} of ${other} ${where}, ${tail.join(', ')}`];
  });
  return `${parts.join('; ')}.`;
}

/** How the focus fares on a probe against another: over all headline figures of the probe. */
function onProbe(probe: ReportProbe, other: string): Standing | 'mixed' | undefined {
  const standings = headlines(probe)
    .flatMap(({ comparisons }) => comparisons)
    .filter((comparison) => comparison.other === other && comparison.standing !== 'none')
    .map(({ standing }) => standing);
  if (standings.length === 0) return undefined;
  const isAhead = standings.includes('ahead');
  if (standings.includes('behind')) return isAhead ? 'mixed' : 'behind';
  return isAhead ? 'ahead' : 'open';
}

/** "A simple rule does clearly better than Sente on foresee (base-rates) and recommend (rule)." */
function betterRules(
  probes: readonly ReportProbe[],
  agents: readonly ReportAgent[],
  focus: string,
): string | undefined {
  const rules = agents.filter(({ isRule }) => isRule).map(({ name }) => name);
  const found = probes.flatMap((probe) => {
    const better = rules.filter((rule) => onProbe(probe, rule) === 'behind');
    return better.length === 0 ? [] : [`${probe.name} (${better.join(', ')})`];
  });
  if (found.length === 0) return undefined;
  return `A simple rule does clearly better than ${capital(focus)}, and clearly worse on no headline figure, on ${found.join(', ')}.`;
}

function tally(
  { ahead, behind, open }: { ahead: number; behind: number; open: number },
  all: number,
  isCorrected: boolean,
  focus: string,
): string {
  const clear = isCorrected
    ? 'clear of zero after Holm’s correction'
    : 'clear of zero, with no correction for their number';
  const figures = all === 1 ? 'The one headline comparison' : `Of ${all} headline comparisons`;
  if (all === 1) {
    const how = ahead ? `favours ${capital(focus)}, ${clear}` : behind ? `goes against it, ${clear}` : 'stays open';
    return `${figures} ${how}`;
  }
  const verb = (count: number, many: string, one: string): string =>
    `${count === 0 ? 'none' : count} ${count <= 1 ? one : many}`;
  return `${figures}, ${verb(ahead, 'favour', 'favours')} ${capital(focus)} ${clear}, ${verb(behind, 'go', 'goes')} against it, and ${verb(open, 'stay', 'stays')} open`;
}

/** The probe with the widest lead on the radar, in its own figures: "; the widest lead is in recommend (…)". */
function widest(probes: readonly ReportProbe[], others: readonly string[], focus: string): string {
  const [other] = others;
  const leads = probes
    .flatMap((probe) => {
      const [metric] = headlines(probe);
      const lead = (probe.radar?.[focus]?.value ?? Number.NaN) - (probe.radar?.[other]?.value ?? Number.NaN);
      const isClear = metric?.comparisons.some((one) => one.other === other && one.standing === 'ahead');
      return isClear && lead > 0 ? [{ probe, metric, lead }] : [];
    })
    .sort((a, b) => b.lead - a.lead);
  if (leads.length === 0) return '';
  const { probe, metric } = leads[0];
  const text = (agent: string): string => valueText(metric.figures[agent]?.mean, metric.unit);
  return `; the widest lead is on ${probe.name} (${metric.label}: ${text(focus)} against ${text(other)})`;
}

/** Names of agents at the start of a sentence, and Sente anywhere. */
function capital(name: string): string {
  return name === 'sente' ? 'Sente' : name;
}
