import { readTable } from '@sente/catalog';
import { madePolicy } from '@sente/pocket/testing';
import { startServer } from '@sente/server';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fakeTrainer } from '../../packages/server/src/testing/fake-training.ts';
import { OWN, PLANNED } from '../../packages/studio/src/policy/made-status.test.support.ts';
import { bikesCsv } from './support/bikes.ts';
import { type Visit, visit } from './support/browser.ts';
import { faintTexts } from './support/contrast.ts';
import { type PolicyStub, type Status, stubPolicy } from './support/policy-stub.ts';
import { forgetImports, stage } from './support/stage.ts';
import { startStudio } from './support/studio.ts';
import { say, untilMoves } from './support/talking.ts';

const on = stage({ studio: () => startStudio() });
forgetImports(() => on.studio);

const bikes = () => readTable(bikesCsv(), { file: 'bikes.csv' });

/** Opens a room where the policy's routes are the stub's. */
async function stubbed(
  first: Partial<Status>,
  options: Parameters<typeof visit>[2] = {},
): Promise<Visit & { stub: PolicyStub }> {
  let stub: PolicyStub | undefined;
  const opened = await visit(on.browser, on.studio.url, {
    ...options,
    before: async (page) => {
      stub = await stubPolicy(page, { ...PLANNED, ...first });
    },
  });
  return { ...opened, stub: stub as PolicyStub };
}

const card = (page: Page) => page.getByRole('region', { name: 'Who decides' });
const radio = (page: Page, name: string) => card(page).getByRole('radio', { name });
/** What was read out of trainings. */
const news = (page: Page) => page.locator('.shell-main > p[aria-live]').innerText();
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
const own = { learned: OWN };

async function importBikes(page: Page): Promise<void> {
  await page
    .getByLabel('Choose a table')
    .setInputFiles({ name: 'bikes.csv', mimeType: 'text/csv', buffer: Buffer.from(bikesCsv()) });
  await page.getByRole('button', { name: 'Use this table' }).click();
  await page.locator('.shell-catalog').getByText('60 bikes').waitFor();
}

