/**
 * What somebody says by mistake.
 * @module
 */
import type { Catalog, Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** A wish about the attribute that is not the true one; undefined where the attribute has no other value. */
export function wrongWish(
  catalog: Catalog,
  attribute: number,
  wish: Wish | undefined,
  random: Random,
): Wish | undefined {
  const { values, edges = [], type, role } = catalog.attributes[attribute];
  const true_ = wish === undefined || wish.kind === 'range' ? [] : wish.values;
  const isNot = wish?.kind === 'not';
  const others = values.flatMap((_, value) => (true_.includes(value) === isNot ? [value] : []));
  if (others.length === 0) return undefined;
  const value = random.pick(others);
  if (type !== 'number') return { kind: 'is', attribute, values: [value] };
  const low = value > 0 && role !== 'price' ? edges[value - 1] : undefined;
  const edge = edges[value];
  const high = edge === undefined ? undefined : edges[0] < 100 ? edge - 1 : edge;
  if (low === undefined && high === undefined) return undefined;
  return { kind: 'range', attribute, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}
