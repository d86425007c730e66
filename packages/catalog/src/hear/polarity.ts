/**
 * What the words around a thing do to it: negate it, take it back, or leave it open; and how far that reaches.
 * @module
 */
import type { Chunk } from './chunks.ts';
import type { Operand } from './operands.ts';
import type { Segment } from './segments.ts';

/** What is said of an operand. */
export type Polarity = 'plain' | 'not' | 'needless' | 'indifferent' | 'unknown' | 'withdraw' | 'replacing';

/** An operand with what is said of it; `from` and `to` also cover the words that say it. */
export interface Judged {
  readonly operand: Operand;
  readonly polarity: Polarity;
  readonly from: number;
  readonly to: number;
}

/** What a segment leaves behind for the next. */
export interface Carry {
  readonly polarity: Polarity;
  /** Attribute of the last operand. */
  readonly attribute?: number;
  /** The negation was "without" or "neither", which reaches over "and". */
  readonly wide: boolean;
}

const POLARITIES: ReadonlySet<string> = new Set([
  'not',
  'nor',
  'needless',
  'indifferent',
  'unknown',
  'withdraw',
  'replacing',
]);

function polarityOf(chunk: Chunk): Polarity | undefined {
  if (chunk.kind !== 'operator' || !POLARITIES.has(chunk.sign)) return undefined;
  return chunk.sign === 'nor' ? 'not' : (chunk.sign as Polarity);
}

const attributeOf = (operand: Operand | undefined): number | undefined =>
  operand && 'attribute' in operand ? operand.attribute : undefined;

/**
 * Whether what was said of the segment before also holds here. After a comma a negation does only within a list that goes
 * on: "not Dell, HP or Acer", but "not Dell, HP".
 */
function inherits(segment: Segment, first: Operand | undefined, carry: Carry): boolean {
  if (carry.polarity === 'plain' || carry.polarity === 'replacing' || !first) return false;
  const lead = segment.chunks.filter((chunk) => chunk.to <= first.from);
  if (
    lead.some(
      (chunk) =>
        polarityOf(chunk) ||
        (chunk.kind === 'operator' && ['want', 'like', 'instead', 'preposition'].includes(chunk.sign)),
    )
  ) {
    return false;
  }
  if (segment.connector === 'but' || segment.connector === 'start') return false;
  if (carry.polarity !== 'not') {
    return segment.connector !== 'comma' ? first.kind !== 'range' : first.kind === 'about';
  }
  if (segment.connector === 'or' || segment.connector === 'nor') return true;
  if (segment.connector === 'comma' && !segment.listed) return false;
  if (carry.attribute !== undefined && attributeOf(first) === carry.attribute) return first.kind !== 'range';
  return segment.connector === 'and' && carry.wide && first.kind !== 'range';
}

/**
 * Judges the operands of a segment. An operator holds for what follows it, up to a preposition or a "want" after its
 * first operand; with nothing after it, for what stands before it ("the price doesn't matter").
 */
export function judge(
  segment: Segment,
  operands: readonly Operand[],
  carry: Carry,
  isWide: (chunk: Chunk) => boolean,
): { judged: Judged[]; carry: Carry } {
  let polarity: Polarity = inherits(segment, operands[0], carry) ? carry.polarity : 'plain';
  let start: number | undefined;
  let consumed = 0;
  let wide = polarity === 'not' && carry.wide;
  const judged: Judged[] = [];
  let pending: { chunk: Chunk; polarity: Polarity } | undefined;
  for (const chunk of segment.chunks) {
    const operand = operands.find((o) => o.from >= chunk.from && o.from < chunk.to) ?? undefined;
    const operator = polarityOf(chunk);
    if (operator && !operands.some((o) => o.from <= chunk.from && o.to >= chunk.to)) {
      // "not … without" and the like: the second word decides.
      polarity = operator;
      start = chunk.from;
      consumed = 0;
      wide = isWide(chunk);
      pending = { chunk, polarity: operator };
    } else if (
      chunk.kind === 'operator' &&
      consumed > 0 &&
      (chunk.sign === 'want' || chunk.sign === 'preposition' || chunk.sign === 'like')
    ) {
      polarity = 'plain';
      start = undefined;
    }
    for (const own of operand ? operands.filter((o) => o.from >= chunk.from && o.from < chunk.to) : []) {
      if (consumed > 0 && polarity === 'not' && own.kind === 'range' && own.bounded) {
        polarity = 'plain';
        start = undefined;
      }
      judged.push({
        operand: own,
        polarity,
        from: start !== undefined && consumed === 0 ? Math.min(start, own.from) : own.from,
        to: own.to,
      });
      consumed++;
      pending = undefined;
    }
  }
  if (pending) {
    const { chunk, polarity: said } = pending;
    for (let i = 0; i < judged.length; i++) {
      if (judged[i].polarity === 'plain' && judged[i].to <= chunk.from)
        judged[i] = { ...judged[i], polarity: said, to: chunk.to };
    }
    polarity = said;
  }
  const last = judged.at(-1);
  const carried = last ? last.polarity : pending ? pending.polarity : polarity;
  return { judged, carry: { polarity: carried, attribute: attributeOf(last?.operand) ?? carry.attribute, wide } };
}
