/**
 * Long text for a prompt: the beginning and the end are kept, since that is where people say what they want.
 * @module
 */

/** Half of a surrogate pair alone is no character: a cut never falls inside one. */
function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return at > 0 && at < text.length && code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

/**
 * At most `max` characters (UTF-16 units): the middle gives way to "… (N characters left out) …". Where not even that
 * note has room, the beginning alone is kept.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const note = (left: number): string => ` … (${left} characters left out) … `;
  // The note is measured with the longest number it could hold, so that the result never exceeds max.
  const room = max - note(text.length).length;
  if (room < 2) return text.slice(0, wholeCharacters(text, Math.max(0, max)));
  const head = wholeCharacters(text, Math.ceil((room * 2) / 3));
  const from = text.length - (room - Math.ceil((room * 2) / 3));
  const tail = wholeCharacters(text, from) === from ? from : from + 1;
  return `${text.slice(0, head)}${note(tail - head)}${text.slice(tail)}`;
}
