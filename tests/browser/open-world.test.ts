import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from './support/browser.ts';
import { LETTER_MARKUP, LETTER_TURNS } from './support/letter-model.ts';
import { SCRIPTED, startOpenStudio } from './support/open-studio.ts';
import type { RunningStudio } from './support/studio.ts';
import { lastReply, openTab, sayToBoth, untilAnswered } from './support/talking-open.ts';

let browser: Browser;
let studio: RunningStudio;

beforeAll(async () => {
  [browser, studio] = await Promise.all([openBrowser(), startOpenStudio({ model: { id: SCRIPTED } })]);
});

afterAll(async () => {
  await browser?.close();
  await studio?.close();
});

async function enter(width = 1440): Promise<{ page: Page; misdeeds: string[] }> {
  const visited = await visit(browser, studio.url, { room: 'open', width });
  await visited.page.getByText('Say something to both').waitFor();
  return visited;
}

describe('without a model', () => {
  it('asks for one, says why one cannot be reached, and begins when one answers', async () => {
    const bare = await startOpenStudio();
    const { page } = await visit(browser, bare.url, { room: 'open' });
    const begin = page.getByRole('button', { name: 'Try it and begin' });
    await page.getByText('Nothing leaves this machine but calls to the model that you name.').waitFor();
    expect(await begin.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'ollama:qwen3:8b' }).click();
    await begin.click();
    const trouble = await page.getByRole('alert').innerText();
    expect(trouble).toContain('ollama:qwen3:8b could not be asked');
    expect(trouble).toContain('ollama serve');

    await page.getByLabel('Model', { exact: true }).fill('no model at all');
    await begin.click();
    await page.getByText('no model at all` is no model').waitFor();

    await page.getByLabel('Model', { exact: true }).fill(SCRIPTED);
    await page.getByLabel('Key (optional)').fill('sk-never-shown-1');
    await page.keyboard.press('Enter');
    await page.getByText('Say something to both').waitFor();
    const left = await page.evaluate(
      () => document.documentElement.outerHTML + JSON.stringify({ ...sessionStorage, ...localStorage }),
    );
    expect(left).not.toContain('sk-never-shown-1');

    await page.getByRole('button', { name: 'Change the model' }).click();
    await page.getByRole('button', { name: 'Forget model and key' }).click();
    await page.getByRole('button', { name: 'Forget model and key' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('');
    await page.close();
    await bare.close();
  });
});

describe('a conversation with both sides', () => {
  it('answers on one, asks on the other, and a choice is tapped', async () => {
    const { page, misdeeds } = await enter();
    await page.getByRole('button', { name: 'Write a letter to my landlord.' }).click();
    await untilAnswered(page, 1);
    expect(await lastReply(page, 'passive')).toContain('Dear Sir or Madam');
    expect(await lastReply(page, 'initiative')).toContain('What is the letter to be about?');
    await page.getByRole('button', { name: 'the heating does not work' }).click();
    await untilAnswered(page, 2);
    expect(await lastReply(page, 'initiative')).toContain('Please have it repaired');
    expect(await page.getByLabel('Your message, to both').evaluate((it) => it === document.activeElement)).toBe(true);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('shows what a model says as text, never as markup', async () => {
    const { page } = await enter();
    await sayToBoth(page, `${LETTER_TURNS[1]} <img src=x onerror=window.pwned=1>`);
    await page.getByText(LETTER_MARKUP).first().waitFor();
    await page.getByText(LETTER_MARKUP).first().hover();
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    await page.close();
  });

  it('can be stopped, and said again', async () => {
    const slow = await startOpenStudio({ model: { id: SCRIPTED }, pace: 60_000 });
    const { page } = await visit(browser, slow.url, { room: 'open' });
    await page.getByLabel('Your message, to both').fill('Hello');
    await page.getByText('Say something to both').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Reading, imagining, weighing …').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    // The server hears of it: the next turn is not refused as coming too early.
    await page.getByLabel('Your message, to both').fill('Hello again');
    await page.keyboard.press('Enter');
    await page.getByText('Reading, imagining, weighing …').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
    await slow.close();
  });

  it('goes on while another room is open, and starts over when asked to', async () => {
    const { page } = await enter();
    await sayToBoth(page, LETTER_TURNS[0]);
    await page.getByRole('link', { name: 'Unmet wishes' }).click();
    await page.getByRole('link', { name: 'Open world' }).click();
    await page.locator('.turn').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Say something to both').waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
    await page.close();
  });
});

describe('the mind', () => {
  it('shows values, intents, ledger, and what each turn took', async () => {
    const { page, misdeeds } = await enter();
    await sayToBoth(page, LETTER_TURNS[0]);
    const rows = page.locator('.candidate');
    expect(await rows.first().innerText()).toContain('ask: What is the letter to be about?');
    expect(await rows.first().getAttribute('data-chosen')).toBe('true');
    await openTab(page, 'Intents');
    const intents = await page.locator('.intent').allInnerTexts();
    expect(intents).toHaveLength(3);
    expect(intents[0]).toContain('45 %');
    for (const words of LETTER_TURNS.slice(1)) await sayToBoth(page, words);
    await openTab(page, 'Values');
    expect(await rows.first().innerText()).not.toContain('What is the letter to be about?');
    await page.getByLabel('in turn').selectOption('1');
    expect(await rows.first().innerText()).toContain('ask: What is the letter to be about?');
    await openTab(page, 'Ledger');
    const firm = page.locator('.entry', { hasText: 'The tone is firm.' });
    expect(await firm.locator('s').innerText()).toBe('The tone is firm.');
    expect(await firm.innerText()).toContain('changed to w4');
    expect(await page.locator('.entry', { hasText: 'friendly' }).innerText()).toContain('“friendly rather than firm”');
    await openTab(page, 'Cost');
    expect(await page.locator('.took tbody').count()).toBe(4);
    expect(await page.locator('.took tbody tr').count()).toBe(8);
    expect(await page.locator('.took tfoot').innerText()).toMatch(/all/);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('lets the ledger be edited by hand', async () => {
    const { page } = await enter();
    await sayToBoth(page, LETTER_TURNS[0]);
    await openTab(page, 'Ledger');
    await page.getByRole('button', { name: 'Edit w1' }).click();
    await page.getByLabel('w1 in other words').fill('A letter to the landlord, in French.');
    await page.keyboard.press('Enter');
    await page.locator('.entry', { hasText: 'in French' }).waitFor();
    expect(await page.locator('.entry s').innerText()).toBe('A letter to the landlord.');
    await page.getByLabel('Kind of the new entry').selectOption('fact');
    await page.getByLabel('The new entry', { exact: true }).fill('The landlord is Ms Lindner.');
    await page.keyboard.press('Enter');
    const fact = page.locator('.entry', { hasText: 'Ms Lindner' });
    await fact.waitFor();
    expect(await fact.innerText()).toContain('written by hand');
    await page.getByRole('button', { name: 'Take f1 back' }).click();
    await page.locator('.entry s', { hasText: 'Ms Lindner' }).waitFor();
    await page.close();
  });

  it('pursues goals', async () => {
    const { page } = await enter();
    await openTab(page, 'Agenda');
    await page.getByLabel('A new goal').fill('offer to remind them');
    await page.keyboard.press('Enter');
    await page.locator('.goal').waitFor();
    await page.getByLabel('worth').fill('0.5');
    await page.getByLabel('by turn').fill('2');
    await page.keyboard.press('Tab');
    await sayToBoth(page, LETTER_TURNS[0]);
    await sayToBoth(page, LETTER_TURNS[1]);
    expect(await lastReply(page, 'initiative')).toContain('answers and leads');
    expect(await page.locator('.taken li').allInnerTexts()).toEqual([
      expect.stringContaining('asked: What is the letter'),
      expect.stringContaining('led: Shall I remind you'),
    ]);
    expect(await page.getByLabel('worth').inputValue()).toBe('0.5');
    await page.getByRole('button', { name: 'Drop the goal: offer to remind them' }).click();
    await page.locator('.goal').waitFor({ state: 'detached' });
    await page.close();
  });

  it('holds initiative back when told to, and says what and why', async () => {
    const { page } = await enter();
    await openTab(page, 'Agenda');
    await page.getByLabel('No initiative at all').check();
    await page.getByText('Held back: initiative is switched off').waitFor();
    await sayToBoth(page, LETTER_TURNS[0]);
    expect(await lastReply(page, 'initiative')).toContain('answers');
    expect(await page.getByText('None yet.').isVisible()).toBe(true);
    await openTab(page, 'Values');
    const held = page.locator('.candidate.suppressed').first();
    expect(await held.innerText()).toContain('held back: initiative is switched off');
    // The limits stay when the conversation starts over.
    await page.getByRole('button', { name: 'Start over' }).click();
    await openTab(page, 'Agenda');
    await page.getByText('Say something to both').waitFor();
    expect(await page.getByLabel('No initiative at all').isChecked()).toBe(true);
    await page.close();
  });

  it('looks less far ahead from the next turn on', async () => {
    const { page } = await enter();
    await page.getByLabel('Horizon').focus();
    await page.keyboard.press('Home');
    await page.getByText('Horizon 0: judges this reply alone').waitFor();
    await sayToBoth(page, LETTER_TURNS[0]);
    expect(await lastReply(page, 'initiative')).toContain('answers');
    expect(await page.locator('.candidate[data-chosen="true"]').innerText()).toContain('answer');
    await page.close();
  });

  it('is reached by keyboard: arrows move along the tabs', async () => {
    const { page } = await enter();
    await page.getByRole('tab', { name: 'Values' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Intents' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Cost and latency a turn' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Its move' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Values');
    await page.close();
  });
});

describe('on a narrow screen', () => {
  it('shows one of the three at a time', async () => {
    const { page } = await enter(390);
    await sayToBoth(page, LETTER_TURNS[0]);
    expect(await page.locator('.reply.initiative').isVisible()).toBe(true);
    expect(await page.locator('.reply.passive').isVisible()).toBe(false);
    await page.locator('.talk-views').getByText('Passive').click();
    expect(await page.locator('.reply.passive').isVisible()).toBe(true);
    await page.locator('.talk-views').getByText('Its mind').click();
    await page.getByRole('tab', { name: 'Ledger' }).waitFor();
    expect(await page.locator('.reply.passive').isVisible()).toBe(false);
    await page.close();
  });
});
