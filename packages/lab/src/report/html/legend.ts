/**
 * Which line is whose: a short stroke of the colour and dash that it has, and the name.
 * @module
 */
import type { Look } from './colours.ts';
import { escapeHtml } from './escape.ts';

/** One entry. */
export function swatch(name: string, { colour, dash }: Look, isStrong = false): string {
  const line = `<svg aria-hidden="true" width="22" height="10" viewBox="0 0 22 10"><path d="M1 5H21" stroke="${colour}" stroke-width="${isStrong ? 3 : 2}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/><circle cx="11" cy="5" r="3.5" fill="${colour}"/></svg>`;
  return `<span class="swatch">${line}<span>${escapeHtml(name)}</span></span>`;
}

/** All entries of a chart. */
export function legend(looks: ReadonlyMap<string, Look>, names: readonly string[], focus: string): string {
  const entries = names.map((name) => {
    const look = looks.get(name);
    return look ? swatch(name, look, name === focus) : '';
  });
  return `<p class="legend">${entries.join('')}</p>`;
}
