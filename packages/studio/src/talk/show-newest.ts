/**
 * Scrolls a record to what was said last.
 * @module
 */

/** What is seen of the record above its newest turn, in pixels. */
const ABOVE = 12;

/** Brings the beginning of the last turn to the top of `log`, or the end of the record to its bottom if that comes first. */
export function showNewest(log: HTMLElement | null): void {
  const last = log?.lastElementChild;
  // Measured on the screen: what `offsetTop` counts from depends on who is positioned.
  if (log && last) log.scrollTop += last.getBoundingClientRect().top - log.getBoundingClientRect().top - ABOVE;
}
