/**
 * From objects to cells.
 * @module
 */

/** A JSON object as cells: nested objects become "outer.inner", arrays of plain values JSON text, null an empty cell. */
export function cellsOf(row: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  const cells: (readonly [string, string])[] = [];
  const walk = (prefix: string, object: Readonly<Record<string, unknown>>, depth: number): void => {
    for (const [key, value] of Object.entries(object)) {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < 4) {
        walk(name, value as Record<string, unknown>, depth + 1);
      } else cells.push([name, cellText(value)]);
    }
  };
  walk('', row, 0);
  return cells;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
