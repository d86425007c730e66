import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bikesCsv } from './support/bikes.ts';
import { openBrowser, visit } from './support/browser.ts';
import { faintTexts } from './support/contrast.ts';
import { LETTER_TURNS } from './support/letter-model.ts';
import { SCRIPTED, startOpenStudio } from './support/open-studio.ts';
import { type RunningStudio, startStudio } from './support/studio.ts';
import { say, untilMoves } from './support/talking.ts';
import { openTab, sayToBoth } from './support/talking-open.ts';

let browser: Browser;
let studio: RunningStudio;
let openStudio: RunningStudio;

beforeAll(async () => {
  [browser, studio, openStudio] = await Promise.all([
    openBrowser(),
    startStudio(bikesCsv()),
    startOpenStudio({ model: { id: SCRIPTED } }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await studio?.close();
  await openStudio?.close();
});

/** Goes through every room, and looks at each. */
async function everyRoom(page: Page, look: (room: string) => Promise<void>): Promise<void> {
  await untilMoves(page, 1);
  await say(page, 'a red one under 900 €');
  await say(page, 'show me');
  await look('talk');
  if (await page.getByText('Its mind').isVisible()) {
    await page.getByText('Its mind').click();
    await look('mind');
  }
  await page.getByRole('link', { name: 'Open world' }).click();
  await page.getByRole('button', { name: 'Try it and begin' }).waitFor();
  await page.getByText('Prices, to see costs in money').click();
  await look('set-up');
  await page.getByRole('link', { name: 'Table' }).click();
  await page.getByText('Drop a file here').waitFor();
  await look('table');
  await page
    .getByLabel('Choose a table')
    .setInputFiles({ name: 'bikes.csv', mimeType: 'text/csv', buffer: Buffer.from(bikesCsv()) });
  await page.getByRole('button', { name: 'Use this table' }).waitFor();
  await look('import');
  await page.getByRole('link', { name: 'Unmet wishes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Unmet wishes' }).waitFor();
  await look('unmet');
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText('Nothing has been measured yet').waitFor();
  await look('runs');
}

/** Goes through a conversation in the Open world, and looks at each part of the panel. */
async function openWorld(page: Page, look: (part: string) => Promise<void>): Promise<void> {
  await page.getByText('Say something to both').waitFor();
  await look('start');
  for (const words of LETTER_TURNS) await sayToBoth(page, words);
  await look('conversation');
  if (await page.getByText('Its mind').isVisible()) await page.getByText('Its mind').click();
  for (const tab of ['Values', 'Intents', 'Ledger', 'Agenda', 'Cost'] as const) {
    await openTab(page, tab);
    if (tab === 'Ledger') await page.getByRole('button', { name: 'Edit w1' }).click();
    await look(tab);
  }
}

/** How far the page sticks out to the right, in pixels. */
const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
  { size: 'wide', width: 1440, height: 900 },
  { size: 'laptop', width: 1024, height: 768 },
  { size: 'narrow', width: 390, height: 844 },
])('$size', ({ width, height }) => {
  it.each(['light', 'dark'] as const)('%s: nothing sticks out, and every text can be read', async (colorScheme) => {
    const { page, misdeeds } = await visit(browser, studio.url, { width, height, colorScheme });
    await everyRoom(page, async (room) => {
      expect(await sticksOut(page), room).toBeLessThanOrEqual(0);
      expect(await faintTexts(page), room).toEqual([]);
    });
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('%s: so it is in the open world', async (colorScheme) => {
    const { page, misdeeds } = await visit(browser, openStudio.url, { room: 'open', width, height, colorScheme });
    await openWorld(page, async (part) => {
      expect(await sticksOut(page), part).toBeLessThanOrEqual(0);
      expect(await faintTexts(page), part).toEqual([]);
    });
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});

describe('the measure of contrast', () => {
  it('finds a text that is too faint', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    await page.locator('.side-head.passive h2').evaluate((it) => {
      it.style.color = '#a0a0a0';
    });
    expect(await faintTexts(page)).toEqual([{ text: 'Passive', ratio: expect.any(Number), needs: 4.5 }]);
    await page.close();
  });
});

describe('the theme', () => {
  it('follows the system until it is chosen, and is remembered', async () => {
    const { page } = await visit(browser, studio.url, { colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByText('Light', { exact: true }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    expect(await ground()).toBe(light);
    await page.close();
  });
});
