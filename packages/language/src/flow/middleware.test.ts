import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { generateText, isStepCount, streamText, tool } from 'ai';
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Remembered } from '../session/session-store.ts';
import type { TurnPlan } from '../turn/plan.ts';
import { type FakeLayer, fakeLayer, holding, plannedTurn } from './fake-layer.test.support.ts';
import { layerMiddleware, type WayInOptions } from './middleware.ts';
import { NO_USAGE } from './stream-form.ts';
import { wrapModel } from './with-initiative.ts';

const finishReason = { unified: 'stop' as const, raw: 'stop' };

/** A model that replies what a function makes of the request: text, or content. */
function model(reply: (params: LanguageModelV4CallOptions) => string | LanguageModelV4Content[]): MockLanguageModelV4 {
  const content = (params: LanguageModelV4CallOptions): LanguageModelV4Content[] => {
    const made = reply(params);
    return typeof made === 'string' ? [{ type: 'text', text: made }] : made;
  };
  return new MockLanguageModelV4({
    doGenerate: async (params) => {
      const made = content(params);
      const isCall = made.some(({ type }) => type === 'tool-call');
      return {
        content: made,
        finishReason: isCall ? { unified: 'tool-calls', raw: 'tool_calls' } : finishReason,
        usage: NO_USAGE,
        warnings: [],
        providerMetadata: { mock: { own: true } },
      };
    },
    doStream: async (params) => {
      const made = content(params);
      const isCall = made.some(({ type }) => type === 'tool-call');
      const chunks: LanguageModelV4StreamPart[] = [{ type: 'stream-start', warnings: [] }];
      for (const part of made) {
        if (part.type === 'text') {
          chunks.push({ type: 'text-start', id: '0' });
          for (const delta of part.text.match(/.{1,4}/gsu) ?? []) chunks.push({ type: 'text-delta', id: '0', delta });
          chunks.push({ type: 'text-end', id: '0' });
        } else if (part.type === 'reasoning') {
          chunks.push({ type: 'reasoning-start', id: 'r' });
          chunks.push({ type: 'reasoning-delta', id: 'r', delta: part.text });
          chunks.push({ type: 'reasoning-end', id: 'r', providerMetadata: part.providerMetadata });
        } else if (part.type === 'tool-call') chunks.push(part);
      }
      chunks.push({
        type: 'finish',
        usage: NO_USAGE,
        finishReason: isCall ? { unified: 'tool-calls', raw: 'tool_calls' } : finishReason,
        providerMetadata: { mock: { own: true } },
      });
      return {
        stream: simulateReadableStream({ chunks, initialDelayInMs: null, chunkDelayInMs: null }),
        response: { headers: { from: 'mock' } },
      };
    },
  });
}

const wrap = (inner: LanguageModelV4, layer: FakeLayer, options: WayInOptions = {}): LanguageModelV4 =>
  wrapModel(inner, layerMiddleware(layer, options));

const isNoted = ({ prompt }: LanguageModelV4CallOptions): boolean =>
  prompt[0].role === 'system' && /Note|Keep to/.test(prompt[0].content);

/** The bare model says "bare", with a note it says "written". */
const plain = (): MockLanguageModelV4 => model((params) => (isNoted(params) ? 'a written reply' : 'a bare reply'));

const prompt: LanguageModelV4Prompt = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }];
const WRITE: TurnPlan = { do: 'write', note: 'Note.', leaveOut: [] };

/** The prompt of the turn after a reply. */
const after = (before: LanguageModelV4Prompt, reply: string): LanguageModelV4Prompt => [
  ...before,
  { role: 'assistant', content: [{ type: 'text', text: reply }] },
  { role: 'user', content: [{ type: 'text', text: 'And?' }] },
];

async function generate(
  from: LanguageModelV4,
  params: Partial<LanguageModelV4CallOptions> = {},
): Promise<LanguageModelV4GenerateResult> {
  return from.doGenerate({ prompt, ...params });
}

