/**
 * What the layer itself adds to a turn, model calls aside: a conversation of 100 turns through a wrapped model whose
 * calls and decisions come at once, against the same model bare. What is timed is everything else: reading the request,
 * finding the session by what was said, racing, guarding, writing anew, keeping the session.
 *
 *   npm run -s bench benchmarks/layer-overhead.ts
 *
 * Each turn sends all that was said before. Median over the turns of all conversations; one core. The session is as
 * large as a real one becomes: 300 entries of the ledger, 20 imagined intents. Claim: under 5 ms a turn.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4Prompt, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { type Layer, layerMiddleware, type Session, type TurnPlan, wrapModel } from '@sente/language';

const TURNS = 100;
const CONVERSATIONS = 10;
const WORDS = 'the quick brown fox jumps over the lazy dog and then goes home to think about what it did today ';
const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** Replies at once, in 50 parts. */
const mock: LanguageModelV4 = {
  specificationVersion: 'v4',
  provider: 'mock',
  modelId: 'mock',
  supportedUrls: {},
  doGenerate: async () => ({
    content: [{ type: 'text', text: WORDS.repeat(10) }],
    finishReason: { unified: 'stop', raw: 'stop' },
    usage,
    warnings: [],
  }),
  doStream: async () => {
    const parts: LanguageModelV4StreamPart[] = [
      { type: 'stream-start', warnings: [] },
      { type: 'text-start', id: '0' },
      ...Array.from({ length: 50 }, () => ({ type: 'text-delta' as const, id: '0', delta: WORDS.slice(0, 19) })),
      { type: 'text-end', id: '0' },
      { type: 'finish', usage, finishReason: { unified: 'stop', raw: 'stop' } },
    ];
    return { stream: ReadableStream.from(parts) as ReadableStream<LanguageModelV4StreamPart> };
  },
};

const SECRET: Session['vault'] = {
  commitments: [{ id: 'v1', about: 'the word', value: 'hippopotamus', isReleased: false, turn: 0 }],
};

/** Decides at once; the session grows as a real one does. */
function instant(plan: (turn: number) => TurnPlan, secret: boolean): Layer {
  const grown = (session: Session): Session => ({
    ...session,
    ledger: {
      ...session.ledger,
      entries: Array.from({ length: Math.min(300, session.turn * 3) }, (_, at) => ({
        id: `w${at}`,
        kind: 'wish' as const,
        what: WORDS,
        words: WORDS,
        at,
        status: 'stands' as const,
      })),
    },
    intents: Array.from({ length: 20 }, (_, at) => ({
      id: `i${at}`,
      wants: WORDS,
      good: WORDS,
      next: WORDS,
      weight: 0.05,
    })),
    vault: secret && session.vault.commitments.length === 0 ? SECRET : session.vault,
  });
  return {
    standing: ({ vault }) =>
      vault.commitments.length === 0 ? { do: 'pass' } : { do: 'write', note: 'Keep to the word.', leaveOut: [] },
    decide: async ({ session }) => ({
      plan: plan(session.turn),
      session: grown(session),
      suppressed: [],
      cost: { calls: 0, inputTokens: 0, outputTokens: 0, money: 0, milliseconds: 0 },
    }),
    settle: (turn) => ({ ...turn.session, turn: turn.session.turn + 1 }),
  };
}

/** Milliseconds of every turn. */
async function talk(model: LanguageModelV4, streams: boolean): Promise<number[]> {
  const times: number[] = [];
  for (let c = 0; c < CONVERSATIONS; c++) {
    const prompt: LanguageModelV4Prompt = [{ role: 'system', content: WORDS.repeat(10) }];
    for (let turn = 0; turn < TURNS; turn++) {
      prompt.push({ role: 'user', content: [{ type: 'text', text: `${c} ${turn} ${WORDS.repeat(3)}` }] });
      const started = performance.now();
      let text = '';
      if (streams) {
        for await (const part of (await model.doStream({ prompt })).stream)
          if (part.type === 'text-delta') text += part.delta;
      } else {
        for (const part of (await model.doGenerate({ prompt })).content) if (part.type === 'text') text += part.text;
      }
      times.push(performance.now() - started);
      prompt.push({ role: 'assistant', content: [{ type: 'text', text }] });
    }
  }
  return times;
}

const quantile = (times: number[], share: number): number =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

const cases: [string, (turn: number) => TurnPlan, boolean][] = [
  ['pass', () => ({ do: 'pass' }), false],
  ['write', (turn) => ({ do: 'write', note: WORDS, leaveOut: [2, turn] }), false],
  ['write, with a secret to guard', () => ({ do: 'write', note: WORDS, leaveOut: [] }), true],
];
console.log(
  `${'call'.padEnd(12)}${'plan'.padEnd(32)}${'bare, ms'.padEnd(12)}${'wrapped, ms'.padEnd(14)}${'95%, ms'.padEnd(10)}ratio`,
);
for (const streams of [false, true]) {
  for (const [name, plan, secret] of cases) {
    const wrapped = (): LanguageModelV4 => wrapModel(mock, layerMiddleware(instant(plan, secret)));
    await talk(wrapped(), streams); // a server's code is warm
    await talk(mock, streams);
    const bare = quantile(await talk(mock, streams), 0.5);
    const times = await talk(wrapped(), streams);
    const ours = quantile(times, 0.5);
    const cells = [
      (streams ? 'doStream' : 'doGenerate').padEnd(12),
      name.padEnd(32),
      bare.toFixed(3).padEnd(12),
      ours.toFixed(3).padEnd(14),
      quantile(times, 0.95).toFixed(3).padEnd(10),
      (ours / bare).toFixed(1),
    ];
    console.log(cells.join(''));
  }
}
