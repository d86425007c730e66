/**
 * BLEU over words, compatible with sacreBLEU's defaults: tokenizer 13a, four n-grams, exponential smoothing, case kept,
 * closest reference length.
 *
 * Source: Papineni et al. 2002, ACL, section 2; smoothing: Chen & Cherry 2014, method 3 (mteval's); Post 2018, arXiv 1804.08771.
 * @module
 */
import { tokenize13a } from './tokenize-13a.ts';

const ORDER = 4;

/** BLEU of a set of segments, 0 … 100. `references[k]` are the references of segment k; one or more each. */
export function corpusBleu(segments: readonly string[], references: readonly (readonly string[])[]): number {
  return scoreOf(addUp(segments.map((segment, k) => countMatches(segment, references[k]))), false);
}

/** BLEU of one segment, 0 … 100, over the orders that the segment is long enough for (`effective_order`). */
export function sentenceBleu(segment: string, references: readonly string[]): number {
  return scoreOf(countMatches(segment, references), true);
}

/** Clipped matches and n-grams per order, and the two lengths, in tokens. */
interface Counts {
  readonly matches: readonly number[];
  readonly totals: readonly number[];
  readonly length: number;
  readonly referenceLength: number;
}

function nGrams(tokens: readonly string[], order: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + order <= tokens.length; i++) {
    const gram = tokens.slice(i, i + order).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function countMatches(segment: string, references: readonly string[]): Counts {
  if (references.length === 0) throw new RangeError('BLEU needs at least one reference for each segment');
  const tokens = tokenize13a(segment);
  const wanted = references.map(tokenize13a);
  const lengths = wanted.map((reference) => reference.length);
  // The closest length; of two equally close ones the shorter.
  const distance = (length: number): number => Math.abs(length - tokens.length);
  const referenceLength = lengths.reduce((best, length) =>
    distance(length) < distance(best) || (distance(length) === distance(best) && length < best) ? length : best,
  );
  const matches: number[] = [];
  const totals: number[] = [];
  for (let order = 1; order <= ORDER; order++) {
    const own = nGrams(tokens, order);
    const theirs = wanted.map((reference) => nGrams(reference, order));
    let matched = 0;
    for (const [gram, count] of own) {
      matched += Math.min(count, Math.max(...theirs.map((grams) => grams.get(gram) ?? 0)));
    }
    matches.push(matched);
    totals.push(Math.max(0, tokens.length - order + 1));
  }
  return { matches, totals, length: tokens.length, referenceLength };
}

function addUp(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  const orders = Array.from({ length: ORDER }, (_, order) => order);
  return {
    matches: orders.map((order) => sum((counts) => counts.matches[order])),
    totals: orders.map((order) => sum((counts) => counts.totals[order])),
    length: sum((counts) => counts.length),
    referenceLength: sum((counts) => counts.referenceLength),
  };
}

function scoreOf({ matches, totals, length, referenceLength }: Counts, effective: boolean): number {
  if (matches.every((count) => count === 0)) return 0;
  let smoothing = 1;
  let logs = 0;
  let orders = 0;
  for (let order = 0; order < ORDER; order++) {
    if (totals[order] === 0) {
      if (!effective) return 0;
      break;
    }
    if (matches[order] === 0) smoothing *= 2;
    const precision = matches[order] === 0 ? 100 / (smoothing * totals[order]) : (100 * matches[order]) / totals[order];
    logs += Math.log(precision);
    orders++;
  }
  const brevity = length < referenceLength ? Math.exp(1 - referenceLength / length) : 1;
  return brevity * Math.exp(logs / orders);
}
