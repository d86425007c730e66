/**
 * Text for a terminal. Cells of a table are somebody else's words: control characters in them could move the cursor,
 * recolour the screen or worse, so they are shown as what they are.
 * @module
 */

/** The text with control characters, all but line breaks and tabs, replaced by a visible sign. */
export function plainText(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : '�'));
}

/** A copy of plain data with every string in it cleaned. */
export function plainData<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (_, value) => (typeof value === 'string' ? plainText(value) : value));
}
