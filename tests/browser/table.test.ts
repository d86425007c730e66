import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bikesCsv, HOSTILE, raggedCsv } from './support/bikes.ts';
import { visit } from './support/browser.ts';
import { forgetImports, stage } from './support/stage.ts';
import { startStudio } from './support/studio.ts';
import { left, say, untilMoves } from './support/talking.ts';

const on = stage({ studio: () => startStudio() });
forgetImports(() => on.studio);

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

function choose(page: Page, name: string, text: string): Promise<void> {
  return page.getByLabel('Choose a table').setInputFiles(file(name, text));
}

/** Drops a file the way a file manager does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called, { type: 'text/csv' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
}

const typeOf = (page: Page, column: string) => page.getByLabel(`Type of ${column}`).inputValue();
const pwned = (page: Page) => page.evaluate(() => 'pwned' in window);

describe('the Table room', () => {
  it('shows what was inferred, takes corrections, uses the table, and talks about it', async () => {
    const { page, misdeeds } = await visit(on.browser, on.studio.url, { room: 'table' });
    await choose(page, 'bikes.csv', bikesCsv());
    await page.getByRole('table', { name: 'Columns' }).waitFor();
    expect(await typeOf(page, 'name')).toBe('name');
    expect(await typeOf(page, 'brand')).toBe('category');
    expect(await typeOf(page, 'electric')).toBe('boolean');
    expect(await typeOf(page, 'price')).toBe('number');
    expect(await page.getByLabel('Unit of price').inputValue()).toBe('€');
    expect(await page.getByLabel('Role of price').inputValue()).toBe('price');
    expect(await typeOf(page, 'gears')).toBe('number');
    expect(await typeOf(page, 'story')).toBe('text');

    await page.getByLabel('Type of gears').selectOption('category');
    await page.getByText('Conversations start over with it.').waitFor();
    expect(await typeOf(page, 'gears')).toBe('category');
    await page.getByLabel('What colour is called').fill('paint');
    await page.getByLabel('Ask about brand').uncheck();
    await page.getByLabel('One of them').fill('bicycle');
    await page.getByLabel('Several of them').fill('bicycles');
    await page.getByRole('button', { name: 'Use this table' }).click();

    await page.locator('.shell-catalog').getByText('60 bicycles').waitFor();
    await untilMoves(page, 1);
    expect(await left(page, 'initiative')).toEqual({ left: 60, total: 60 });
    const catalog = await (await fetch(`${on.studio.url}/api/catalog`)).json();
    const attribute = (key: string) => catalog.attributes.find((one: { key: string }) => one.key === key);
    expect(attribute('gears').type).toBe('category');
    expect(attribute('colour').label).toBe('paint');
    expect(attribute('brand').askable).toBe(false);

    await say(page, 'a red one, electric');
    const after = (await left(page, 'initiative')).left;
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(30);
    await say(page, 'show me');
    await page.locator('.reply.initiative .item').first().waitFor();
    expect(await pwned(page)).toBe(false);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('shows markup in cells as text and never runs it', async () => {
    const { page, misdeeds } = await visit(on.browser, on.studio.url, { room: 'table' });
    await drop(page, 'bikes.csv', bikesCsv());
    await page.getByRole('table', { name: 'Columns' }).waitFor();
    await page.getByText('The first 5 items').click();
    await page.getByRole('region', { name: 'The first items' }).getByText(HOSTILE[0]).first().waitFor();
    await page.getByRole('button', { name: 'Use this table' }).click();
    await untilMoves(page, 1);
    await say(page, 'show me');
    for (const details of await page.locator('.item-more').all())
      await details.evaluate((it) => it.setAttribute('open', ''));
    await page.locator('.item').getByText('window.pwned=1').first().waitFor();
    expect(await page.locator('.log script, .log img, .log b, .mind img, .mind b').count()).toBe(0);
    expect(await pwned(page)).toBe(false);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('says where a bad table is wrong, and loads nothing of it', async () => {
    const { page, misdeeds } = await visit(on.browser, on.studio.url, { room: 'table' });
    const before = await (await fetch(`${on.studio.url}/api/catalog`)).json();
    await choose(page, 'ragged.csv', raggedCsv());
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/ragged\.csv, line 4, column \d/);
    expect(await alert.innerText()).toContain(`${before.name} is still in use`);
    expect(await (await fetch(`${on.studio.url}/api/catalog`)).json()).toEqual(before);
    // The browser itself reports the refused request; nothing else may be wrong.
    expect(misdeeds.filter((deed) => !deed.includes('422'))).toEqual([]);

    await choose(page, 'bikes.csv', bikesCsv());
    await page.getByRole('table', { name: 'Columns' }).waitFor();
    expect(await alert.count()).toBe(0);
    await page.close();
  });

  it('refuses a correction that cannot be, and keeps the page', async () => {
    const { page } = await visit(on.browser, on.studio.url, { room: 'table' });
    await choose(page, 'bikes.csv', bikesCsv());
    await page.getByLabel('Type of brand').selectOption('number');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Type of brand').selectOption('category');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Use this table' }).click();
    await untilMoves(page, 1);
    expect((await left(page, 'passive')).total).toBe(60);
    await page.close();
  });

  it('stays where it is when a file is dropped beside the place for it', async () => {
    const { page } = await visit(on.browser, on.studio.url, { room: 'table' });
    await page.getByText('Drop a file here').waitFor();
    const taken = await page.evaluate(() =>
      ['dragover', 'drop'].map((kind) => {
        const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
        document.querySelector('header')?.dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(taken).toEqual([true, true]);
    await page.close();
  });

  it('goes back to the first catalogue', async () => {
    const { page, misdeeds } = await visit(on.browser, on.studio.url, { room: 'table' });
    const first = await (await fetch(`${on.studio.url}/api/catalog`)).json();
    await choose(page, 'bikes.csv', bikesCsv());
    await page.getByRole('button', { name: 'Use this table' }).click();
    await untilMoves(page, 1);
    await page.getByRole('link', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Back to the first catalogue' }).click();
    await page.getByRole('heading', { level: 2, name: first.name }).waitFor();
    await page.getByRole('link', { name: 'Talk' }).click();
    await untilMoves(page, 1);
    expect((await left(page, 'passive')).total).toBe(first.size);
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});
