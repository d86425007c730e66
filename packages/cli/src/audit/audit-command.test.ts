import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditCommand } from '../commands/audit.ts';
import { explain } from '../failure.ts';
import { keepOutside, type Told } from '../measure/outside.test.support.ts';

let folder: string;
const talk = (...texts: string[]) => ({
  messages: texts.map((content, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content })),
});
const LOG = [
  talk('a dinner?', 'A stew.', 'No, I meant something quick', 'A curry.', 'thanks'),
  talk('which lamp?', 'The red one.', 'Thanks!'),
];

async function run(args: string[], onListening?: (stop: () => void) => void): Promise<Told & { code: number }> {
  const { outside, told } = keepOutside(folder, { onListening });
  const command = auditCommand(outside)
    .exitOverride()
    .configureOutput({
      writeErr: (text) => {
        told.err += text;
      },
    });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { code, text } = explain(error, undefined);
    told.code = code;
    told.err += text;
  }
  return { ...told, code: told.code ?? 0 };
}

let server: Server;
let model: string;
let asked = 0;
let onAsked: () => void = () => {};
beforeAll(async () => {
  // A model that reads and weighs as a form wants it; both forms in one reply, unknown fields are passed over.
  const reply = {
    kind: 'new',
    users: [
      { wants: 'quick', good: '', next: '', share: 50 },
      { wants: 'slow', good: '', next: '', share: 50 },
    ],
    hard: true,
    answers: [
      { gist: 'a curry', fits: [9, 1], sure: 90 },
      { gist: 'a stew', fits: [1, 9], sure: 90 },
    ],
    questions: [{ ask: 'Quick or slow?', choices: ['quick', 'slow'], replies: ['quick', 'slow'] }],
    because: 'they said so',
    verdict: 'yes',
  };
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked += 1;
      onAsked();
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          id: 'x',
          object: 'chat.completion',
          created: 1,
          model: 'm',
          choices: [
            { index: 0, message: { role: 'assistant', content: JSON.stringify(reply) }, finish_reason: 'stop' },
          ],
          usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
        }),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  model = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1#m`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-audit-'));
  writeFileSync(join(folder, 'logs.jsonl'), LOG.map((line) => JSON.stringify(line)).join('\n'));
  onAsked = () => {};
});