/** A stream put together as `doGenerate` would give it. */
async function stream(
  from: LanguageModelV4,
  params: Partial<LanguageModelV4CallOptions> = {},
): Promise<Pick<LanguageModelV4GenerateResult, 'content' | 'providerMetadata' | 'finishReason'>> {
  const { stream: parts } = await from.doStream({ prompt, ...params });
  let finish: Extract<LanguageModelV4StreamPart, { type: 'finish' }> | undefined;
  const content: LanguageModelV4Content[] = [];
  for await (const part of parts) {
    if (part.type === 'text-start') content.push({ type: 'text', text: '' });
    else if (part.type === 'text-delta') (content.at(-1) as { text: string }).text += part.delta;
    else if (part.type === 'tool-call') content.push(part);
    else if (part.type === 'reasoning-delta') content.push({ type: 'reasoning', text: part.delta });
    else if (part.type === 'reasoning-end') content.push({ ...part, type: 'reasoning', text: '' });
    else if (part.type === 'error') throw part.error;
    else if (part.type === 'finish') finish = part;
  }
  return { content, providerMetadata: finish!.providerMetadata, finishReason: finish!.finishReason };
}

const text = ({ content }: { content: LanguageModelV4Content[] }): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('');

describe.each([
  ['doGenerate', generate],
  ['doStream', stream],
])('layerMiddleware, %s', (name, ask) => {
  const callsOf = (inner: MockLanguageModelV4): LanguageModelV4CallOptions[] =>
    name === 'doGenerate' ? inner.doGenerateCalls : inner.doStreamCalls;

  it('passes the very same request on', async () => {
    const inner = plain();
    const params: LanguageModelV4CallOptions = {
      prompt,
      temperature: 0.3,
      tools: [{ type: 'function', name: 'zoom', inputSchema: {} }],
      providerOptions: { mock: { a: 1 }, sente: { conversation: 'c1' } },
    };
    const result = await ask(
      wrap(
        inner,
        fakeLayer(() => ({ do: 'pass' })),
      ),
      params,
    );
    expect(text(result)).toBe('a bare reply');
    const [{ abortSignal, ...seen }, ...others] = callsOf(inner);
    expect(others).toEqual([]);
    expect(seen).toEqual(params);
    for (const key of ['prompt', 'tools', 'providerOptions'] as const) expect(seen[key]).toBe(params[key]);
    expect(abortSignal?.aborted).toBe(false);
  });

  it('tells of the decision beside the provider’s own metadata', async () => {
    const { providerMetadata } = await ask(
      wrap(
        plain(),
        fakeLayer(() => WRITE),
      ),
      {
        providerOptions: { sente: { conversation: 'c1' } },
      },
    );
    expect(providerMetadata).toEqual({
      mock: { own: true },
      sente: {
        conversation: 'c1',
        by: 'written',
        act: 'offer',
        id: 'a1',
        why: 'It is best.',
        policy: 'planned',
        horizon: 2,
        candidates: [{ act: 'offer', id: 'a1', text: 'because', value: 0.5, error: 0, samples: 0 }],
        plan: 'write',
        suppressed: [],
        cost: { calls: 2, inputTokens: 200, outputTokens: 100, money: 0, milliseconds: 7 },
      },
    });
  });

  it('says what is to be said, with the form, and calls the bare request off', async () => {
    const inner = plain();
    const form = { question: 'Which?', choices: ['a', 'b'] };
    const result = await ask(
      wrap(
        inner,
        fakeLayer(() => ({ do: 'say', text: 'Which?', form })),
      ),
    );
    expect(text(result)).toBe('Which?');
    expect(result.finishReason.unified).toBe('stop');
    expect(result.providerMetadata?.sente).toMatchObject({ by: 'said', act: 'ask', form });
    expect(callsOf(inner)).toHaveLength(1);
    expect(callsOf(inner)[0].abortSignal?.aborted).toBe(true);
  });

  it('writes with the note, and leaves the client’s prompt alone', async () => {
    const inner = plain();
    const before = structuredClone(prompt);
    const result = await ask(
      wrap(
        inner,
        fakeLayer(() => WRITE),
      ),
    );
    expect(text(result)).toBe('a written reply');
    expect(callsOf(inner)[1].prompt).toEqual([{ role: 'system', content: 'Note.' }, ...prompt]);
    expect(prompt).toEqual(before);
  });

  it('remembers the conversation by what was said', async () => {
    const layer = fakeLayer(() => ({ do: 'pass' }));
    const wrapped = wrap(plain(), layer);
    const first = await ask(wrapped);
    const reply = { role: 'assistant' as const, content: [{ type: 'text' as const, text: text(first) }] };
    const more = { role: 'user' as const, content: [{ type: 'text' as const, text: 'And?' }] };
    const second = await ask(wrapped, { prompt: [...prompt, reply, more] });
    const again = await ask(wrapped, { prompt: [...prompt, reply, more] }); // regenerated: as of the first reply
    const names = [first, second, again].map(({ providerMetadata }) => providerMetadata?.sente.conversation);
    expect(layer.requests.map(({ session }) => session.turn)).toEqual([0, 1, 1]);
    expect(layer.settled[0]).toEqual({ plan: 'pass', reply: 'a bare reply', wasPlanned: true });
    const [one, two, three] = names;
    expect(one).toMatch(/./);
    expect([two, three]).toEqual([one, one]);
  });

  it('keeps tenants apart', async () => {
    const layer = fakeLayer(() => ({ do: 'pass' }));
    const wrapped = wrap(plain(), layer);
    const first = await ask(wrapped, { providerOptions: { sente: { tenant: 'a' } } });
    const more: LanguageModelV4Prompt = [
      ...prompt,
      { role: 'assistant', content: [{ type: 'text', text: text(first) }] },
      { role: 'user', content: [{ type: 'text', text: 'And?' }] },
    ];
    await ask(wrapped, { prompt: more, providerOptions: { sente: { tenant: 'b' } } });
    await ask(wrapped, { prompt: more, providerOptions: { sente: { tenant: 'a' } } });
    expect(layer.requests.map(({ session }) => session.turn)).toEqual([0, 0, 1]);
  });

  it('puts a commitment back even when the decision comes late, and guards the reply', async () => {
    const layer = fakeLayer(({ session }) =>
      session.turn === 0 ? plannedTurn(WRITE, holding(session, 'otter')) : new Promise<TurnPlan>(() => {}),
    );
    const replies = ['I have one.', 'It is an otter.', 'Guess again.'];
    let at = 0;
    const inner = model((params) => (isNoted(params) ? replies[at++] : 'bare'));
    const wrapped = wrap(inner, layer, { deadline: 5 });
    const first = await ask(wrapped);
    expect(text(first)).toBe('I have one.');
    const second = await ask(wrapped, {
      prompt: [
        ...prompt,
        { role: 'assistant', content: [{ type: 'text', text: text(first) }] },
        { role: 'user', content: [{ type: 'text', text: 'Tell me' }] },
      ],
    });
    expect(callsOf(inner)[2].prompt[0]).toEqual({ role: 'system', content: 'Keep to: otter' });
    expect(text(second)).toMatch(name === 'doGenerate' ? /^Guess again\.$/ : /^It is an … Guess again\.$/);
    expect(second.providerMetadata?.sente).toMatchObject({ by: 'bare', aside: { reason: 'deadline' }, leaks: 1 });
    expect(JSON.stringify(second.providerMetadata)).not.toContain('otter');
  });

  it('says a safe sentence when the second try leaks too', async () => {
    const layer = fakeLayer(({ session }) => plannedTurn(WRITE, holding(session, 'otter')));
    const inner = model(() => 'It is an otter.');
    const result = await ask(wrap(inner, layer, { safe: 'Not telling.' }));
    expect(text(result)).toBe(name === 'doGenerate' ? 'Not telling.' : 'It is an … It is an … Not telling.');
    expect(result.finishReason.unified).toBe('stop');
    expect(result.providerMetadata?.sente).toMatchObject({ leaks: 2 });
    const [bare, written, again, ...more] = callsOf(inner).map(({ prompt: asked }) => asked[0]);
    expect([bare.role, more]).toEqual(['user', []]);
    expect(written).toEqual({ role: 'system', content: 'Note.' });
    expect(again.content).toMatch(/^Note\.\n\nA first version/);
  });

  it('never shows the thinking of a model that knows a secret, but keeps its signature', async () => {
    const layer = fakeLayer(({ session }) => plannedTurn(WRITE, holding(session, 'otter')));
    const thinking: LanguageModelV4Content[] = [
      { type: 'reasoning', text: 'It is otter.', providerMetadata: { mock: { signature: 's' } } },
      { type: 'text', text: 'Guess!' },
    ];
    const result = await ask(
      wrap(
        model(() => thinking),
        layer,
      ),
    );
    expect(JSON.stringify(result.content)).not.toContain('otter');
    expect(JSON.stringify(result.content)).toContain('"signature":"s"');
    expect(text(result)).toBe('Guess!');
  });

  it('observes without changing anything, and says that it did', async () => {
    const layer = fakeLayer(() => ({ do: 'say', text: 'Which?' }));
    const inner = plain();
    const result = await ask(wrap(inner, layer, { mode: 'observe' }));
    expect(text(result)).toBe('a bare reply');
    expect(result.providerMetadata?.sente).toMatchObject({ by: 'bare', aside: { reason: 'observe' } });
    await vi.waitFor(() =>
      expect(layer.settled.at(-1)).toEqual({ plan: 'say', reply: 'a bare reply', wasPlanned: false }),
    );
  });

  it('takes settings of one request', async () => {
    const layer = fakeLayer(() => ({ do: 'say', text: 'Which?' }));
    const wrapped = wrap(plain(), layer);
    expect(text(await ask(wrapped, { providerOptions: { sente: { mode: 'observe' } } }))).toBe('a bare reply');
    expect(text(await ask(wrapped, { providerOptions: { sente: { mode: 'nonsense' } } }))).toBe('Which?');
    await ask(wrapped, { providerOptions: { sente: { horizon: 0 } } });
    expect(layer.requests.map(({ horizon }) => horizon)).toEqual([undefined, undefined, 0]);
  });

  it('is not there when it is switched off', async () => {
    const layer = fakeLayer(() => ({ do: 'say', text: 'Which?' }));
    const inner = plain();
    const params = { prompt, providerOptions: { sente: { off: true } } };
    const result = await ask(wrap(inner, layer), params);
    expect(text(result)).toBe('a bare reply');
    expect(result.providerMetadata).toEqual({ mock: { own: true } });
    expect(layer.requests).toEqual([]);
    expect(callsOf(inner)[0].prompt).toBe(prompt);
  });

  it('a decision that comes late carries over to the next turn', async () => {
    const { promise, resolve } = Promise.withResolvers<TurnPlan>();
    const layer = fakeLayer(() => promise);
    const wrapped = wrap(plain(), layer, { deadline: 5 });
    const first = await ask(wrapped);
    expect(first.providerMetadata?.sente).toMatchObject({ by: 'bare', aside: { reason: 'deadline' } });
    expect(layer.settled).toEqual([{ plan: 'pass', reply: 'a bare reply', wasPlanned: false }]);
    resolve(WRITE);
    await vi.waitFor(() =>
      expect(layer.settled[1]).toEqual({ plan: 'write', reply: 'a bare reply', wasPlanned: false }),
    );
    await ask(wrapped, { prompt: after(prompt, text(first)) });
    expect(layer.requests[1].session.turn).toBe(1);
    expect(layer.settled).toHaveLength(3);
  });

  it.each<{ conversation?: string }>([{}, { conversation: 'c1' }])(
    'is recognised before a late decision lands: %j',
    async (own) => {
      const late = Promise.withResolvers<void>();
      const layer = fakeLayer(async ({ session }) => {
        if (session.turn === 0) await late.promise;
        return plannedTurn({ do: 'pass' }, session.turn === 0 ? holding(session, 'otter') : session);
      });
      const goals = [{ id: 'size', goal: 'find out their team size', worth: 0.2 }];
      const commitments = [{ id: 'price', about: 'the lowest price', value: '450 euros' }];
      const wrapped = wrap(plain(), layer, { deadline: 50, goals, commitments });
      const providerOptions = { sente: own };
      const first = await ask(wrapped, { providerOptions });
      expect(first.providerMetadata?.sente).toMatchObject({ aside: { reason: 'deadline' } });
      const second = after(prompt, text(first));
      const going = await ask(wrapped, { prompt: second, providerOptions });
      expect(going.providerMetadata?.sente.conversation).toBe(first.providerMetadata?.sente.conversation);
      const values = () => layer.requests.at(-1)!.session.vault.commitments.map(({ value }) => value);
      expect(layer.requests[1].session).toMatchObject({ turn: 1, goals });
      expect(values()).toEqual(['450 euros']);

      late.resolve();
      await vi.waitFor(() => expect(layer.settled).toHaveLength(3));
      await new Promise((done) => setTimeout(done));
      // Who goes on goes on from the second turn, even where only the name is recognised.
      const third = own.conversation ? after([], 'Shortened.') : after(second, text(going));
      await ask(wrapped, { prompt: third, providerOptions });
      expect(layer.requests.at(-1)!.session.turn).toBe(2);
      // Who asks the second question anew finds what was decided late.
      await ask(wrapped, { prompt: second, providerOptions });
      expect(values()).toEqual(['450 euros', 'otter']);
    },
  );

  it('goes on while tools run before a late decision lands', async () => {
    const inner = model(({ prompt: asked }) =>
      asked.at(-1)?.role === 'tool'
        ? 'It is a cat.'
        : [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: '{}' }],
    );
    const late = Promise.withResolvers<TurnPlan>();
    const layer = fakeLayer(() => late.promise);
    const wrapped = wrap(inner, layer, { deadline: 5 });
    const first = await ask(wrapped);
    const output = { type: 'text' as const, value: 'cat' };
    const result = await ask(wrapped, {
      prompt: [
        ...prompt,
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: {} }] },
        { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', toolName: 'zoom', output }] },
      ],
    });
    expect(text(result)).toBe('It is a cat.');
    expect(result.providerMetadata?.sente.conversation).toBe(first.providerMetadata?.sente.conversation);
    expect(layer.settled).toEqual([{ plan: 'pass', reply: 'It is a cat.', wasPlanned: false }]);
    late.resolve(WRITE);
  });

  it('serves without a store that fails or hangs', async () => {
    const layer = fakeLayer(() => WRITE);
    const broken = { get: () => Promise.reject(new Error('down')), put: () => Promise.reject(new Error('down')) };
    const more: LanguageModelV4Prompt = [...prompt, { role: 'assistant', content: [] }, ...prompt];
    expect(text(await ask(wrap(plain(), layer, { sessions: broken }), { prompt: more }))).toBe('a written reply');
    const hangs = { get: () => new Promise<undefined>(() => {}), put: () => new Promise<void>(() => {}) };
    expect(text(await ask(wrap(plain(), layer, { sessions: hangs, deadline: 5 }), { prompt: more }))).toBe(
      'a written reply',
    );
  });

  it('serves whatever a store gives back', async () => {
    const layer = fakeLayer(() => ({ do: 'pass' }));
    const more: LanguageModelV4Prompt = [...prompt, { role: 'assistant', content: [] }, ...prompt];
    for (const odd of [{}, { session: {} }, { session: { vault: 7 }, pending: {} }]) {
      const sessions = { get: () => odd as unknown as Remembered, put: () => {} };
      expect(text(await ask(wrap(plain(), layer, { sessions }), { prompt: more }))).toBe('a bare reply');
    }
  });

  it('gives the client’s error when all fails', async () => {
    const error = new Error('429');
    const inner = new MockLanguageModelV4({
      doGenerate: () => Promise.reject(error),
      doStream: () => Promise.reject(error),
    });
    await expect(
      ask(
        wrap(
          inner,
          fakeLayer(() => WRITE),
        ),
      ),
    ).rejects.toBe(error);
    await expect(
      ask(
        wrap(
          inner,
          fakeLayer(() => ({ do: 'pass' })),
        ),
      ),
    ).rejects.toBe(error);
  });

  it('does not decide while tools run, and goes on as planned', async () => {
    const inner = model(({ prompt: asked }) =>
      asked.at(-1)?.role === 'tool'
        ? 'It is a cat.'
        : [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: '{}' }],
    );
    const layer = fakeLayer(() => WRITE);
    const wrapped = wrap(inner, layer);
    await ask(wrapped);
    expect(layer.settled).toEqual([]);
    const result = await ask(wrapped, {
      prompt: [
        ...prompt,
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: 'c1', toolName: 'zoom', output: { type: 'text', value: 'cat' } },
          ],
        },
      ],
    });
    expect(text(result)).toBe('It is a cat.');
    expect(layer.requests).toHaveLength(1);
    expect(callsOf(inner)).toHaveLength(3); // bare and written, then one alone
    expect(callsOf(inner)[2].prompt[0]).toEqual({ role: 'system', content: 'Note.' });
    expect(layer.settled).toEqual([{ plan: 'write', reply: 'It is a cat.', wasPlanned: true }]);
  });

  it('settles a turn whose last reply it did not see by what the client sends', async () => {
    const inner = model(() => [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: '{}' }]);
    const layer = fakeLayer(() => WRITE);
    const wrapped = wrap(inner, layer);
    await ask(wrapped);
    await ask(wrapped, {
      prompt: [
        ...prompt,
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: 'c1', toolName: 'zoom', output: { type: 'text', value: 'cat' } },
          ],
        },
        { role: 'assistant', content: [{ type: 'text', text: 'Seen elsewhere.' }] },
        { role: 'user', content: [{ type: 'text', text: 'And?' }] },
      ],
    });
    expect(layer.settled).toEqual([{ plan: 'write', reply: 'Seen elsewhere.', wasPlanned: true }]);
    expect(layer.requests[1].session.turn).toBe(1);
  });

  it('passes a tool’s result on unchanged when nothing is known of the conversation', async () => {
    const inner = plain();
    const asked: LanguageModelV4Prompt = [
      ...prompt,
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: {} }] },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'c1', toolName: 'zoom', output: { type: 'text', value: 'cat' } }],
      },
    ];
    const layer = fakeLayer(() => WRITE);
    const result = await ask(wrap(inner, layer), { prompt: asked });
    expect(layer.requests).toEqual([]);
    expect(callsOf(inner).map((call) => call.prompt)).toEqual([asked]);
    expect(callsOf(inner)[0].prompt).toBe(asked);
    expect(result.providerMetadata?.sente).toMatchObject({ by: 'bare', aside: { reason: 'tool-loop' } });
  });
});

