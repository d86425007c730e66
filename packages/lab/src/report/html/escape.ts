/**
 * Text from users, models and tables is data: it goes into a page through here.
 * @module
 */

/** Text as text, in content and in quoted attributes. Control characters that pages may not have are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => ('\t\n'.includes(character) ? character : ''))
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name as a part of an id or a class: letters, digits and hyphens; different names stay different. */
export function slug(name: string): string {
  return name.replace(/[^a-z0-9-]/gi, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}
