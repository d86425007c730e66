/**
 * A string that is equal for two values exactly when their contents are: for comparing states, and for noticing that
 * one was changed. Numbers are taken to 9 significant digits, so that sums in another order look the same.
 * @module
 */

/** Fingerprints plain data, typed arrays, maps, sets, dates and big integers. Functions count by identity of text. */
export function fingerprint(value: unknown): string {
  return print(value, []);
}

function print(value: unknown, path: readonly unknown[]): string {
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(Number(value.toPrecision(9)) + 0) : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  const depth = path.indexOf(value);
  if (depth >= 0) return `circle ${depth}`;
  const inner = [...path, value];
  const list = (values: Iterable<unknown>): string => [...values].map((entry) => print(entry, inner)).join(',');
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (value instanceof Map) return `map(${[...value].map((entry) => list(entry)).join(';')})`;
  if (value instanceof Set) return `set(${list(value)})`;
  if (Array.isArray(value)) return `[${list(value)}]`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return `[${list(value as unknown as number[])}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${key}:${print((value as Record<string, unknown>)[key], inner)}`).join(',')}}`;
}
