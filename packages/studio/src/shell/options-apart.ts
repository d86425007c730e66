/**
 * Finds the options of commands in a text.
 * @module
 */

/** The text in parts: other text and options, `--preset`, in turn, beginning with other text, which may be empty. */
export function optionsApart(text: string): string[] {
  return text.split(/(?<![\p{L}\p{N}-])(--[a-z][a-z\d-]*[a-z\d])/u);
}
