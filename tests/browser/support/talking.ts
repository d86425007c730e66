/**
 * What a person does in the Talk room, and what they see there.
 * @module
 */
import type { Page } from 'playwright-core';

/** Which column. */
export type Side = 'passive' | 'initiative';

/** Waits until both have made as many moves as `moves`. */
export async function untilMoves(page: Page, moves: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('.turn').length === wanted && document.querySelector('.reply.waiting') === null,
    moves,
  );
}

/** How many moves there are. */
export function moves(page: Page): Promise<number> {
  return page.locator('.turn').count();
}

/** Says something to both with the keyboard, and waits for both answers. */
export async function say(page: Page, words: string): Promise<void> {
  const before = await moves(page);
  await page.getByLabel('Your message, to both').fill(words);
  await page.keyboard.press('Enter');
  await untilMoves(page, before + 1);
}

/** How many items a column has left, and of how many. */
export async function left(page: Page, side: Side): Promise<{ left: number; total: number }> {
  const words = await page.locator(`.side-head.${side} .side-head-left`).innerText();
  const [count, total] = words.replaceAll(',', '').match(/\d+/g) ?? [];
  return { left: Number(count), total: Number(total) };
}

/** The candidate acts as shown: name, value, and whether chosen; best first. */
export async function candidates(page: Page): Promise<{ id: string; value: string; chosen: boolean }[]> {
  return page.locator('.candidate').evaluateAll((rows) =>
    rows.map((row) => ({
      id: (row as HTMLElement).dataset.id ?? '',
      value: row.querySelector('.candidate-value')?.textContent ?? '',
      chosen: (row as HTMLElement).dataset.chosen === 'true',
    })),
  );
}

/** Waits until the panel shows a decision, not one that is still being made. */
export async function untilDecided(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.candidates')?.getAttribute('data-stale') === 'false');
}