describe('with ai', () => {
  const looks = () =>
    model(({ prompt: asked }) =>
      asked.at(-1)?.role === 'tool'
        ? 'It is a cat.'
        : [{ type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: '{"level":2}' }],
    );
  const execute = vi.fn(async ({ level }: { level: number }) => `cat at ${level}`);
  const settings = {
    prompt: 'What is it?',
    tools: { zoom: tool({ inputSchema: z.object({ level: z.number() }), execute }) },
    stopWhen: isStepCount(3),
  };

  it.each<TurnPlan>([{ do: 'pass' }, WRITE])('runs a tool loop with generateText: %j', async (plan) => {
    const layer = fakeLayer(() => plan);
    const result = await generateText({ model: wrap(looks(), layer), ...settings });
    expect(result.text).toBe('It is a cat.');
    expect(result.steps).toHaveLength(2);
    expect(result.steps[0].toolResults[0].output).toBe('cat at 2');
    expect(layer.requests).toHaveLength(1);
    expect(layer.settled).toEqual([{ plan: plan.do, reply: 'It is a cat.', wasPlanned: true }]);
  });

  it.each<TurnPlan>([{ do: 'pass' }, WRITE])('runs a tool loop with streamText: %j', async (plan) => {
    const layer = fakeLayer(() => plan);
    const result = streamText({ model: wrap(looks(), layer), ...settings });
    expect(await result.text).toBe('It is a cat.');
    expect(await result.steps).toHaveLength(2);
    expect(layer.requests).toHaveLength(1);
    expect(layer.settled).toEqual([{ plan: plan.do, reply: 'It is a cat.', wasPlanned: true }]);
  });

  it('says a question with streamText', async () => {
    const result = streamText({
      model: wrap(
        plain(),
        fakeLayer(() => ({ do: 'say', text: 'Which?' })),
      ),
      prompt: 'Hi',
    });
    expect(await result.text).toBe('Which?');
    const [step] = await result.steps;
    expect(step.providerMetadata?.sente).toMatchObject({ act: 'ask' });
  });

  it('recognises what streamText sends back', async () => {
    const layer = fakeLayer(() => WRITE);
    const wrapped = wrap(plain(), layer);
    const first = streamText({ model: wrapped, messages: [{ role: 'user', content: 'Hi' }] });
    const { messages } = await first.response;
    const second = await generateText({
      model: wrapped,
      messages: [{ role: 'user', content: 'Hi' }, ...messages, { role: 'user', content: 'And?' }],
    });
    expect(second.text).toBe('a written reply');
    expect(layer.requests[1].session.turn).toBe(1);
  });
});

