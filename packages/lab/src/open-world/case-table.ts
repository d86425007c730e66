/**
 * Figures over cases with 95% bootstrap intervals, as a table of text: one row a group, one column a figure.
 * @module
 */
import { brierScore, createRandom, expectedCalibrationError, forecastBias, type ResolvedForecast } from '@sente/engine';
import type { CaseFigures, ImaginedFigures } from './imagined-case.ts';

/** A figure of a list of cases; NaN where it has none. */
type CaseFigure = (cases: readonly CaseFigures[]) => number;

/** Mean of a number over the cases that have it. */
function meanOver(of: (figures: CaseFigures) => number | undefined): CaseFigure {
  return (cases) => {
    const numbers = cases.flatMap((figures) => of(figures) ?? []);
    return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  };
}

/** Weights of imagined customers as forecasts that this is the one. */
function forecasts(
  cases: readonly CaseFigures[],
  right: (imagined: ImaginedFigures) => boolean,
): readonly ResolvedForecast[] {
  return cases.flatMap(({ imagined }) =>
    imagined.map((one) => ({ probability: Math.min(1, one.weight), outcome: right(one) })),
  );
}

const isTrue = (one: ImaginedFigures): boolean => one.isTrue;

/** How good the imagined intents are. */
export const IMAGINED: Readonly<Record<string, CaseFigure>> = {
  'true one imagined': meanOver(({ imagined }) => Number(imagined.some(isTrue))),
  'at best': meanOver(({ coverable }) => coverable),
  'one would serve': meanOver(({ imagined }) => Number(imagined.some((one) => one.wouldServe))),
  imagined: meanOver(({ imagined }) => imagined.length),
  'effective size': meanOver(({ effective }) => effective),
  Brier: (cases) => brierScore(forecasts(cases, isTrue)),
  'calibration error': (cases) => expectedCalibrationError(forecasts(cases, isTrue)),
  bias: (cases) => forecastBias(forecasts(cases, isTrue)),
  distance: meanOver(({ distance }) => distance),
};

/** How good the choices are. */
export const CHOICES: Readonly<Record<string, CaseFigure>> = {
  'same kind': meanOver(({ sameKind }) => Number(sameKind)),
  'best act': meanOver(({ regret }) => Number(regret !== undefined && regret <= 1e-9)),
  asks: meanOver(({ chosen }) => Number(chosen.startsWith('ask'))),
  'exact asks': meanOver(({ best }) => Number(best.startsWith('ask'))),
  regret: meanOver(({ regret }) => regret),
  'regret, never asking': meanOver(({ passive }) => passive),
  'not read': meanOver(({ regret }) => Number(regret === undefined)),
};

/** What decisions cost. */
export const COSTS: Readonly<Record<string, CaseFigure>> = {
  calls: meanOver(({ calls }) => calls),
  tokens: meanOver(({ tokens }) => tokens),
  milliseconds: meanOver(({ milliseconds }) => milliseconds),
};

const RESAMPLES = 1000;

/** A figure with its 95% percentile interval, cases drawn with replacement. */
export function withInterval(
  cases: readonly CaseFigures[],
  figure: CaseFigure,
): { readonly mean: number; readonly low: number; readonly high: number } {
  const random = createRandom(`interval ${cases.length}`);
  const drawn = Array.from({ length: RESAMPLES }, () => figure(cases.map(() => random.pick(cases))))
    .filter((number) => !Number.isNaN(number))
    .sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? Number.NaN;
  return { mean: figure(cases), low: at(0.025), high: at(0.975) };
}

/** A table in Markdown. */
export function caseTable(
  title: string,
  groups: Readonly<Record<string, readonly CaseFigures[]>>,
  figures: Readonly<Record<string, CaseFigure>>,
): string {
  const rows = Object.entries(groups)
    .filter(([, cases]) => cases.length > 0)
    .map(([name, cases]) => {
      const cells = Object.values(figures).map((figure) => {
        const { mean, low, high } = withInterval(cases, figure);
        return low === high ? shown(mean) : `${shown(mean)} [${shown(low)}, ${shown(high)}]`;
      });
      return `| ${[name, cases.length, ...cells].join(' | ')} |`;
    });
  const head = [title, 'cases', ...Object.keys(figures)];
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n');
}

function shown(number: number): string {
  if (Number.isNaN(number)) return '–';
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : Math.abs(number) >= 2 ? 2 : 3;
  return number.toFixed(digits).replace(/^(-?)0\./, '$1.');
}
