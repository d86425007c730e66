/**
 * Cells that hold several values: "usb; hdmi", "May|June", "red, blue", '["a","b"]'.
 * @module
 */

/** What stands between the values of a list; `json` for cells that are JSON arrays. */
export type ListSeparator = ';' | '|' | '/' | ',' | 'json';

const STRONG: ReadonlySet<ListSeparator> = new Set([';', '|', 'json']);
const LISTLIKE =
  /\b(tags?|features?|colou?rs|categories|genres?|ports|highlights|languages|amenities|months|seasons?|styles|materials|ingredients|allergens|sizes|topics|skills|activities|facilities|extras|platforms|uses|flavou?rs|types)\b/i;

/** The values of one cell, trimmed, empty ones and repeats left out. */
export function splitList(text: string, separator: ListSeparator | string): string[] {
  const parts = separator === 'json' || text.startsWith('[') ? (jsonList(text) ?? [text]) : text.split(separator);
  const values = new Set<string>();
  for (const part of parts) {
    const value = part.trim();
    if (value !== '') values.add(value);
  }
  return [...values];
}

/**
 * The separator that a column's cells use consistently; undefined when the column is no list. `texts` are distinct
 * non-empty cells (a sample will do), `label` the column's name, which may promise several values ("colours").
 */
export function listSeparator(texts: readonly string[], label: string): ListSeparator | undefined {
  if (texts.length === 0) return undefined;
  if (texts.every((text) => text.startsWith('[') && jsonList(text) !== undefined)) return 'json';
  const promised = LISTLIKE.test(label);
  for (const separator of [';', '|', ',', '/'] as const) {
    if (isList(texts, separator, promised)) return separator;
  }
  return undefined;
}

/** A list's values are short, and come back in other combinations. */
function isList(texts: readonly string[], separator: ListSeparator, promised: boolean): boolean {
  const joined = texts.filter((text) => text.includes(separator)).length;
  if (joined === 0 || (!promised && joined < Math.max(2, texts.length * 0.1))) return false;
  const seen = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    for (const value of splitList(text, separator)) {
      if (value.length > 32 || value.split(/\s+/).length > 4 || /[.!?]$/.test(value)) return false;
      if (separator !== ';' && separator !== '|' && /^\d+([.,]\d+)?$/.test(value)) return false;
      seen.set(value.toLowerCase(), (seen.get(value.toLowerCase()) ?? 0) + 1);
      total++;
    }
  }
  const repeats = total / seen.size;
  return repeats >= (promised ? 1.05 : STRONG.has(separator) ? 1.2 : 1.8);
}

/** Reads a JSON array of plain values, or the same in single quotes as other languages print it. */
function jsonList(text: string): string[] | undefined {
  for (const candidate of [
    text,
    text.replace(/'((?:[^'\\]|\\.)*)'(?=\s*[,\]])/g, (_, inner: string) => JSON.stringify(inner)),
  ]) {
    try {
      const parsed: unknown = JSON.parse(candidate);
      if (Array.isArray(parsed) && parsed.every((value) => value === null || typeof value !== 'object')) {
        return parsed.filter((value) => value !== null).map(String);
      }
    } catch {
      // Not JSON in this spelling.
    }
  }
  return undefined;
}
