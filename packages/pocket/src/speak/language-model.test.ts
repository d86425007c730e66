import type { LanguageModelV4CallOptions, LanguageModelV4Prompt, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { expect, it } from 'vitest';
import { readReply } from '../shop/read-reply.ts';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { pocketLanguageModel } from './language-model.ts';

const checkpoint = tinyCheckpoint();
const model = pocketLanguageModel(checkpoint);

function asked(text: string, more: Partial<LanguageModelV4CallOptions> = {}): LanguageModelV4CallOptions {
  return { prompt: [{ role: 'user', content: [{ type: 'text', text }] }], ...more };
}

async function said(options: LanguageModelV4CallOptions, by = model): Promise<string> {
  const { content } = await by.doGenerate(options);
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

async function streamed(options: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = [];
  await (await model.doStream(options)).stream.pipeTo(new WritableStream({ write: (part) => void parts.push(part) }));
  return parts;
}

it('replies to ordinary English in text for people that is read as what it does', async () => {
  const text = await said(asked("I'm after a SMALL red bag — for £40, <end> OK?"));
  expect(text).toMatch(/^[A-Z.,?!']/);
  expect(text).not.toMatch(/ [.,?!]|<|\bi\b/);
  expect(readReply(text).words).toBeGreaterThan(0);
});

it('streams the same reply, word by word', async () => {
  const options = asked('a small red bag please');
  const whole = await model.doGenerate(options);
  const parts = await streamed(options);
  const deltas = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : []));
  expect(deltas.join('')).toBe(await said(options));
  expect(deltas.length).toBeGreaterThan(1);
  for (const delta of deltas) expect(delta).toMatch(/^ ?[^ ]+$/);
  const { finishReason, usage } = whole;
  expect(parts.at(-1)).toEqual({ type: 'finish', finishReason, usage });
  expect(parts.map(({ type }) => type).filter((type) => type !== 'text-delta')).toEqual([
    ...['stream-start', 'response-metadata', 'text-start', 'text-end', 'finish'],
  ]);
});

it('rolls dice that hang on seed and words alone', async () => {
  const options = asked('a red bag');
  const first = await said(options);
  await said(asked('something else'));
  expect(await said(options)).toBe(first);
  const system: LanguageModelV4Prompt = [{ role: 'system', content: 'You sell boats.' }, ...options.prompt];
  expect(await said({ ...options, prompt: system })).toBe(first);
  const bySeed = await Promise.all([1, 2, 3].map((seed) => said({ ...options, seed })));
  expect(new Set(bySeed).size).toBe(3);
  expect(await said(options, pocketLanguageModel(checkpoint, { seed: 2 }))).toBe(bySeed[1]);
  expect(await said(asked('a blue bag'))).not.toBe(first);
});

it('takes the likeliest words at temperature 0, whatever the seed', async () => {
  const cold = pocketLanguageModel(checkpoint, { temperature: 0 });
  const texts = await Promise.all([
    ...[1, 2, 3].map((seed) => said(asked('a red bag', { temperature: 0, seed }))),
    said(asked('a red bag', { seed: 9 }), cold),
  ]);
  expect(new Set(texts).size).toBe(1);
});

it('counts tokens, and says why it ended', async () => {
  const cut = await model.doGenerate(asked('a red bag', { maxOutputTokens: 3 }));
  // <user> a red bag <end> <assistant>
  expect(cut.usage.inputTokens.total).toBe(6);
  expect(cut.usage.outputTokens.total).toBe(3);
  expect(cut.finishReason.unified).toBe('length');
  // Among many replies of a model that knows nothing some come to their end by themselves.
  const ends = await Promise.all(Array.from({ length: 300 }, (_, seed) => model.doGenerate(asked('a', { seed }))));
  const finished = ends.filter(({ finishReason }) => finishReason.unified === 'stop');
  expect(finished.length).toBeGreaterThan(0);
  for (const { usage } of ends) expect(usage.outputTokens.total).toBeLessThanOrEqual(32);
});

it('stops in front of a stop sequence, in streams too', async () => {
  const whole = await said(asked('a red bag'));
  const [, second] = whole.split(' ');
  const options = asked('a red bag', { stopSequences: [second, 'never said'] });
  const cut = whole.slice(0, whole.indexOf(second));
  expect(await said(options)).toBe(cut);
  const parts = await streamed(options);
  expect(parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : [])).join('')).toBe(cut);
  expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'stop' } });
});

it('can be called off, before and while it speaks', async () => {
  const reason = new Error('enough');
  const gone = asked('a red bag', { abortSignal: AbortSignal.abort(reason) });
  await expect(model.doGenerate(gone)).rejects.toBe(reason);
  await expect(model.doStream(gone)).rejects.toBe(reason);
  const stop = new AbortController();
  const reader = (await model.doStream(asked('a red bag', { abortSignal: stop.signal }))).stream.getReader();
  await reader.read();
  stop.abort(reason);
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toBe(reason);
});

it('warns of what it cannot do, and replies all the same', async () => {
  const { warnings, content } = await model.doGenerate({
    prompt: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'what is this ?' },
          { type: 'file', mediaType: 'image/png', data: { type: 'data', data: new Uint8Array(1) } },
        ],
      },
    ],
    tools: [{ type: 'function', name: 'look', inputSchema: {} }],
    responseFormat: { type: 'json' },
    topP: 0.5,
    reasoning: 'high',
  });
  expect(warnings.map((one) => (one.type === 'unsupported' ? one.feature : one.type))).toEqual([
    ...['tools', 'responseFormat', 'reasoning', 'topP', 'other'],
  ]);
  expect(content.length).toBe(1);
  expect((await model.doGenerate(asked('a bag', { temperature: 1, seed: 1, maxOutputTokens: 5 }))).warnings).toEqual(
    [],
  );
});

it('reads neighbours of one speaker as one turn, and however much there is', async () => {
  const text = (role: 'user' | 'assistant', words: string): LanguageModelV4Prompt[number] => ({
    role,
    content: [{ type: 'text', text: words }],
  });
  const split = { prompt: [text('user', 'a red'), text('user', 'bag')] };
  expect(await said(split)).toBe(await said(asked('a red bag')));
  const long = Array.from({ length: 80 }, (_, at) => text(at % 2 === 0 ? 'user' : 'assistant', 'a red bag , please'));
  const { usage } = await model.doGenerate({ prompt: long });
  expect(usage.inputTokens.total).toBeLessThanOrEqual(96);
});
