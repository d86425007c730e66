import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bikesCsv } from './support/bikes.ts';
import { openBrowser, visit } from './support/browser.ts';
import { type RunningStudio, startStudio } from './support/studio.ts';
import { say, untilMoves } from './support/talking.ts';

let browser: Browser;
let studio: RunningStudio;

beforeAll(async () => {
  [browser, studio] = await Promise.all([openBrowser(), startStudio(bikesCsv())]);
});

afterAll(async () => {
  await browser?.close();
  await studio?.close();
});

describe('the room of unmet wishes', () => {
  it('explains itself while empty, fills when nothing fits, and forgets', async () => {
    const { page, misdeeds } = await visit(browser, studio.url, { room: 'unmet' });
    await page.getByText('they are counted here').waitFor();
    await page.getByRole('link', { name: 'Talk' }).click();
    await untilMoves(page, 1);
    await say(page, 'a red one under 100 €');
    await page.getByRole('link', { name: 'Unmet wishes' }).click();
    const together = page.getByRole('region', { name: 'Wished for together' });
    await together.waitFor();
    expect(await together.innerText()).toMatch(/under (€100|100 €)/);
    expect(await together.innerText()).toMatch(/^1\s+time$/m); // heard by two assistants, wished once
    expect(await together.innerText()).toContain('Nearest:');
    await page.getByRole('button', { name: 'Forget them' }).click();
    await page.getByText('they are counted here').waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});
