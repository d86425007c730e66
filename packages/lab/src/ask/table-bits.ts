/**
 * What a question about a table is worth, exactly: items that are still possible are equally likely, and the answer is true.
 *
 * Source: the expected information of an experiment, Lindley 1956, "On a measure of the information provided by an
 * experiment", Annals of Mathematical Statistics 27(4); for a question, H(answers) − H(answers | item).
 * @module
 */
import { type Catalog, NONE } from '@sente/catalog';

/** A question about an attribute: an open one, or whether it has one value. */
export interface TableQuestion {
  readonly attribute: number;
  readonly value?: number;
}

/**
 * How people answer an open question about an attribute of which an item has several values: with `one` of them, each
 * equally likely, or with `all`. No difference for the others.
 */
type Answering = 'one' | 'all';

/** The values of an item, as positions in `Attribute.values`; empty where the cell is. */
export function valuesOf(catalog: Catalog, attribute: number, item: number): readonly number[] {
  const { codes, offsets } = catalog.columns[attribute];
  if (offsets) return [...codes.subarray(offsets[item], offsets[item + 1])];
  return codes[item] === NONE ? [] : [codes[item]];
}

/** The answers that an item may give, each equally likely. */
export function answersOf(
  catalog: Catalog,
  { attribute, value }: TableQuestion,
  item: number,
  answering: Answering,
): readonly string[] {
  const values = valuesOf(catalog, attribute, item);
  if (value !== undefined) return [values.includes(value) ? 'yes' : 'no'];
  if (answering === 'all' || values.length === 0) return [values.join('+')];
  return values.map(String);
}

/** Expected information of a question over equally likely items, in bits; 0 for no items. */
export function bitsOf(
  catalog: Catalog,
  items: readonly number[],
  question: TableQuestion,
  answering: Answering,
): number {
  const mass = new Map<string, number>();
  let given = 0;
  for (const item of items) {
    const answers = answersOf(catalog, question, item, answering);
    for (const answer of answers) mass.set(answer, (mass.get(answer) ?? 0) + 1 / (answers.length * items.length));
    given += Math.log2(answers.length) / items.length;
  }
  let bits = 0;
  for (const p of mass.values()) bits -= p * Math.log2(p);
  return Math.max(0, bits - given);
}

/** The question of one form that tells most, and how much; undefined when there is nothing to ask about. */
export function bestQuestion(
  catalog: Catalog,
  items: readonly number[],
  form: 'open' | 'yes-no',
  answering: Answering,
  attributes: readonly number[] = askable(catalog),
): { readonly question: TableQuestion; readonly bits: number } | undefined {
  const questions: readonly TableQuestion[] =
    form === 'open'
      ? attributes.map((attribute) => ({ attribute }))
      : attributes.flatMap((attribute) =>
          catalog.attributes[attribute].values.map((_, value) => ({ attribute, value })),
        );
  let best: { question: TableQuestion; bits: number } | undefined;
  for (const question of questions) {
    const bits = bitsOf(catalog, items, question, answering);
    if (!best || bits > best.bits) best = { question, bits };
  }
  return best;
}

/** Attributes that may be asked for. */
export function askable(catalog: Catalog): readonly number[] {
  return catalog.attributes.flatMap(({ askable: may }, attribute) => (may ? [attribute] : []));
}