describe('who decides, in the Table room', () => {
  it('is chosen with the keyboard; the training is shown, stopped, begun anew and comes to its end', async () => {
    const { page, misdeeds, stub } = await stubbed({}, { room: 'table' });
    await card(page).getByText('Nothing has been learned for this table yet.').waitFor();
    const group = card(page).getByRole('radiogroup', { name: 'Who decides in conversations about this table' });
    expect(await group.getByRole('radio').count()).toBe(2);
    expect(await radio(page, 'Planning').isChecked()).toBe(true);
    await radio(page, 'Planning').focus();
    await page.keyboard.press('ArrowRight');
    await card(page).getByText('Training: 0 % · planning decides meanwhile').waitFor();
    expect(await radio(page, 'Learned').isChecked()).toBe(true);
    const how = await radio(page, 'Learned').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${how}"]`).innerText()).toBe(
      'a network that has played with such people beforehand',
    );
    expect(stub.calls).toEqual(['GET', 'PUT learned']);

    stub.status.training = { share: 0.41, iteration: 1, of: 2 };
    await card(page).getByText('Training: 41 %').waitFor();
    expect(await card(page).getByRole('progressbar', { name: 'Training' }).getAttribute('value')).toBe('0.41');

    await card(page).getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await card(page).getByRole('progressbar').waitFor({ state: 'detached' });
    expect(stub.calls.at(-1)).toBe('DELETE');
    expect(await focused(page)).toBe('Train for this table');
    expect(await news(page)).toBe('The training was stopped. New conversations are decided by planning.');
    await page.keyboard.press('Enter');
    await card(page).getByRole('progressbar').waitFor();
    expect(stub.calls.at(-1)).toBe('POST');
    expect(await news(page)).toBe('');

    stub.end(OWN);
    await card(page)
      .getByText('Learned from this table: 6,000 turns; R* 1.02 with exact answers, planning 1.03.')
      .waitFor();
    await card(page).getByText('R*: what a conversation is worth').waitFor();
    expect(await card(page).getByRole('progressbar').count()).toBe(0);
    expect(await news(page)).toBe('The training is over. New conversations are decided by the learned policy.');
    await card(page).getByRole('button', { name: 'Train anew' }).dblclick();
    await card(page).getByRole('progressbar').waitFor();
    expect(stub.calls.filter((call) => call === 'POST')).toHaveLength(2);
    expect(stub.calls.filter((call) => call === 'DELETE')).toHaveLength(1);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('looks once a second while something is trained, and not at all otherwise', async () => {
    const { page, stub } = await stubbed({}, { room: 'table' });
    await card(page).waitFor();
    await pause(2500);
    expect(stub.looks()).toBe(1);
    await card(page).getByRole('button', { name: 'Train for this table' }).click();
    await pause(3600);
    expect(stub.looks()).toBeGreaterThanOrEqual(3);
    expect(stub.looks()).toBeLessThanOrEqual(5);
    stub.end(OWN);
    await card(page).getByText('Learned from this table').waitFor();
    const before = stub.looks();
    await pause(2500);
    expect(stub.looks()).toBe(before);
    await page.close();
  });

  it('does not show a training as if it went on when the server is gone, and finds it again', async () => {
    const { page } = await stubbed({ training: { share: 0.2, iteration: 1, of: 2 } }, { room: 'table' });
    await card(page).getByRole('progressbar').waitFor();
    const gone = (route: Route) => route.abort();
    await page.route('**/api/policy', gone);
    await card(page).waitFor({ state: 'detached' });
    expect(await news(page)).toBe('');
    await page.unroute('**/api/policy', gone);
    await card(page).getByRole('progressbar').waitFor();
    await page.close();
  });

  it('says what a policy from elsewhere was trained on', async () => {
    const shipped = { ...OWN, origin: 'shipped', states: 60_000, items: 4000 } as const;
    const { page } = await stubbed({ chosen: 'learned', serving: 'learned', learned: shipped }, { room: 'table' });
    await card(page).getByText('trained on a generated catalogue, 60,000 turns on 4,000 items').waitFor();
    await card(page).getByText('New conversations are decided by the learned policy.').waitFor();
    expect(await card(page).getByRole('button').allInnerTexts()).toEqual(['Train for this table']);
    await page.close();
  });

  it('says why a training came to nothing, and takes back a choice that was refused', async () => {
    const { page, stub } = await stubbed({}, { room: 'table' });
    await card(page).getByText('Learned', { exact: true }).click();
    await card(page).getByRole('progressbar').waitFor();
    stub.end(null, 'Two items are too few to learn from: bring a table with ten or more.');
    await card(page).getByRole('alert').getByText('Two items are too few to learn from').waitFor();
    expect(await news(page)).toContain('Two items are too few');

    stub.refusal = { code: 'bad-request', message: 'Not today.', advice: 'Come back tomorrow.' };
    await card(page).getByText('Planning', { exact: true }).click();
    await card(page).getByRole('alert').getByText('Come back tomorrow.').waitFor();
    expect(await radio(page, 'Learned').isChecked()).toBe(true);
    stub.refusal = undefined;
    await card(page).getByRole('button', { name: 'Try again' }).click();
    await card(page).getByText('Come back tomorrow.').waitFor({ state: 'detached' });
    expect(await radio(page, 'Planning').isChecked()).toBe(true);
    await page.close();
  });
});

it('does not break the options of a command that is advised', async () => {
  const problem = `${'It did worse. '.repeat(6)}Train for longer: sente train policy --catalog FILE --preset full.`;
  const { page } = await stubbed({ problem }, { room: 'table', width: 390 });
  const alert = card(page).getByRole('alert');
  expect(await alert.locator('.refusal-what').innerText()).toBe(problem);
  const options = alert.locator('.whole-option');
  expect(await options.allInnerTexts()).toEqual(['--catalog', '--preset']);
  // Narrower and narrower, so that each comes to stand at the end of a line.
  for (let width = 390; width > 320; width -= 6) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await options.evaluateAll((all) => all.map((one) => one.getClientRects().length));
    expect(lines).toEqual([1, 1]);
  }
  await page.close();
});

