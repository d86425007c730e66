/**
 * Where a text stops being JSON. `JSON.parse` does not always say.
 * @module
 */

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/** Line and column (from 1) of the first character that cannot be; the end of the text if it is only cut short. */
export function jsonPlace(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, firstFault(text));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Offset of the first fault; the text's length if there is none. Keeps its own stack, so that depth is no matter. */
function firstFault(text: string): number {
  const stack: ('{' | '[')[] = [];
  let at = 0;
  let expected: 'value' | 'first' | 'key' | 'firstKey' | 'after' = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const string = (): boolean => take(STRING) && text[at] === '"' && ++at > 0;
  for (;;) {
    take(SPACE);
    const character = text[at];
    if (character === undefined) return at;
    const isKey = expected === 'key' || expected === 'firstKey';
    const open = stack.at(-1);
    if (
      (character === '}' && open === '{' && (expected === 'firstKey' || expected === 'after')) ||
      (character === ']' && open === '[' && (expected === 'first' || expected === 'after'))
    ) {
      stack.pop();
      at++;
      expected = 'after';
    } else if (expected === 'after') {
      if (character !== ',' || open === undefined) return at;
      at++;
      expected = open === '{' ? 'key' : 'value';
    } else if (isKey) {
      if (character !== '"' || !string()) return at;
      take(SPACE);
      if (text[at] !== ':') return at;
      at++;
      expected = 'value';
    } else if (character === '{' || character === '[') {
      stack.push(character);
      at++;
      expected = character === '{' ? 'firstKey' : 'first';
    } else if (character === '"' ? string() : take(SCALAR)) {
      expected = 'after';
    } else return at;
  }
}
