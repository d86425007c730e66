/**
 * The name with its mark, a corner of a board with the first moves on it, and the stones that number what is on a page.
 * @module
 */

/** The mark with the name; decoration but for the name. */
export const MARK: string = `<span class="mark"><svg aria-hidden="true" viewBox="0 0 32 32" width="32" height="32"><rect fill="var(--kaya)" width="32" height="32" rx="7"/><path stroke="var(--kaya-line)" stroke-width="1.2" d="M10 2v28M22 2v28M2 10h28M2 22h28"/><circle fill="var(--shell)" stroke="var(--kaya-line)" stroke-width=".8" cx="22" cy="10" r="6.6"/><circle fill="var(--slate)" cx="10" cy="22" r="7"/></svg><span class="mark-name">Sente</span><svg aria-hidden="true" class="mark-characters" viewBox="0 0 216 100" height="17"><g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="7"><path d="M29 14 Q25 27 15 37"/><path d="M22 30 H80"/><path d="M50 8 V52"/><path d="M9 53 H92"/><path d="M38 54 Q36 78 10 92"/><path d="M61 54 V82 Q61 91 70 91 H80 Q90 91 90 76"/><path d="M188 12 Q162 22 132 22"/><path d="M134 43 H190"/><path d="M120 65 H204"/><path d="M162 21 V82 Q162 92 146 88"/></g></svg></span>`;

/** A stone with a number on it, as in a printed game record. */
export function stone(move: number, kind: 'black' | 'white' = 'black'): string {
  return `<span aria-hidden="true" class="stone ${kind}">${move}</span>`;
}

/** Light, as the system has it, or dark: plain radio buttons, which the style sheet reads. */
export const THEMES: string = `<fieldset class="themes"><legend class="unseen">Theme</legend>${(
  [
    ['light', 'Light'],
    ['system', 'Auto'],
    ['dark', 'Dark'],
  ] as const
)
  .map(
    ([id, name]) =>
      `<label><input class="unseen" type="radio" name="theme" id="theme-${id}"${id === 'system' ? ' checked' : ''}><span>${name}</span></label>`,
  )
  .join('')}</fieldset>`;
