/**
 * Text in which options of commands, `--preset`, are not broken at their hyphens. They stay as they are for copying.
 * @module
 */
import type { ReactNode } from 'react';
import { optionsApart } from './options-apart.ts';

/** The text, in place of a string. */
export function WholeOptions({ text }: { text: string }): ReactNode {
  return optionsApart(text).map((part, at) =>
    // Every second part is an option.
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <span className="whole-option" key={at}>
        {part}
      </span>
    ),
  );
}
