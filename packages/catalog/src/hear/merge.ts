/**
 * Joins what was said of one attribute in one breath: "red or blue", "at least 16 GB and at most 32".
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Move, Wish } from '../table/wish.ts';
import type { Connector } from './segments.ts';

/** A move with how it was joined to the one before, and whether its value was only part of a name. */
export interface Said {
  readonly move: Move;
  readonly connector: Connector | 'none';
  readonly partial?: boolean;
  /** It corrects what was said before: "actually, I changed my mind". */
  readonly instead?: boolean;
}

/** Joins wishes about one attribute, in order; every other move stays as it is. */
export function merge(catalog: Catalog, said: readonly Said[]): Move[] {
  const merged: { move: Move; partial: boolean }[] = [];
  for (const next of said) {
    const { move } = next;
    const at =
      move.kind === 'wish'
        ? merged.findLastIndex((m) => m.move.kind === 'wish' && m.move.wish.attribute === move.wish.attribute)
        : -1;
    const before = at >= 0 ? merged[at] : undefined;
    if (move.kind !== 'wish' || before?.move.kind !== 'wish') {
      merged.push({ move, partial: next.partial ?? false });
      continue;
    }
    if (next.instead) {
      merged[at] = { move, partial: next.partial ?? false };
      continue;
    }
    const list = catalog.attributes[move.wish.attribute].type === 'list';
    // "Guided, no, not guided": of a yes and a no, the later one.
    const turned = catalog.attributes[move.wish.attribute].type === 'boolean' && next.connector !== 'or';
    const both = turned
      ? move.wish
      : join(before.move.wish, move.wish, next.connector, list, before.partial && next.connector === 'none');
    if (both) {
      const also = before.move.also ? { also: true } : {};
      merged[at] = {
        move: { kind: 'wish', wish: both, words: `${before.move.words} ${link(next.connector)}${move.words}`, ...also },
        partial: before.partial,
      };
    } else if (before.move.wish.kind === 'is' && move.wish.kind === 'not' && !list) {
      // "red but not blue": one value an item, so the second adds nothing, unless it cuts into the first.
      const { values } = move.wish;
      const kept = before.move.wish.values.filter((value) => !values.includes(value));
      if (kept.length > 0)
        merged[at] = { ...before, move: { ...before.move, wish: { ...before.move.wish, values: kept } } };
      else merged[at] = { move, partial: false };
    } else if (before.move.wish.kind === 'not' && move.wish.kind === 'is' && !list) {
      merged[at] = { move, partial: false };
    } else if (contradicts(before.move.wish, move.wish, next.connector)) {
      // "At least 10 days, at most 3": both are kept, so that it can be said that nothing is.
      merged.push({ move: { ...move, also: true }, partial: false });
    } else if (move.wish.kind === 'range') merged[at] = { move, partial: false };
    else merged.push({ move: { ...move, also: true }, partial: next.partial ?? false });
  }
  return merged.map(({ move }) => move);
}

/** Two bounds, one on either side, between which nothing lies. */
function contradicts(a: Wish, b: Wish, connector: Said['connector']): boolean {
  if (a.kind !== 'range' || b.kind !== 'range' || connector === 'or' || connector === 'but') return false;
  if ((a.low === undefined) === (a.high === undefined) || (b.low === undefined) === (b.high === undefined))
    return false;
  const [low, high] = [a.low ?? b.low, a.high ?? b.high];
  return low !== undefined && high !== undefined && low > high;
}

const link = (connector: Said['connector']): string =>
  connector === 'none' || connector === 'start' ? '' : connector === 'comma' ? '' : `${connector} `;

function join(a: Wish, b: Wish, connector: Said['connector'], list: boolean, narrowing: boolean): Wish | undefined {
  if (a.kind === 'range' && b.kind === 'range') {
    if (connector === 'or') {
      const low = a.low === undefined || b.low === undefined ? undefined : Math.min(a.low, b.low);
      const high = a.high === undefined || b.high === undefined ? undefined : Math.max(a.high, b.high);
      if (low === undefined && high === undefined) return undefined;
      return {
        kind: 'range',
        attribute: a.attribute,
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      };
    }
    if ((a.low !== undefined && b.low !== undefined) || (a.high !== undefined && b.high !== undefined))
      return undefined;
    const low = a.low ?? b.low;
    const high = a.high ?? b.high;
    if (low !== undefined && high !== undefined && low > high) return undefined;
    return {
      kind: 'range',
      attribute: a.attribute,
      low,
      high,
      ...(a.exclusive && b.exclusive ? { exclusive: true } : {}),
    };
  }
  if (a.kind === 'range' || b.kind === 'range' || a.kind !== b.kind) return undefined;
  const common = a.values.filter((value) => b.values.includes(value));
  // "Intel i5": both words are parts of one value's name.
  if (narrowing && common.length > 0) return { ...a, values: common };
  if (a.kind === 'is' && list && connector !== 'or' && connector !== 'nor') return undefined;
  return { ...a, values: [...new Set([...a.values, ...b.values])].sort((x, y) => x - y) };
}
