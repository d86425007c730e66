/** The web component in a real browser, on a page of another origin than the server's. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ConciergeMaker, type RunningServer, startServer } from '../../packages/server/src/index.ts';
import { fakeMaker, lampCatalog } from '../../packages/server/src/testing/fake-world.ts';
import { openBrowser } from './support/browser.ts';

let browser: Browser;
let shop: Server;
let server: RunningServer;
let page: Page;
let attributes = '';

/** A concierge whose items try to break out. */
function hostileMaker(): ConciergeMaker {
  const fake = fakeMaker();
  const hostile = '<img src=x onerror="document.title=\'broken\'">';
  const create: ConciergeMaker['create'] = (catalog, options) => {
    const concierge = fake.create(catalog, options);
    const item = {
      item: 0,
      id: '0',
      name: hostile,
      link: 'javascript:alert(1)',
      image: 'javascript:alert(1)',
      probability: 1,
    };
    const more = { description: hostile, facts: [{ label: hostile, value: hostile }], reasons: [hostile] };
    return {
      ...concierge,
      open: () => concierge.open(),
      say: (text) => {
        const reply = concierge.say(text);
        if (text !== 'show') return reply;
        return { ...reply, text: `Here it is:\n1. ${hostile}: cheap\nWill it do?`, items: [{ ...item, ...more }] };
      },
    };
  };
  return { ...fake, create };
}

beforeAll(async () => {
  browser = await openBrowser();
  shop = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    // The strictest policy that a shop can have and still load the script.
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${server.url}; connect-src ${server.url}`,
    );
    response.end(
      `<!doctype html><title>shop</title><script src="${server.url}/sente-chat.js" defer></script><sente-chat ${attributes}></sente-chat>`,
    );
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
});

const shopUrl = () => `http://localhost:${(shop.address() as AddressInfo).port}`;
const start = (port = 0) =>
  startServer({
    catalog: lampCatalog(),
    maker: hostileMaker(),
    key: 'owner',
    chatKey: 'shop',
    allowOrigin: [shopUrl()],
    studio: false,
    port,
  });

beforeEach(async () => {
  attributes = 'key="shop"';
  server = await start();
  page = await browser.newPage({ colorScheme: 'light' });
});
afterEach(async () => {
  await page.close();
  await server.close();
});

const log = () => page.getByRole('log', { name: 'Conversation' });
const box = () => page.getByRole('textbox', { name: 'Your message' });

it('opens the conversation by itself, and talks by keyboard and by suggestions', async () => {
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  await box().fill('green');
  await box().press('Enter');
  await log().getByText('1: green').waitFor();
  await page.getByRole('group', { name: 'Suggested replies' }).getByRole('button', { name: 'blue' }).click();
  await log().getByText('2: blue').waitFor();
  expect(
    await box().evaluate((input) => (input.getRootNode() as { activeElement?: unknown }).activeElement === input),
  ).toBe(true);
  expect(await log().getByText('You: ').count()).toBe(2);
});

it('shows what comes from a table as text, and follows no script address', async () => {
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  await box().fill('show');
  await box().press('Enter');
  await log().getByRole('listitem').getByText('onerror').first().waitFor();
  expect(await page.title()).toBe('shop');
  // The card stands in place of the line that lists the item.
  expect(await log().locator('.assistant').allInnerTexts()).toEqual(
    ['Which colour?', 'Here it is:', 'Will it do?'].map((text) => expect.stringContaining(text)),
  );
  expect(await log().getByText('cheap').count()).toBe(0);
  expect(await log().locator('a, img').count()).toBe(0);
  await page.getByRole('button', { name: /^Take / }).click();
  await log().getByText('number 1').first().waitFor();
});

it('has styles under a strict policy, light and dark', async () => {
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  const background = () => page.locator('section').evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).toBe('rgb(23, 26, 25)');
});

it('tells the page what was said, and when it ends', async () => {
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  const ended = page.evaluate(
    () =>
      new Promise((resolve) => document.addEventListener('sente-end', (e) => resolve((e as CustomEvent).detail.text))),
  );
  await box().fill('bye');
  await box().press('Enter');
  expect(await ended).toBe('1: bye');
});

it('goes on after the page is loaded anew, if asked to, and starts over when it was forgotten', async () => {
  attributes = 'key="shop" remember';
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  await box().fill('green');
  await box().press('Enter');
  await log().getByText('1: green').waitFor();
  await page.reload();
  await log().getByText('1: green').waitFor();
  expect(await log().locator('.turn').count()).toBe(3);
  const { port } = server;
  await server.close();
  server = await start(port);
  await box().fill('red');
  await box().press('Enter');
  await log().getByText('1: red').waitFor();
});

it('says so when the server is away, and tries again', async () => {
  await page.goto(shopUrl());
  await log().getByText('Which colour?').waitFor();
  const { port } = server;
  await server.close();
  await box().fill('green');
  await box().press('Enter');
  await log().getByText('I cannot be reached').waitFor();
  server = await start(port);
  await page.getByRole('button', { name: 'Try again' }).click();
  await log().getByText('1: green').waitFor();
});
