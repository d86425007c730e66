import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TurnPlan } from '../turn/plan.ts';
import { type FakeLayer, fakeLayer } from './fake-layer.test.support.ts';
import { layerMiddleware } from './middleware.ts';
import { events, good, type Piece, type Reply, upstream, whole } from './upstream.test.support.ts';
import { withInitiative, wrapModel } from './with-initiative.ts';

const FIRST = 200; // ms to the bare model's first word
const DEADLINE = 1_500;
const WRITE: TurnPlan = { do: 'write', note: 'Note.', leaveOut: [] };
const isNoted = (body: string): boolean => body.includes('Note.');

function* byteByByte(text: string): Generator<Piece> {
  for (const bytes of text) yield { wait: 1_000, bytes };
}
function* large(): Generator<Piece> {
  const megabyte = 'x'.repeat(1024 * 1024);
  yield { bytes: events.role };
  for (let at = 0; at < 40; at++) yield { bytes: events.text(megabyte) };
  yield { bytes: events.end };
}
const error = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'retry-after': '30' },
  pieces: [{ bytes: JSON.stringify({ error: { message: `error ${status}` } }) }],
});

/** Faults that show before the first word. */
const FAULTS: Record<string, () => Reply> = {
  '429': () => error(429),
  '500': () => error(500),
  'half a stream, before its first word': () => ({ pieces: [{ bytes: events.role }, 'cut'] }),
  'a stream that ends before its first word': () => ({ pieces: [{ bytes: events.role }] }),
  'garbage JSON': () => ({ pieces: [{ bytes: 'data: {"choices": [{\n\n' }, { bytes: 'data: [DONE]\n\n' }] }),
  'garbage bytes': () => ({ pieces: [{ bytes: '\u0000<html>502 Bad Gateway' }] }),
  'no response': () => 'nothing',
  'headers and then nothing': () => ({ pieces: ['hang'] }),
  'one byte a second': () => ({ pieces: byteByByte(events.role + events.text('slow') + events.end) }),
};

/** What a client sees of a stream: its text, when its first word came, and how it ended. */
async function client(model: LanguageModelV4): Promise<{
  text: string;
  first: number;
  parts: LanguageModelV4StreamPart[];
  error?: string;
}> {
  const started = Date.now();
  const parts: LanguageModelV4StreamPart[] = [];
  let text = '';
  let first = Number.POSITIVE_INFINITY;
  try {
    const { stream } = await model.doStream({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] });
    for await (const part of stream) {
      parts.push(part);
      if (part.type === 'text-delta') {
        text += part.delta;
        first = Math.min(first, Date.now() - started);
      }
    }
    return { text, first, parts };
  } catch (error) {
    return { text, first, parts, error: String(error) };
  }
}

/** Runs the clock until the client is through, or for two minutes. */
async function serve(model: LanguageModelV4): Promise<Awaited<ReturnType<typeof client>> | 'still waiting'> {
  let done: Awaited<ReturnType<typeof client>> | undefined;
  client(model).then((result) => {
    done = result;
  });
  for (let time = 0; time < 300 && done === undefined; time++) await vi.advanceTimersByTimeAsync(400);
  return done ?? 'still waiting';
}

const wrap = (model: LanguageModelV4, layer: FakeLayer): LanguageModelV4 => wrapModel(model, layerMiddleware(layer));
const finish = (parts: LanguageModelV4StreamPart[]) => parts.find((part) => part.type === 'finish');
/** Without what the layer adds, and without what differs from call to call. */
const bare = (parts: LanguageModelV4StreamPart[]) =>
  JSON.parse(
    JSON.stringify(parts, (key, value) => (key === 'sente' || key === 'providerMetadata' ? undefined : value)),
  );

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', note);
  expect(unhandled.splice(0)).toEqual([]);
});

describe.each(Object.entries(FAULTS))('%s', (_, fault) => {
  it('of the written call: the bare reply is served, by its first word and the deadline', async () => {
    const { model, seen } = upstream((body) => (isNoted(body) ? fault() : good(FIRST, 'bare ', 'reply')));
    const served = await serve(
      wrap(
        model,
        fakeLayer(() => WRITE),
      ),
    );
    expect(served).toMatchObject({ text: 'bare reply' });
    if (served === 'still waiting') return;
    expect(served.first).toBeLessThanOrEqual(FIRST + DEADLINE);
    expect(finish(served.parts)?.providerMetadata?.sente).toMatchObject({
      by: 'bare',
      aside: { reason: /fault|deadline/ },
    });
    expect(seen.filter(({ body }) => isNoted(body))).toHaveLength(1);
  });

  it('of the bare call: the planned reply is served', async () => {
    for (const [plan, text] of [
      [WRITE, 'written reply'],
      [{ do: 'say', text: 'Which?' }, 'Which?'],
    ] as const) {
      const { model } = upstream((body) => (isNoted(body) ? good(FIRST, 'written ', 'reply') : fault()));
      const served = await serve(
        wrap(
          model,
          fakeLayer(() => plan),
        ),
      );
      expect(served).toMatchObject({ text });
    }
  });

  it('of all calls, or with nothing to do about it: as without the layer', async () => {
    const { model } = upstream(fault);
    const plain = await serve(model);
    for (const plan of [WRITE, { do: 'pass' }] as const) {
      const served = await serve(
        wrap(
          model,
          fakeLayer(() => plan),
        ),
      );
      if (plain === 'still waiting' || served === 'still waiting') {
        expect(served).toBe(plain);
        continue;
      }
      expect(served.error).toBe(plain.error);
      expect(served.text).toBe(plain.text);
      expect(bare(served.parts)).toEqual(bare(plain.parts));
    }
  });

  it('of the planner: the bare reply is served, by its first word and the deadline', async () => {
    const planner = upstream(fault);
    const { model, seen } = upstream(() => good(FIRST, 'bare ', 'reply'));
    const served = await serve(withInitiative(model, { planner: planner.model }));
    expect(served).toMatchObject({ text: 'bare reply' });
    if (served === 'still waiting') return;
    expect(served.first).toBeLessThanOrEqual(FIRST + DEADLINE);
    expect(planner.seen.length).toBeGreaterThan(0);
    expect(seen).toHaveLength(1);
  });
});

