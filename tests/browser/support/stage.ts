/**
 * What a file of tests is played on: a Chromium and the servers that it visits, there before the first test and gone after
 * the last.
 * @module
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';

/** A server, however it was started. */
interface Visited {
  readonly url: string;
  close(): Promise<void>;
}

/** The Chromium, and what was started, by name. Nothing is there before the first test. */
export type Stage<Name extends string> = { readonly browser: Browser } & { readonly [name in Name]: Visited };

/** Sets it up for the file that calls it. */
export function stage<Name extends string>(start: Readonly<Record<Name, () => Promise<Visited>>>): Stage<Name> {
  const names = Object.keys(start) as Name[];
  const all: Partial<Record<string, Browser | Visited>> = {};
  beforeAll(async () => {
    await Promise.all([
      openBrowser().then((browser) => {
        all.browser = browser;
      }),
      ...names.map(async (name) => {
        all[name] = await start[name]();
      }),
    ]);
  });
  afterAll(async () => {
    await all.browser?.close();
    await Promise.all(names.map((name) => all[name]?.close()));
  });
  return all as Stage<Name>;
}

/** Goes back to the first table after each test, whatever was imported. */
export function forgetImports(on: () => Visited): void {
  afterEach(async () => {
    await fetch(`${on().url}/api/catalog`, { method: 'DELETE' });
  });
}