describe('a written stream that breaks off', () => {
  it('ends cleanly with the reason beside it', async () => {
    const inner = new MockLanguageModelV4({
      doStream: async (params) => {
        if (!isNoted(params)) return { stream: new ReadableStream() };
        let at = 0;
        return {
          stream: new ReadableStream<LanguageModelV4StreamPart>({
            pull(controller) {
              if (at === 0) controller.enqueue({ type: 'text-start', id: '0' });
              else if (at === 1) controller.enqueue({ type: 'text-delta', id: '0', delta: 'Half a' });
              else controller.error(new Error('socket closed'));
              at++;
            },
          }),
        };
      },
    });
    const result = await stream(
      wrap(
        inner,
        fakeLayer(() => WRITE),
      ),
    );
    expect(text(result)).toBe('Half a');
    expect(result.finishReason.unified).toBe('interrupted');
    expect(result.providerMetadata?.sente).toMatchObject({
      by: 'written',
      aside: { reason: 'fault', detail: 'the reply broke off: socket closed' },
    });
  });

  it('cancels the upstream when the client does', async () => {
    const cancelled = vi.fn();
    const inner = new MockLanguageModelV4({
      doStream: async () => ({
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          start: (controller) => controller.enqueue({ type: 'text-delta', id: '0', delta: 'Half a' }),
          cancel: cancelled,
        }),
      }),
    });
    const { stream: parts } = await wrap(
      inner,
      fakeLayer(() => ({ do: 'pass' })),
    ).doStream({ prompt });
    const reader = parts.getReader();
    await reader.read();
    await reader.cancel('gone');
    expect(cancelled).toHaveBeenCalledOnce();
    expect(inner.doStreamCalls[0].abortSignal?.aborted).toBe(true);
  });
});
