/**
 * What a person does in the Open world, and what they see there.
 * @module
 */
import type { Page } from 'playwright-core';

/** Waits until both sides have made as many moves as `moves`, and nothing is under way. */
export async function untilAnswered(page: Page, moves: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('.turn').length === wanted &&
      document.querySelector('.reply.waiting') === null &&
      document.querySelector('.composer button[type="submit"]') !== null,
    moves,
  );
}

/** Says something to both with the keyboard, and waits for both answers. */
export async function sayToBoth(page: Page, words: string): Promise<void> {
  const before = await page.locator('.turn').count();
  await page.getByLabel('Your message, to both').fill(words);
  await page.keyboard.press('Enter');
  await untilAnswered(page, before + 1);
}

/** Opens a tab of the panel. */
export async function openTab(page: Page, name: 'Values' | 'Intents' | 'Ledger' | 'Agenda' | 'Cost'): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

/** The latest turn of a side, as text. */
export function lastReply(page: Page, side: 'passive' | 'initiative'): Promise<string> {
  return page.locator(`.turn .reply.${side}`).last().innerText();
}
