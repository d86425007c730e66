/**
 * A shop with five boots, served over HTTP, and one conversation with it.
 * Run: npm run -s bench -- examples/serve-a-shop.ts
 */
import { catalogFromRows } from '@sente/catalog';
import { startServer } from '@sente/server';

const boots = catalogFromRows(
  [
    { name: 'Brook', price: '40 €', colour: 'red', waterproof: 'no' },
    { name: 'Fell', price: '55 €', colour: 'blue', waterproof: 'yes' },
    { name: 'Ridge', price: '90 €', colour: 'red', waterproof: 'yes' },
    { name: 'Glacier', price: '120 €', colour: 'green', waterproof: 'yes' },
    { name: 'Shore', price: '35 €', colour: 'blue', waterproof: 'no' },
  ],
  { name: 'Boots', noun: 'boot' },
);
const server = await startServer({ catalog: boots, port: 0, studio: false });
const headers = { 'content-type': 'application/json' };
let conversation: string | undefined;
for (const message of ['waterproof, under 100 €', 'red']) {
  const body = JSON.stringify({ conversation, message, seed: 1 });
  const reply = await (await fetch(`${server.url}/api/chat`, { method: 'POST', headers, body })).json();
  conversation = reply.conversation;
  console.log(`> ${message}\n${reply.text}\n`);
}
await server.close();
