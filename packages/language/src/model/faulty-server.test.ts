import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import { createCaller } from './create-caller.ts';
import { BudgetSpentError } from './meter.ts';
import { openModel } from './open-model.ts';

let server: Server | undefined;
afterEach(
  () =>
    new Promise((done) => {
      server?.closeAllConnections();
      server === undefined ? done(undefined) : server.close(done);
    }),
);

const call = { label: 'read', system: 's', prompt: 'p', schema: z.object({ want: z.string() }) };
/** Milliseconds. */
const LIMIT = 150;

/** A caller of a server that answers in this way, and how often it was asked and left. */
async function facing(
  answer: (response: ServerResponse) => void,
  milliseconds = LIMIT,
): Promise<{ caller: Caller; asked: () => number; left: () => number }> {
  let asked = 0;
  let left = 0;
  server = createServer((request, response) => {
    asked++;
    response.on('close', () => {
      if (!response.writableFinished) left++;
    });
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const id = `http://127.0.0.1:${(server.address() as AddressInfo).port}#m`;
  const caller = createCaller(openModel(id, { env: {} }), { budget: { milliseconds }, sleep: async () => {} });
  return { caller, asked: () => asked, left: () => left };
}

async function timed(work: Promise<unknown>): Promise<{ error: unknown; took: number }> {
  const started = performance.now();
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, took: performance.now() - started };
}

describe('a server that', () => {
  it('never answers is left when time is up', async () => {
    const { caller, left } = await facing(() => {});
    const { error, took } = await timed(caller.json(call));
    expect(error).toBeInstanceOf(BudgetSpentError);
    expect(took).toBeLessThan(LIMIT * 5);
    await expect.poll(left).toBe(1);
  });

  it('sends a byte now and then is left when time is up', async () => {
    const { caller, left } = await facing((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const { error, took } = await timed(caller.json(call));
    expect(error).toBeInstanceOf(BudgetSpentError);
    expect(took).toBeLessThan(LIMIT * 5);
    await expect.poll(left).toBe(1);
  });

  it('hangs up in the middle is asked three times', async () => {
    const { caller, asked } = await facing((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"id": "c", "choi', () => response.destroy());
    }, 20_000);
    expect((await timed(caller.json(call))).error).toBeInstanceOf(Error);
    expect(asked()).toBe(3);
  });

  it('answers with no JSON at all is asked once', async () => {
    const { caller, asked } = await facing((response) => response.end('<html>It works!</html>'));
    expect((await timed(caller.json(call))).error).toMatchObject({ message: 'Invalid JSON response' });
    expect(asked()).toBe(1);
  });

  it('sends an endless error is not read to its end', async () => {
    const { caller } = await facing((response) => {
      response.writeHead(400);
      const more = (): void => {
        while (!response.closed && response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    const { error } = await timed(caller.json(call));
    expect(error).toMatchObject({ statusCode: 400 });
    expect((error as { responseBody: string }).responseBody.length).toBeLessThanOrEqual(64_000);
  });
});
