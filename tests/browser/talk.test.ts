import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from './support/browser.ts';
import { type RunningStudio, startStudio } from './support/studio.ts';
import { candidates, left, moves, say, untilDecided, untilMoves } from './support/talking.ts';

let browser: Browser;
let studio: RunningStudio;

beforeAll(async () => {
  [browser, studio] = await Promise.all([openBrowser(), startStudio()]);
});

afterAll(async () => {
  await browser?.close();
  await studio?.close();
});

/** A value of the catalogue that some items have and others do not, as a person would say it. */
async function someWish(): Promise<string> {
  const catalog = (await (await fetch(`${studio.url}/api/catalog`)).json()) as {
    size: number;
    attributes: { type: string; label: string; values: { value: string; count: number }[] }[];
  };
  const category = catalog.attributes.find((attribute) => attribute.type === 'category');
  const value = category?.values.find(({ count }) => count > 3 && count < catalog.size / 2);
  if (!category || !value) throw new Error('the built-in catalogue has no category to wish for');
  return value.value;
}

describe('the Talk room, with the built-in catalogue', () => {
  it('opens both conversations by itself, and sends the same words to both', async () => {
    const { page, misdeeds } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    for (const side of ['passive', 'initiative'] as const) {
      expect((await page.locator(`.reply.${side} .reply-text`).first().innerText()).length).toBeGreaterThan(10);
      const { left: before, total } = await left(page, side);
      expect(before).toBe(total);
    }

    const wish = await someWish();
    await say(page, `I would like ${wish}`);
    expect(await page.locator('.said-words').last().innerText()).toContain(`I would like ${wish}`);
    for (const side of ['passive', 'initiative'] as const) {
      const { left: after, total } = await left(page, side);
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThan(total);
      expect(await page.locator(`.reply.${side}[data-act]`).count()).toBe(2);
    }
    const chips = page.getByRole('list', { name: 'Standing wishes' });
    expect((await chips.innerText()).toLowerCase()).toContain(wish.toLowerCase());
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('shows the mind: candidates with one chosen, why, the likeliest, and a distribution for each attribute', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    const shown = await candidates(page);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter(({ chosen }) => chosen)).toHaveLength(1);
    expect((await page.locator('.would-why').innerText()).length).toBeGreaterThan(10);
    expect(await page.getByRole('list', { name: 'Likeliest items' }).getByRole('listitem').count()).toBeGreaterThan(2);
    expect(await page.locator('.attribute').count()).toBeGreaterThan(5);
    await page.close();
  });

  it.each([390, 1440])('shows the newest turn and its short replies, %i pixels wide', async (width) => {
    const { page } = await visit(browser, studio.url, { width, height: 844 });
    await untilMoves(page, 1);
    for (const words of [`I would like ${await someWish()}`, 'I do not mind']) {
      await say(page, words);
      const { above, below, tall } = await page.locator('.log').evaluate((log) => {
        const newest = (log.lastElementChild as Element).getBoundingClientRect();
        const frame = log.getBoundingClientRect();
        const below = log.scrollHeight - log.clientHeight - log.scrollTop;
        return { above: newest.top - frame.top, below, tall: newest.height > frame.height - 12 };
      });
      // A turn that has no room is read from its beginning; any other is seen to its end.
      if (tall) expect(Math.abs(above - 12)).toBeLessThanOrEqual(1);
      else expect(below).toBeLessThanOrEqual(1);
    }
    await page.close();
  });

  it('undoes a turn and starts over', async () => {
    const { page, misdeeds } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    await say(page, `I would like ${await someWish()}`);
    const { left: wished, total } = await left(page, 'initiative');
    expect(wished).toBeLessThan(total);
    await page.getByRole('button', { name: 'Undo' }).click();
    await untilMoves(page, 3);
    expect((await left(page, 'initiative')).left).toBe(total);
    await page.getByRole('button', { name: 'Start over', exact: true }).click();
    await untilMoves(page, 1);
    expect(await moves(page)).toBe(1);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('sends a short reply to both when it is tapped', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    const chip = page.getByRole('list', { name: 'Short replies to with initiative' }).getByRole('button').first();
    const words = await chip.innerText();
    await chip.click();
    await untilMoves(page, 2);
    expect(await page.locator('.said-words').last().innerText()).toContain(words);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
    await page.close();
  });

  it('decides the present turn again as the horizon slides, and changes nothing', async () => {
    const { page, misdeeds } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    const slider = page.getByRole('slider', { name: /Horizon/ });
    expect(await slider.inputValue()).toBe('2');
    const played = await candidates(page);

    await slider.fill('0');
    await untilDecided(page);
    const passive = await candidates(page);
    expect(passive.map(({ id, value }) => `${id} ${value}`)).not.toEqual(
      played.map(({ id, value }) => `${id} ${value}`),
    );
    expect(passive.filter(({ chosen }) => chosen)).toHaveLength(1);
    await page.getByText(/At horizon 0 it would/).waitFor();

    await slider.press('ArrowRight');
    expect(await slider.inputValue()).toBe('1');
    await untilDecided(page);
    await page.getByText(/At horizon 1 it would/).waitFor();
    for (const horizon of ['3', '4']) {
      await slider.fill(horizon);
      await untilDecided(page);
      expect((await candidates(page)).filter(({ chosen }) => chosen)).toHaveLength(1);
    }

    await slider.fill('2');
    expect(await candidates(page)).toEqual(played);
    expect(await moves(page)).toBe(1);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('plays on at another horizon when started over at it', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    await page.getByRole('slider', { name: /Horizon/ }).fill('4');
    await page.getByRole('button', { name: 'Start over at 4' }).click();
    await page.getByText('Horizon 4: looks 4 turns ahead').waitFor();
    await untilMoves(page, 1);
    expect(await page.getByRole('slider', { name: /Horizon/ }).inputValue()).toBe('4');
    await page.close();
  });

  it('can be used with the keyboard alone, and keeps the focus in the field', async () => {
    const { page, misdeeds } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
    for (let presses = 0; (await focused()) !== 'message' && presses < 40; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('message');
    await page.keyboard.type(await someWish());
    await page.keyboard.press('Enter');
    await untilMoves(page, 2);
    expect(await focused()).toBe('message');
    for (let presses = 0; (await focused()) !== 'horizon' && presses < 40; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('horizon');
    await page.keyboard.press('Home');
    await untilDecided(page);
    await page.getByText(/At horizon 0 it would/).waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('reads the conversation out as it grows', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    const log = page.getByRole('log', { name: 'What was said' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    expect(await log.innerText()).toContain('Passive, move 1');
    await page.close();
  });

  it('says so when the server is gone, and goes on when it is asked again', async () => {
    const { page } = await visit(browser, studio.url);
    await untilMoves(page, 1);
    await page.route('**/api/compare', (route) => route.abort());
    await page.getByLabel('Your message, to both').fill('hello');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    await page.unroute('**/api/compare');
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilMoves(page, 2);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});
