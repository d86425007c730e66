/**
 * The experiment in a screen of the terminal.
 * @module
 */
import { isNumber, NOTHING, valueText } from '@sente/lab/report';
import type { ExperimentResults } from '../experiment/results.ts';
import { figureUnit } from './figure-labels.ts';
import { headline } from './headline.ts';
import { corpusName, kindName, kindOf, mainCorpus, summariesOf } from './kinds.ts';

const COLUMNS: readonly (readonly [figure: string, head: string])[] = [
  ['asks@open', 'asks open'],
  ['asks@closed', 'closed'],
  ['agreement', 'agrees'],
  ['success', 'success'],
  ['reward', 'reward'],
  ['p@full', 'full'],
  ['p@sharded', 'pieces'],
  ['ece', 'ece'],
];

/** What came out, in plain text that ends in a line break. Sentences break at 100 columns. */
export function summaryText(results: ExperimentResults): string {
  const { title, sentences } = headline(results);
  const corpus = mainCorpus(results);
  const rows = summariesOf(results, corpus).map(
    (one) => [kindName(kindOf(one)).replace(/^multi-turn, (?=.*, after )/, ''), one.figures] as const,
  );
  const all = [...rows, ...Object.entries(results.rules)];
  const columns = COLUMNS.filter(([name]) => all.some(([, figures]) => figures[name]));
  const first = Math.max(10, ...all.map(([name]) => name.length));
  const head = ['trained by'.padEnd(first), ...columns.map(([, text]) => text.padStart(8))].join(' ');
  const lines = all.map(([name, figures]) => {
    const cells = columns.map(([figure]) => text(figures[figure]?.mean, figure).padStart(8));
    return [name.padEnd(first), ...cells].join(' ');
  });
  return [
    wrap(title),
    '',
    ...sentences.map(wrap),
    '',
    `With ${corpusName(corpus)} of openings asked back in the corpus:`,
    head,
    ...lines,
    ...results.notes.map((note) => wrap(`Note: ${note}`)),
    '',
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

function text(value: number | undefined, figure: string): string {
  return isNumber(value) ? valueText(value, figureUnit(figure)) : NOTHING;
}

const WIDTH = 100;

/** Lines of at most 100 characters, broken between words. */
function wrap(sentence: string): string {
  const lines: string[] = [''];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
