/**
 * A text as its words alone: for recognising the same thing written another way.
 * @module
 */

/** Words in lower case, one blank between; empty when there are none. */
export function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