describe('who decides, in the Talk room', () => {
  it('is marked; a training is one line, and its end is a way to a new conversation', async () => {
    const training = { share: 0.2, iteration: 1, of: 2 };
    const { page, misdeeds, stub } = await stubbed({ chosen: 'learned', training });
    await untilMoves(page, 1);
    const mark = page.locator('.side-head.initiative .policy-mark');
    expect(await mark.innerText()).toContain('planning');
    expect(await page.locator('.side-head.passive .policy-mark').count()).toBe(0);
    await page.getByText('Training: 20 % · planning decides meanwhile').waitFor();
    expect(await page.getByRole('button', { name: 'Start one' }).count()).toBe(0);

    stub.end(OWN);
    await page.locator('.policy-note').getByText('New conversations are decided by the learned policy.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await say(page, 'a short one');
    expect(await mark.innerText()).toContain('planning');
    await page.getByText('Horizon 2: looks 2 turns ahead').waitFor();

    await page.getByRole('button', { name: 'Start one' }).click();
    await untilMoves(page, 1);
    await page.locator('.policy-mark[data-policy="learned"]').waitFor();
    expect(await page.locator('.side-head.initiative').innerText()).toContain('a trained network decides');
    expect(await page.locator('.policy-note').count()).toBe(0);
    expect(await page.getByText('Horizon 2: looks 2 turns ahead').count()).toBe(0);
    expect(await focused(page)).toBe('message');
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('offers no new conversation where that would be decided by planning too: at horizon 0', async () => {
    const { page } = await stubbed(own);
    await untilMoves(page, 1);
    await page.getByRole('slider', { name: /Horizon/ }).fill('0');
    await page.getByRole('button', { name: 'Start over at 0' }).click();
    await page.getByText('Horizon 0: judges this reply alone').nth(1).waitFor();
    await page.getByRole('link', { name: 'Table' }).click();
    await card(page).getByText('Learned', { exact: true }).click();
    await card(page).getByText('New conversations are decided by the learned policy.').waitFor();
    await page.getByRole('link', { name: 'Talk' }).click();
    await page.locator('.turn').waitFor();
    expect(await page.locator('.policy-note').count()).toBe(0);
    await page.close();
  });

  it('tells of a policy that was trained anew while the conversation went on, from any room', async () => {
    const { page, stub } = await stubbed({ chosen: 'learned', serving: 'learned', ...own });
    await page.locator('.policy-mark[data-policy="learned"]').waitFor();
    expect(await page.locator('.policy-note').count()).toBe(0);
    await page.getByRole('link', { name: 'Table' }).click();
    await card(page).getByRole('button', { name: 'Train anew' }).click();
    stub.end({ ...OWN, seed: 2 });
    await card(page).getByRole('button', { name: 'Train anew' }).waitFor();
    await page.getByRole('link', { name: 'Talk' }).click();
    await page.getByRole('button', { name: 'Start one' }).waitFor();
    await page.close();
  });

  it('is asked again for another table, and can be chosen on the page after the import until something is said', async () => {
    const { page, misdeeds, stub } = await stubbed(
      { chosen: 'learned', serving: 'learned', ...own },
      { room: 'table' },
    );
    await card(page).getByText('Learned from this table').waitFor();
    stub.status = { ...PLANNED, chosen: 'learned', training: { share: 0.1, iteration: 1, of: 2 } };
    await importBikes(page);
    await untilMoves(page, 1);
    await card(page).getByText('Training: 10 %').waitFor();
    expect(await page.getByRole('button', { name: 'Start one' }).count()).toBe(0);
    // The training that ended with its table is no news.
    expect(await news(page)).toBe('');
    await say(page, 'a red one');
    expect(await card(page).count()).toBe(0);
    await page.locator('.policy-note').getByText('Training: 10 %').waitFor();

    stub.status = { ...PLANNED, chosen: 'learned', serving: 'learned', learned: { ...OWN, origin: 'shipped' } };
    await page.getByRole('link', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Back to the first catalogue' }).click();
    await card(page).getByText('generated catalogue').waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});

describe('with the server’s own routes and a trainer that waits to be told', () => {
  it('trains for an import, serves what it has kept, and says so', async () => {
    const { train, begun } = fakeTrainer();
    const catalog = await bikes();
    const server = await startServer({ catalog, port: 0, policy: { train } });
    const { page, misdeeds } = await visit(on.browser, server.url, { room: 'table' });
    await card(page).getByText('Learned', { exact: true }).click();
    await card(page).getByText('Training: 0 % · planning decides meanwhile').waitFor();
    await importBikes(page);
    await untilMoves(page, 1);
    expect(begun.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    begun[1].options.onProgress?.({ share: 0.5, iteration: 2, of: 2 });
    await card(page).getByText('Training: 50 %').waitFor();
    const trained = madePolicy(1, { states: 6000, figures: { 'learned@exact': 1.1 } });
    begun[1].options.onPolicy?.(trained);
    await page.getByRole('button', { name: 'Start one' }).waitFor();
    await page.locator('.policy-mark[data-policy="planned"]').waitFor();
    begun[1].end(trained);
    await card(page).getByText('Learned from this table: 6,000 turns; R* 1.10 with exact answers.').waitFor();
    await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
    expect(await news(page)).toBe('The training is over. New conversations are decided by the learned policy.');
    await page.getByRole('button', { name: 'Start one' }).click();
    await page.locator('.policy-mark[data-policy="learned"]').waitFor();
    expect(misdeeds).toEqual([]);
    await page.close();
    await server.close();
  });
});

describe('where there is no choice', () => {
  it('is not offered by a server without the routes, and nothing is wrong', async () => {
    const error = { code: 'not-found', message: 'There is nothing at /api/policy.' };
    const { page, misdeeds } = await visit(on.browser, on.studio.url, {
      room: 'table',
      before: async (empty) => {
        await empty.route('**/api/policy', (route) => route.fulfill({ status: 404, json: { error } }));
      },
    });
    await page.getByText('Drop a file here').waitFor();
    await pause(300);
    expect(await card(page).count()).toBe(0);
    await page.getByRole('link', { name: 'Talk' }).click();
    await untilMoves(page, 1);
    expect(await page.locator('.policy-note').count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    // The browser itself reports the answer; nothing else may be wrong.
    expect(misdeeds.filter((deed) => !deed.includes('404'))).toEqual([]);
    await page.close();
  });

  it('is not offered to whoever has the key for chatting alone, but to the owner', async () => {
    const catalog = await bikes();
    const server = await startServer({ catalog, port: 0, key: 'owner', chatKey: 'chat' });
    try {
      for (const key of ['chat', 'owner']) {
        const { page } = await visit(on.browser, server.url, { room: 'table' });
        const refused: string[] = [];
        await page.getByLabel('Key').fill(key);
        page.on('response', (response) => {
          if (response.status() >= 400) refused.push(response.url());
        });
        await page.getByRole('button', { name: 'Go on' }).click();
        await page.getByText('Drop a file here').waitFor();
        if (key === 'owner') await card(page).waitFor();
        await pause(300);
        expect(await card(page).count(), key).toBe(key === 'owner' ? 1 : 0);
        expect(await page.getByRole('alert').count(), key).toBe(0);
        expect(refused, key).toEqual([]);
        await page.close();
      }
    } finally {
      await server.close();
    }
  });
});

describe.each([1440, 1024, 640, 390, 320])('%i px wide', (width) => {
  it.each(['light', 'dark'] as const)('%s: nothing sticks out, and every text can be read', async (colorScheme) => {
    const training = { share: 0.41, iteration: 1, of: 2 };
    const problem = 'The policy is in use, and lost when the server ends: it cannot be kept.';
    const { page, stub } = await stubbed(
      { chosen: 'learned', training, problem },
      { room: 'table', width, colorScheme },
    );
    const look = async (what: string) => {
      const out = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(out, what).toBeLessThanOrEqual(0);
      expect(await faintTexts(page), what).toEqual([]);
    };
    await card(page).getByText('Training: 41 %').waitFor();
    await look('table');
    await page.getByRole('link', { name: 'Talk' }).click();
    await untilMoves(page, 1);
    stub.status = { ...stub.status, serving: 'learned', learned: OWN };
    await page.getByRole('button', { name: 'Start one' }).waitFor();
    await look('note');
    await page.getByRole('button', { name: 'Start one' }).click();
    await page.locator('.policy-mark[data-policy="learned"]').waitFor();
    await look('talk');
    await page.close();
  });
});
