import { builtinCatalog } from '@sente/catalog';
import { startServer } from '@sente/server';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit } from './support/browser.ts';
import { faintTexts } from './support/contrast.ts';
import { stage } from './support/stage.ts';
import { candidates, say, untilDecided, untilMoves } from './support/talking.ts';

const catalog = builtinCatalog();
const on = stage({
  learned: () => startServer({ catalog, source: 'built-in', port: 0, policy: { chosen: 'learned' } }),
  planned: () => startServer({ catalog, source: 'built-in', port: 0 }),
});

const moved = (page: Page) => page.getByRole('region', { name: 'What moved it' });

/** Every row: its words, its number, and on which side of the middle its bar lies. */
function rows(page: Page): Promise<{ label: string; value: string; right: boolean }[]> {
  return page.locator('.moved-row').evaluateAll((all) =>
    all.map((row) => {
      const track = row.querySelector('.moved-track')?.getBoundingClientRect() as DOMRect;
      const bar = row.querySelector('.moved-bar')?.getBoundingClientRect() as DOMRect;
      return {
        label: row.querySelector('.moved-label')?.textContent ?? '',
        value: row.querySelector('.moved-value')?.firstChild?.textContent ?? '',
        right: bar.left + bar.width / 2 > track.left + track.width / 2,
      };
    }),
  );
}

describe('what moved a learned decision, in the mind', () => {
  it('is told for each turn: what was said, what can be asked, what is believed, to the side that it speaks for', async () => {
    const { page, misdeeds } = await visit(on.browser, on.learned.url);
    await untilMoves(page, 1);
    await moved(page).locator('.moved-row').first().waitFor();
    expect(await moved(page).getByRole('list', { name: 'From the conversation' }).count()).toBe(0);
    expect(await moved(page).getByRole('list', { name: 'From the questions that are open' }).count()).toBe(1);
    await say(page, 'easy, under 900 euro');
    await moved(page).getByRole('list', { name: 'From the conversation' }).waitFor();
    const seen = await rows(page);
    expect(seen.map(({ label }) => label)).toEqual(expect.arrayContaining(['You said: easy', 'You said: under €900']));
    for (const { value, right } of seen) expect(value).toMatch(right ? /^\+\d\.\d{3}$/ : /^−\d\.\d{3}$/);
    const [done, rival] = (await moved(page).locator('.moved-sides span').allInnerTexts()).reverse();
    for (const act of [done, rival]) {
      const asked = act.match(/^(?:← )?ask (?:for the|about) (.+?)(?: →)?$/)?.[1];
      expect(seen.map(({ label }) => label)).not.toContain(`Could be asked: ${asked}`);
    }
    const [chosen, next] = await page.locator('.candidate-label').allInnerTexts();
    const words = await moved(page).innerText();
    expect(words).toContain(
      `“${chosen
        .split('\n')[0]
        .replace(/chosen$/, '')
        .trim()}” leads “${next}” by`,
    );
    const more = moved(page).getByRole('button', { name: /^Show \d+ more$/ });
    const hidden = Number((await more.innerText()).match(/\d+/));
    await more.click();
    expect(await rows(page)).toHaveLength(seen.length + hidden);
    await moved(page).getByRole('button', { name: 'Show fewer' }).click();
    expect(await rows(page)).toHaveLength(seen.length);
    // The panel scrolls by itself: nothing in it makes the page taller than the window.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(
      0,
    );
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('goes with values that have no error, a horizon that is none, and away while planning is looked at', async () => {
    const { page, misdeeds } = await visit(on.browser, on.learned.url);
    await untilMoves(page, 1);
    await moved(page).locator('.moved-row').first().waitFor();
    for (const { value } of await candidates(page)) expect(value).toMatch(/^−?-?\d\.\d{3}$/);
    expect(await page.locator('.candidates-foot').innerText()).toContain('Scored by the learned policy');
    const slider = page.getByLabel('Horizon');
    expect(await slider.getAttribute('aria-valuetext')).toContain('learned policy');
    await slider.fill('1');
    await page.locator('.would-on').waitFor();
    await untilDecided(page);
    expect(await page.locator('.would-choice').innerText()).toContain('Planning at horizon 1');
    expect(await page.locator('.would-on').innerText()).toContain('goes on with the learned policy');
    expect(await page.getByRole('button', { name: /^Start over at/ }).count()).toBe(0);
    expect((await candidates(page)).some(({ value }) => value.includes('±'))).toBe(true);
    expect(await moved(page).count()).toBe(0);
    await slider.fill('2');
    await moved(page).locator('.moved-row').first().waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('says that it is being worked out, and what went wrong, with another try', async () => {
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let calls = 0;
    const { page } = await visit(on.browser, on.learned.url, {
      before: async (fresh) => {
        await fresh.route('**/api/chat/evidence', async (route) => {
          calls++;
          if (calls > 1) return route.continue();
          await held;
          await route.fulfill({
            status: 500,
            json: { error: { code: 'internal', message: 'The scales fell over.', advice: 'Try it again.' } },
          });
        });
      },
    });
    await untilMoves(page, 1);
    await moved(page).getByText('Leaving out one thing after another').waitFor();
    expect(await moved(page).getAttribute('aria-busy')).toBe('true');
    answer();
    await moved(page).getByText('The scales fell over.').waitFor({ timeout: 20_000 });
    await moved(page).getByRole('button').click();
    await moved(page).locator('.moved-row').first().waitFor();
    expect(await moved(page).getByText('The scales fell over.').count()).toBe(0);
    await page.close();
  });

  it('is not there, and not asked for, where planning decides', async () => {
    const { page, misdeeds } = await visit(on.browser, on.planned.url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await untilMoves(page, 1);
    await say(page, 'under 900 euro');
    expect(await moved(page).count()).toBe(0);
    expect(asked).not.toContain('/api/chat/evidence');
    expect(await page.locator('.candidates-foot').innerText()).not.toContain('learned');
    await page.close();
    const other = await visit(on.browser, on.learned.url);
    await untilMoves(other.page, 1);
    await say(other.page, 'under 1 euro');
    expect(await moved(other.page).count()).toBe(0);
    expect([...misdeeds, ...other.misdeeds]).toEqual([]);
    await other.page.close();
  });

  it.each(['light', 'dark'] as const)('can be read in the %s, on a narrow screen too', async (colorScheme) => {
    const { page } = await visit(on.browser, on.learned.url, { width: 390, colorScheme });
    await untilMoves(page, 1);
    await say(page, 'easy, under 900 euro');
    await page.getByText('Its mind', { exact: true }).click();
    await moved(page).locator('.moved-row').first().waitFor();
    expect(await faintTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.close();
  });
});
