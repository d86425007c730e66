/**
 * The words of a text that carry its content, brought to a common form.
 * @module
 */

const EMPTY: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being but by can cannot could did do does doing don down each else every few for from further ' +
    'had has have having he her here hers him his how i if in into is it its itself just know let like many may me might more most much my need no not now of off on one only or other our out over ' +
    'own per please same say she should so some such sure tell than that the their them then there these they this those through to too under until up us very want was we were what ' +
    'when where whether which while who whom why will with would yes yet you your'
  ).split(' '),
);

/** Content words: lower case, plural and a few endings taken off, numbers kept without commas. */
export function contentWords(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replace(/(\d),(?=\d{3})/g, '$1')
      .match(/[\p{L}\p{N}]+(?:[.'’]\p{L}+|\.\d+)*/gu) ?? [];
  return new Set(
    words
      .map((word) => word.replace(/['’]s$/, ''))
      .filter((word) => !EMPTY.has(word))
      .map(stem),
  );
}

function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?:ing|ed)$/, '')
    .replace(/(?<=.{3})e$/, '');
}
