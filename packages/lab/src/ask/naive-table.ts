/**
 * The simplest table that talks: finds values and names of items in the user's words, keeps what fits all of them, shows the
 * three most popular, asks for the attribute that splits them best. For rules; it knows nothing of beliefs and values.
 * @module
 */
import { fits, type Wish } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';
import { bestQuestion } from './table-bits.ts';

/** How many are shown at once. */
const SHOWN = 3;
/** Values named with a question. */
const NAMED = 4;

/** What was found in the user's words so far. */
export interface NaiveState {
  readonly wishes: readonly Wish[];
  /** Attributes asked for. */
  readonly asked: readonly number[];
  /** Items named in the last turn. */
  readonly named: readonly number[];
  /** Shown before: not shown again. */
  readonly shown: readonly number[];
}

export const NOTHING_KNOWN: NaiveState = { wishes: [], asked: [], named: [], shown: [] };

/** Takes in a turn of the user. A later wish about an attribute replaces an earlier one. */
export function hearNaively(shop: Shop, state: NaiveState, text: string): NaiveState {
  const { found, rest } = lexiconOf(shop).items(plainText(text));
  const heard: Wish[] = [];
  for (const { attribute, value, low, high, negated } of lexiconOf(shop).mentions(rest)) {
    if (negated || heard.some((wish) => wish.attribute === attribute)) continue;
    if (low !== undefined || high !== undefined) {
      heard.push({ kind: 'range', attribute, ...(low !== undefined && { low }), ...(high !== undefined && { high }) });
    } else if (value !== undefined) heard.push({ kind: 'is', attribute, values: [value] });
  }
  const answered = answerToYesNo(shop, state, text);
  if (answered && !heard.some((wish) => wish.attribute === answered.attribute)) heard.push(answered);
  const kept = state.wishes.filter((old) => !heard.some((wish) => wish.attribute === old.attribute));
  return { ...state, wishes: [...kept, ...heard], named: found.map(({ item }) => item) };
}

/** Yes or no to the question that was put last, if it was one. */
function answerToYesNo(shop: Shop, { asked }: NaiveState, text: string): Wish | undefined {
  const attribute = asked.at(-1);
  const said = /^\W*(yes|yep|yeah|no|nope)\b(?! more\b)/i.exec(text)?.[1].toLowerCase();
  if (attribute === undefined || said === undefined || shop.catalog.attributes[attribute].type !== 'boolean')
    return undefined;
  return { kind: 'is', attribute, values: [said.startsWith('y') ? 0 : 1] };
}

/** The items that keep every wish found. */
export function leftNaively(shop: Shop, { wishes }: NaiveState): readonly number[] {
  const { catalog } = shop;
  return Array.from({ length: catalog.size }, (_, item) => item).filter((item) =>
    wishes.every((wish) => fits(catalog.columns[wish.attribute], item, wish)),
  );
}

/** The attribute to ask for: the one not asked or wished for yet that splits what is left best; undefined: none does. */
export function toAsk(shop: Shop, state: NaiveState): number | undefined {
  const done = new Set([...state.asked, ...state.wishes.map(({ attribute }) => attribute)]);
  const open = shop.catalog.attributes.flatMap(({ askable }, k) => (askable && !done.has(k) ? [k] : []));
  const best = bestQuestion(shop.catalog, leftNaively(shop, state), 'open', 'one', open);
  return best && best.bits > 0 ? best.question.attribute : undefined;
}

/** The question in words, with the commonest answers. */
export function questionText(shop: Shop, attribute: number): string {
  const { label, type, values, question } = shop.catalog.attributes[attribute];
  if (type === 'boolean') return `Should it be ${label}: yes or no?`;
  const some = values.slice(0, NAMED).join(', ');
  return `${question ?? `Which ${label} would you like?`} ${some}${values.length > NAMED ? ' or something else' : ''}?`;
}

/** The most popular of what is left and was not shown, with all their facts; items that were named instead, if any were. */
export function showNaively(
  shop: Shop,
  state: NaiveState,
): { readonly text: string; readonly items: readonly number[] } {
  const { catalog } = shop;
  const popular = (item: number): number => catalog.popularity?.[item] ?? 0;
  const items =
    state.named.length > 0
      ? state.named
      : leftNaively(shop, state)
          .filter((item) => !state.shown.includes(item))
          .sort((a, b) => popular(b) - popular(a) || a - b)
          .slice(0, SHOWN);
  if (items.length === 0) return { text: 'Nothing else fits that.', items };
  const lines = items.map((item) => {
    const { name, facts } = catalog.view(item);
    return `${name}: ${facts.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
  });
  return { text: lines.join('\n'), items };
}
