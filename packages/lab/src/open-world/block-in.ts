/**
 * Reads a delimited block of a layer's prompt.
 * @module
 */

/** What stands in the prompt's first block of that name; empty when there is none. */
export function blockIn(prompt: string, name: string): string {
  return new RegExp(`<data-(\\w+) is="${name}">\\n([\\s\\S]*?)\\n</data-\\1>`).exec(prompt)?.[2] ?? '';
}
