import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from './support/browser.ts';
import { faintTexts } from './support/contrast.ts';
import type { RunningStudio } from './support/studio.ts';
import { startTrainingStudio } from './support/training-studio.ts';

let browser: Browser;
let studio: RunningStudio;
let empty: RunningStudio;

beforeAll(async () => {
  [browser, studio, empty] = await Promise.all([
    openBrowser(),
    startTrainingStudio(),
    startTrainingStudio({ isEmpty: true }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await studio?.close();
  await empty?.close();
});

const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
/** The acts of turn `at`, left and right. */
const acts = async (page: Page, at: number) => {
  const replies = page.locator('.turn').nth(at).locator('[data-act]');
  await replies.nth(1).waitFor();
  return replies.evaluateAll((all) => all.map((one) => one.getAttribute('data-act')));
};

describe('the room of training', () => {
  it('lets one say the same to two checkpoints, each of which goes its own way', async () => {
    const { page, misdeeds } = await visit(browser, studio.url, { room: 'training' });
    await page.getByRole('radio', { name: 'twice one of two' }).check({ force: true });
    await page.getByText('small or medium red or blue leather bag', { exact: false }).last().waitFor();
    await page.getByRole('radio', { name: 'nothing' }).check({ force: true });
    await page.getByText('Best first act: recommend').waitFor();
    await page.getByRole('radio', { name: 'one of four' }).check({ force: true });
    await page.getByText('Best first act: ask').waitFor();
    await page.getByRole('button', { name: 'Begin with this, to both' }).click();
    expect(await acts(page, 0)).toEqual(['recommend', 'ask']);
    await page.getByText('about the colour').waitFor();
    expect(await page.getByText(/Drawn 16 times: asks \d+, recommends \d+/).count()).toBe(2);

    await page.getByLabel('Your message, to both').fill('a red one in <b>frobnitz</b> please');
    await page.keyboard.press('Enter');
    expect(await acts(page, 1)).toEqual(['recommend', 'recommend']);
    await page.getByText('How about the small red leather bag?').waitFor();
    expect(await page.getByText('<b>frobnitz</b>').count()).toBeGreaterThan(0);

    // Another checkpoint is another conversation.
    await page.getByLabel('Checkpoint on the left').selectOption('shipped/multi-turn-w2');
    await page.getByRole('heading', { name: 'Say the same to both' }).waitFor();
    await page.getByRole('button', { name: 'I want a small leather bag', exact: false }).click();
    expect(await acts(page, 0)).toEqual(['ask', 'ask']);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('says why a checkpoint cannot speak, and goes on with another', async () => {
    const { page } = await visit(browser, studio.url, { room: 'training' });
    await page.getByLabel('Checkpoint on the right').selectOption('passivity-1:broken');
    await page.getByLabel('Your message, to both').fill('a bag');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('These weights cannot be read.').waitFor();
    await page.getByLabel('Checkpoint on the right').selectOption('shipped/multi-turn-w2');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it('shows the report of the experiment, and hands it out as a file', async () => {
    const { page, misdeeds } = await visit(browser, studio.url, { room: 'training' });
    await page.getByRole('link', { name: 'passivity-quick' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('Why do next-token models struggle with initiative?').waitFor();
    await frame.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'Crossover' }).click();
    await frame.getByRole('heading', { level: 2, name: 'The crossover' }).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as one file' }).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toMatch(/^<!doctype html>/);
    await page.getByRole('link', { name: 'Training' }).last().click();
    await page.getByRole('heading', { name: 'Say the same to both' }).waitFor();
    expect(misdeeds).toEqual([]);
    await page.goto(`${studio.url}/#/training/passivity-nobody`);
    await page.getByRole('alert').getByText('There is no experiment').waitFor();
    await page.close();
  });

  it('says plainly that there are no weights', async () => {
    const { page, misdeeds } = await visit(browser, empty.url, { room: 'training' });
    await page.getByRole('heading', { name: 'There are no weights yet' }).waitFor();
    await page.getByText('None has been run here yet').waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});

describe.each([
  { size: 'wide', width: 1440, height: 900 },
  { size: 'laptop', width: 1024, height: 768 },
  { size: 'narrow', width: 390, height: 844 },
])('$size', ({ width, height }) => {
  it.each(['light', 'dark'] as const)('%s: nothing sticks out, and every text can be read', async (colorScheme) => {
    const { page } = await visit(browser, studio.url, { room: 'training', width, height, colorScheme });
    await page.getByRole('button', { name: 'I want a small leather bag', exact: false }).click();
    await acts(page, 0);
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(await faintTexts(page)).toEqual([]);
    await page.goto(`${studio.url}/#/training/passivity-quick`);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(await faintTexts(page)).toEqual([]);
    await page.goto(`${empty.url}/#/training`);
    await page.getByRole('heading', { name: 'There are no weights yet' }).waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(await faintTexts(page)).toEqual([]);
    await page.close();
  });
});
