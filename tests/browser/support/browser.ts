/**
 * One Chromium a test file, and pages that keep count of everything they should not do.
 * @module
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the machine's Chromium. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found: run npm test once, or set SENTE_CHROMIUM');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page with its misdeeds: console errors and warnings, uncaught errors, requests that leave the origin. */
export interface Visit {
  readonly page: Page;
  readonly misdeeds: string[];
}

/** Opens a room of the studio in a window of its own. */
export async function visit(
  browser: Browser,
  url: string,
  {
    room = 'talk',
    width = 1440,
    height = 900,
    colorScheme = 'light',
    before,
  }: {
    room?: string;
    width?: number;
    height?: number;
    colorScheme?: 'light' | 'dark';
    /** Is given the page while it is still empty, to answer some of its requests. */
    before?: (page: Page) => Promise<void>;
  } = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const misdeeds: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) misdeeds.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) misdeeds.push(`request to ${request.url()}`);
  });
  await before?.(page);
  await page.goto(`${url}/#/${room}`);
  return { page, misdeeds };
}