describe('sente audit', () => {
  it('tells what users did next, without a model', async () => {
    const { out, err, code } = await run(['logs.jsonl', '--out', 'report.html']);
    expect(code).toBe(0);
    expect(out).toContain('Initiative would have paid in 1 of 3 turns (33%)');
    expect(out).toContain('No model was given');
    expect(err).toContain('report.html');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('No, I meant something quick');
    expect(readdirSync(folder)).not.toContain('.sente');
  });

  it('decides with a model, prints one document, and keeps the run', async () => {
    const { out, err, code } = await run(['logs.jsonl', '--model', model, '--json']);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ format: 'logs', model, conversations: 2, turns: 3, counted: 3, paid: 3 });
    expect(document.moments[0]).toMatchObject({ verdict: 'yes', because: 'they said so', would: { kind: 'ask' } });
    expect(document.agents.sente.initiative.mean).toBe(1);
    expect(err).toContain(document.run);
    expect(readdirSync(join(folder, '.sente/audit'))).toEqual([`${document.run}.jsonl`]);
  });

  it('stops at the budget with 3, and goes on where it stopped', async () => {
    const first = await run(['logs.jsonl', '--model', model, '--budget', '1calls', '--json']);
    expect(first.code).toBe(3);
    const { run: name, stopped, moments } = JSON.parse(first.out);
    expect(stopped).toBe('budget');
    expect(moments.length).toBeLessThan(3);
    expect(first.err).toContain(`--resume ${name}`);
    const before = asked;
    const second = await run(['logs.jsonl', '--model', model, '--resume', name, '--json']);
    expect([second.code, JSON.parse(second.out).moments.length]).toEqual([0, 3]);
    const third = await run(['logs.jsonl', '--model', model, '--resume', name, '--json']);
    expect(JSON.parse(third.out)).toEqual(JSON.parse(second.out));
    expect(asked - before).toBeGreaterThan(0);
    expect(JSON.parse(third.out).used.calls).toBe(JSON.parse(second.out).used.calls);
    const other = await run(['logs.jsonl', '--model', model, '--resume', name, '--cases', '1']);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('other settings')]);
    expect((await run(['logs.jsonl', '--model', model, '--resume', '../x'])).code).toBe(2);
    expect((await run(['logs.jsonl', '--model', model, '--resume', 'none'])).err).toContain('There is no run');
  });

  it('loses no decided turn to Ctrl-C', async () => {
    let stop = (): void => {};
    const start = asked;
    // In the middle of the second turn.
    onAsked = () => {
      if (asked - start === 7) stop();
    };
    const { out, code } = await run(['logs.jsonl', '--model', model, '--json'], (given) => {
      stop = given;
    });
    expect(code).toBe(3);
    const document = JSON.parse(out);
    expect(document.stopped).toBe('interrupted');
    const kept = readFileSync(join(folder, `.sente/audit/${document.run}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    expect(kept).toHaveLength(1 + document.moments.length);
    expect(document.moments.length).toBeLessThan(3);
  });

  it('ends with 3 and what to do when no server is there', async () => {
    const { code, err } = await run(['logs.jsonl', '--model', 'http://127.0.0.1:9/v1#m']);
    expect(code).toBe(3);
    expect(err).toContain('Check its server and its key, then go on with --resume');
  }, 20_000);

  /** A made dialogue of two system turns, with its schema. */
  function writeDialogues(): void {
    mkdirSync(join(folder, 'sgd'));
    const frame = { service: 'S', actions: [{ act: 'REQUEST', slot: 'a' }] };
    const state = { active_intent: 'Find', slot_values: {}, requested_slots: [] };
    const done = { ...state, active_intent: 'NONE' };
    const asks = { service: 'S', actions: [{ act: 'INFORM_INTENT', slot: 'intent' }], state };
    const turns = [
      { speaker: 'USER', utterance: 'hello', frames: [asks] },
      { speaker: 'SYSTEM', utterance: 'which a?', frames: [frame] },
      { speaker: 'USER', utterance: 'bye', frames: [{ service: 'S', actions: [{ act: 'GOODBYE' }], state: done }] },
      { speaker: 'SYSTEM', utterance: 'bye', frames: [{ service: 'S', actions: [{ act: 'GOODBYE' }] }] },
    ];
    const intents = [{ name: 'Find', is_transactional: false, required_slots: ['a'] }];
    writeFileSync(join(folder, 'sgd/d.json'), JSON.stringify([{ dialogue_id: '1', turns }]));
    writeFileSync(
      join(folder, 'sgd/schema.json'),
      JSON.stringify([{ service_name: 'S', slots: [{ name: 'a' }], intents }]),
    );
  }

  it('takes annotated dialogues by their annotations', async () => {
    writeDialogues();
    const { out, code } = await run(['sgd/d.json', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      format: 'sgd',
      conversations: 1,
      turns: 2,
      deciders: { sente: { agreement: { mean: 1 } } },
    });
    expect((await run(['sgd/d.json', '--budget', '1calls'])).err).toContain('needs --model');
  });

  it('takes annotated dialogues as they were spoken, with a model, and goes on where it stopped', async () => {
    writeDialogues();
    const args = ['sgd/d.json', '--model', model, '--json'];
    const start = asked;
    const first = await run([...args, '--budget', '1calls']);
    expect([first.code, asked - start]).toEqual([3, 2]);
    const { run: name, decided, turns } = JSON.parse(first.out);
    expect([decided, turns, first.err.includes(`--resume ${name}`)]).toEqual([1, 2, true]);
    const second = await run([...args, '--resume', name, '--out', 'report.html']);
    expect([second.code, asked - start]).toEqual([0, 4]);
    expect(JSON.parse(second.out)).toMatchObject({
      format: 'sgd',
      model,
      conversations: 1,
      decided: 2,
      used: { calls: 4 },
      deciders: { sente: { agreement: { mean: 0.5 } }, 'always-ask': { agreement: { mean: 0.5 } } },
      confusion: { ask: { ask: 1 }, answer: { ask: 1 } },
      acts: { request: { ask: 1 }, goodbye: { ask: 1 } },
      moments: [{ dialogue: '1', at: 3, actual: ['goodbye'], would: { kind: 'ask' } }],
    });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('system: goodbye; Sente: ask');
    // The schema belongs to the run.
    const schema = join(folder, 'sgd/schema.json');
    writeFileSync(
      schema,
      readFileSync(schema, 'utf8').replace('"service_name"', '"description":"other","service_name"'),
    );
    const other = await run([...args, '--resume', name]);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('another log')]);
    expect((await run(['sgd/d.json', '--model', 'nonsense'])).code).toBe(2);
  });

  it.each([
    [['none.jsonl'], 'cannot be read'],
    [['logs.jsonl', '--out', 'no/such/folder.html'], '--out'],
    [['logs.jsonl', '--model', 'nonsense'], 'nonsense'],
    [['bad.jsonl'], 'bad.jsonl:2'],
  ])('ends with 2 for %j', async (args, hint) => {
    writeFileSync(join(folder, 'bad.jsonl'), `${JSON.stringify(LOG[0])}\n{"messages":\n`);
    const { code, err, out } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  });
});
