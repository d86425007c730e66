/**
 * One colour an agent, everywhere: ten that differ in lightness as well as in hue, so that they stay apart for readers who
 * do not see all hues, and a dash pattern and a shape besides.
 * @module
 */
import type { ReportAgent } from '../model/report-model.ts';

/** Light and dark; at least 3 : 1 against the page. */
const PALETTE: readonly (readonly [string, string])[] = [
  ['#17604f', '#7fd1b8'],
  ['#7b8388', '#a7afaa'],
  ['#c2611b', '#f0a05a'],
  ['#3b73b9', '#82b1ee'],
  ['#9c4f96', '#d79ad1'],
  ['#8a6d1f', '#d3b65f'],
  ['#2a8093', '#6cc5d8'],
  ['#b8436a', '#ee8fae'],
  ['#6857c4', '#ab9ef5'],
  ['#657526', '#b3c66c'],
];

/** The first ones belong to the agents that every probe knows; whoever comes after the last shares one of the rest. */
const OTHERS = 5;

const DASHES = ['', '5 3', '2 2', '8 3 2 3', '1 3'] as const;
const SYMBOLS = [
  'circle',
  'square',
  'triangle',
  'diamond2',
  'star',
  'wye',
  'cross',
  'times',
  'asterisk',
  'plus',
] as const;

/** How an agent, or any other series, is drawn. */
export interface Look {
  /** A CSS variable, as `var(--c0)`. */
  readonly colour: string;
  readonly dash: string;
  readonly symbol: (typeof SYMBOLS)[number];
}

/** The variables, for the page's style. */
export const COLOUR_STYLE: string = `:root{${PALETTE.map(([light, dark], i) => `--c${i}:light-dark(${light},${dark})`).join(';')}}\n`;

/** The look of a number of the palette. */
export function lookOf(colour: number): Look {
  const at = colour < PALETTE.length ? colour : OTHERS + ((colour - PALETTE.length) % (PALETTE.length - OTHERS));
  const round = Math.floor(colour / PALETTE.length);
  return {
    colour: `var(--c${at})`,
    dash: DASHES[(at + round) % DASHES.length],
    symbol: SYMBOLS[(at + round) % SYMBOLS.length],
  };
}

/** Looks by name of agent; a series that is no agent takes one that no agent of the chart has. */
export function looksOf(agents: readonly ReportAgent[], series: readonly string[] = []): ReadonlyMap<string, Look> {
  const looks = new Map(agents.map(({ name, colour }) => [name, lookOf(colour)]));
  const used = new Set(agents.filter(({ name }) => series.includes(name)).map(({ colour }) => colour % PALETTE.length));
  const free = PALETTE.map((_, at) => at).filter((at) => !used.has(at));
  for (const name of series) {
    if (!looks.has(name)) looks.set(name, lookOf(free.shift() ?? looks.size));
  }
  return looks;
}
