import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bikesCsv } from './support/bikes.ts';
import { openBrowser, visit } from './support/browser.ts';
import { faintTexts } from './support/contrast.ts';
import { beginMadeRun, MARKUP } from './support/made-run.ts';
import { type RunningStudio, startStudio } from './support/studio.ts';

let browser: Browser;
let studio: RunningStudio;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sente-runs-'));
  process.env.SENTE_STORE = join(folder, 'runs.sqlite');
  [browser, studio] = await Promise.all([openBrowser(), startStudio(bikesCsv())]);
});

afterAll(async () => {
  delete process.env.SENTE_STORE;
  await browser?.close();
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

it('shows a run while it goes on, then its figures, its report and its conversations', async () => {
  const { page, misdeeds } = await visit(browser, studio.url, { room: 'runs' });
  await page.getByText('Nothing has been measured yet').waitFor();

  const run = beginMadeRun(join(folder, 'runs.sqlite'));
  await page.reload();
  await page.getByText('going on · 0 of 2 probes').waitFor();
  await page.getByRole('link', { name: 'made-1' }).click();
  await page.getByRole('heading', { level: 1, name: 'made-1' }).waitFor();
  const figures = page.getByRole('region', { name: 'Figures' });
  await figures.getByText('is still to come').nth(1).waitFor();

  // Nobody reloads the page: the figures come by themselves.
  run.first();
  await figures.getByText('score in pieces').waitFor();
  expect(await figures.getByRole('row', { name: 'hold' }).innerText()).toMatch(/50\.0%\s+45\.0–55\.0\s+▲.*90\.0%/s);
  run.rest();
  await figures.getByText('F1 of asking').waitFor();
  await figures.getByText('Sente is clearly ahead of bare on 2 of 2 probes').waitFor();
  expect(await faintTexts(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Report' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1 }).getByText('Sente is clearly ahead of bare').waitFor();
  await frame.getByRole('navigation', { name: 'Probes' }).getByRole('link', { name: 'ask' }).click();
  await frame.getByRole('heading', { level: 2, name: 'ask' }).waitFor();
  expect(await frame.getByRole('heading', { level: 1 }).innerText()).toContain('Sente is clearly ahead of bare');
  await frame.getByLabel('Agent').selectOption('sente');
  expect(await frame.locator('.talk:visible').count()).toBe(6);
  await frame.locator('.talk:visible summary').first().click();
  expect(await frame.locator('.talk[open] .text').first().innerText()).toBe(`${MARKUP} (c3)`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one file' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('sente-report-made-1.html');
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^<!doctype html>/);

  await page.getByRole('tab', { name: 'Conversations' }).click();
  await page.getByText('6 of 6, worst first.').waitFor();
  await page.getByLabel('Agent').selectOption('sente');
  await page.getByText('3 of 3, worst first.').waitFor();
  await page.locator('.runs-talk summary').first().click();
  await page.getByText(`${MARKUP} (c3)`).waitFor();
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
  expect(await faintTexts(page)).toEqual([]);
  expect(misdeeds).toEqual([]);
  await page.close();
});

it('says so when the run in the address is none', async () => {
  const { page } = await visit(browser, studio.url, { room: 'runs/nobody' });
  await page.getByRole('alert').getByText('There is no run `nobody`').waitFor();
  await page.getByRole('link', { name: 'Runs', exact: true }).last().click();
  await page.getByRole('link', { name: 'made-1' }).waitFor();
  await page.close();
});

it.each(['light', 'dark'] as const)('fits into a narrow window, %s', async (colorScheme) => {
  const { page } = await visit(browser, studio.url, { room: 'runs/made-1', width: 390, height: 844, colorScheme });
  await page.getByText('F1 of asking').waitFor();
  const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await sticksOut()).toBeLessThanOrEqual(0);
  for (const name of ['Report', 'Conversations']) {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('region', { name }).waitFor();
    expect(await sticksOut(), name).toBeLessThanOrEqual(0);
  }
  await page.close();
});