describe('a written reply that breaks off after its first word', () => {
  it.each<[string, Piece[]]>([
    ['half a stream', ['cut']],
    ['garbage', [{ bytes: 'data: {"choices": [{\n\n' }]],
  ])('ends cleanly, with the reason beside it: %s', async (_, rest) => {
    const { model } = upstream((body) =>
      isNoted(body)
        ? { pieces: [{ bytes: events.role }, { bytes: events.text('Half ') }, ...rest] }
        : good(FIRST, 'bare ', 'reply'),
    );
    const served = await serve(
      wrap(
        model,
        fakeLayer(() => WRITE),
      ),
    );
    if (served === 'still waiting') throw new Error(served);
    expect(served).toMatchObject({ text: 'Half ' });
    expect(served.error).toBeUndefined();
    expect(served.parts.at(-2)).toMatchObject({ type: 'text-end' });
    expect(served.parts.at(-1)).toMatchObject({
      type: 'finish',
      finishReason: { unified: 'interrupted' },
      providerMetadata: { sente: { by: 'written', aside: { reason: 'fault' } } },
    });
  });
});

describe('40 MB', () => {
  it('is served whole, bare or written', async () => {
    for (const plan of [WRITE, { do: 'pass' }] as const) {
      const { model } = upstream(() => ({ pieces: large() }));
      const served = await serve(
        wrap(
          model,
          fakeLayer(() => plan),
        ),
      );
      if (served === 'still waiting') throw new Error(served);
      expect(served.text.length).toBe(40 * 1024 * 1024);
    }
  });

  it('is not read while nobody asks for it', async () => {
    const { model, seen } = upstream(() => ({ pieces: large() }));
    const decided = Promise.withResolvers<TurnPlan>();
    const { stream } = await Promise.all([
      wrap(
        model,
        fakeLayer(() => decided.promise),
      ).doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      }),
      vi.advanceTimersByTimeAsync(1_000).then(() => {
        expect(seen[0].sent).toBeLessThan(8);
        decided.resolve({ do: 'pass' });
      }),
    ]).then(([result]) => result);
    const reader = stream.getReader();
    for (let at = 0; at < 4; at++) await reader.read();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen[0].sent).toBeLessThan(12);
    await reader.cancel();
    expect(seen[0].aborted).toBe(true);
  });
});

it('serves a whole reply by the bare one and the deadline, too', async () => {
  const { model } = upstream((body) => (isNoted(body) ? 'nothing' : whole(FIRST, 'bare reply')));
  const started = Date.now();
  let time = 0;
  const result = wrap(
    model,
    fakeLayer(() => WRITE),
  )
    .doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] })
    .then(({ content }) => {
      time = Date.now() - started;
      return content;
    });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await result).toMatchObject([{ text: 'bare reply' }]);
  expect(time).toBe(FIRST + DEADLINE);
});

it.each([
  ['slow', 1_000],
  ['hung', 2 ** 30],
])('adds one deadline at most with a store that is %s', async (_, wait) => {
  const { model } = upstream((body) => (isNoted(body) ? 'nothing' : good(FIRST, 'bare ', 'reply')));
  const pause = (): Promise<undefined> => new Promise((done) => setTimeout(done, wait, undefined));
  const sessions = { get: pause, put: async () => {} };
  const started = Date.now();
  let first = 0;
  const wrapped = wrapModel(
    model,
    layerMiddleware(
      fakeLayer(() => WRITE),
      { sessions },
    ),
  );
  const said = (role: 'user' | 'assistant', text: string) => ({ role, content: [{ type: 'text' as const, text }] });
  const asked = wrapped.doStream({ prompt: [said('user', 'Hi'), said('assistant', 'Hello'), said('user', 'And?')] });
  const heard = asked.then(async ({ stream }) => {
    for await (const part of stream) if (part.type === 'text-delta') first ||= Date.now() - started;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await heard;
  expect(first).toBeGreaterThanOrEqual(FIRST + DEADLINE);
  expect(first).toBeLessThanOrEqual(FIRST + DEADLINE + 1); // no timer is shorter than a millisecond
});

it('lets both upstreams go when the client leaves', async () => {
  const { model, seen } = upstream(() => 'nothing');
  const leaves = new AbortController();
  const served = wrap(
    model,
    fakeLayer(() => WRITE),
  )
    .doStream({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }], abortSignal: leaves.signal })
    .then(
      () => 'served',
      (error: unknown) => (error as Error).name,
    );
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toHaveLength(2);
  leaves.abort();
  expect(await served).toBe('AbortError');
  expect(seen.map(({ aborted }) => aborted)).toEqual([true, true]);
});
