/**
 * Where JSON goes wrong. `JSON.parse` says so only sometimes, and in words.
 * @module
 */

const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Position (in UTF-16 units, from 0) of the first character that cannot stand where it stands; the end if none. */
export function firstJsonError(text: string): number {
  const open: string[] = [];
  let expected: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' = 'value';
  let at = 0;
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
    const char = text[at];
    if (char === undefined) return at;
    const value: boolean = expected === 'value' || expected === 'first value';
    const key: boolean = expected === 'key' || expected === 'first key';
    const inside = open.at(-1);
    if (char === '"' && (value || key)) {
      const { end, closed } = stringEnd(text, at + 1);
      if (!closed) return end;
      at = end;
      expected = key ? 'colon' : 'comma';
    } else if ((char === '{' || char === '[') && value) {
      open.push(char);
      at++;
      expected = char === '{' ? 'first key' : 'first value';
    } else if (char === '}' && inside === '{' && (expected === 'first key' || expected === 'comma')) {
      open.pop();
      at++;
      expected = 'comma';
    } else if (char === ']' && inside === '[' && (expected === 'first value' || expected === 'comma')) {
      open.pop();
      at++;
      expected = 'comma';
    } else if (char === ',' && expected === 'comma' && inside !== undefined) {
      at++;
      expected = inside === '{' ? 'key' : 'value';
    } else if (char === ':' && expected === 'colon') {
      at++;
      expected = 'value';
    } else {
      WORD.lastIndex = at;
      if (!value || !WORD.test(text)) return at;
      at = WORD.lastIndex;
      expected = 'comma';
    }
  }
}

/** The position after a string's closing quote, or of what cannot stand in it. */
function stringEnd(text: string, from: number): { end: number; closed: boolean } {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') return { end: at + 1, closed: true };
    if (text[at] < ' ') return { end: at, closed: false };
    if (text[at] !== '\\') continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return { end: at, closed: false };
    at = ESCAPE.lastIndex - 1;
  }
  return { end: text.length, closed: false };
}
