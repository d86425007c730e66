import { type Script, type ScriptedModel, scriptedModel } from '@sente/language/testing';
import { describe, expect, it } from 'vitest';
import type { Paint } from '../chat/show-reply.ts';
import type { AgentReply, ChatAgent } from './chat-agent.ts';
import { PROMPTED, plainAgent } from './plain-agent.ts';
import { senteAgent } from './sente-agent.ts';
import { talk } from './talk.ts';

const LETTER: Readonly<Record<string, Script>> = {
  bare: ({ before }) => `Reply ${before + 1}\u001b[31m of the model.`,
  read: [
    {
      kind: 'new',
      wishes: [['A letter.', 'Write me a letter']],
      users: [
        { wants: 'a letter to a friend', good: 'warm', next: '', share: 60 },
        { wants: 'a letter to the bank', good: 'formal', next: '', share: 40 },
      ],
    },
    { kind: 'reply', fits: { i1: 0, i2: 10 }, changed: [['w1', 'A letter to the bank.', 'the bank']] },
  ],
  weigh: {
    answers: [
      { gist: 'a warm letter', fits: [10, 1], sure: 100, tokens: 150 },
      { gist: 'a formal letter', fits: [1, 10], sure: 100, tokens: 150 },
    ],
    questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
  },
};

const SECRET: Readonly<Record<string, Script>> = {
  bare: 'I have one.',
  read: {
    kind: 'new',
    wishes: [['Guess the otter.', 'Think of an animal']],
    users: [{ wants: 'to guess the otter', share: 100 }],
    hard: true,
    decide: 'an animal',
  },
  weigh: { answers: [{ gist: 'say that it is an otter', fits: [9], sure: 100, tokens: 20 }] },
  commit: { decision: 'otter' },
};

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function run(
  agent: ChatAgent,
  lines: readonly string[],
  json = false,
  paint: Paint = (_, text) => text,
): Promise<{ readonly output: string; readonly failures: number }> {
  let output = '';
  const { failures } = await talk(agent, {
    lines: each(lines),
    write: (text) => {
      output += text;
    },
    prompt: () => {},
    paint,
    json,
    signal: () => new AbortController().signal,
  });
  return { output, failures };
}

const sente = (scripts = LETTER): { agent: ChatAgent; model: ScriptedModel } => {
  const model = scriptedModel(scripts);
  return { agent: senteAgent({ model }), model };
};

describe('a chat with a language model', () => {
  it('asks with lettered choices, and a letter says its choice', async () => {
    const { agent, model } = sente();
    const { output } = await run(agent, ['Write me a letter', 'b', '/quit', 'unheard']);
    expect(output).toContain('Who is it for?\n[a] a friend  [b] the bank\n');
    expect(model.calls.filter(({ label }) => label === 'read')[1].prompt).toContain('the bank');
    expect(output).not.toContain('unheard');
  });

  it('shows what was weighed, the ledger and the agenda', async () => {
    const { output } = await run(sente().agent, [
      'Write me a letter',
      '/mind',
      'the bank',
      '/ledger',
      '/agenda',
      '/goal mention the trial',
      '/drop g1',
      '/drop g1',
    ]);
    expect(output).toMatch(/^→ .*ask: Who is it for\?$/m);
    expect(output).toContain(' 60%  a letter to a friend');
    expect(output).toMatch(/^w1 .*A letter\. \(changed: w2\) {2}“Write me a letter”$/m);
    expect(output).toContain('A letter to the bank.');
    expect(output).toContain('  0%  mention the trial (g1; worth 0.3)');
    expect(output.match(/The agenda is empty/g)).toHaveLength(2);
    expect(output).toContain('There is no goal “g1”');
  });

  it('never shows what is private', async () => {
    for (const json of [false, true]) {
      const { output } = await run(sente(SECRET).agent, ['Think of an animal', '/mind', '/ledger'], json);
      expect(output).toContain('I have one.');
      expect(output.toLowerCase()).not.toContain('otter');
      if (!json) expect(output).toContain('It keeps 1 private commitment.');
    }
  });

  it('gives one JSON document a reply', async () => {
    const { output } = await run(sente().agent, ['Write me a letter', '/mind', 'the bank'], true);
    const replies = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AgentReply);
    expect(replies.map(({ act, by }) => [act, by])).toEqual([
      ['ask', 'said'],
      ['answer', 'written'],
    ]);
    expect(replies[0].cost?.calls).toBe(2);
  });

  it('shows control characters as what they are', async () => {
    const { output } = await run(plainAgent(scriptedModel(LETTER)), ['Hello']);
    expect(output).toContain('Reply 1�[31m of the model.');
  });

  it('does not blame the model for a goal that is not there', async () => {
    const { output, failures } = await run(sente().agent, ['/goal find out their name', '/drop g9']);
    expect(output).toContain('There is no goal “g9” on the agenda; it has “g1”.');
    expect(output).not.toContain('could not be asked');
    expect(failures).toBe(0);
  });

  it('keeps its own colours in what it shows, and nobody else’s', async () => {
    const paint: Paint = (_, text) => `\u001b[1m${text}\u001b[22m`;
    const { output } = await run(sente().agent, ['Write me a \u001b[31mletter', '/mind', '/ledger'], false, paint);
    expect(output).toContain('\u001b[1mWho may be asking\u001b[22m');
    expect(output).toMatch(/^w1 /m);
    expect(output).not.toContain('\u001b[31m');
  });

  it('says that the model failed, and goes on', async () => {
    const model = scriptedModel({ bare: [new Error('down'), 'up again'] });
    const { output, failures } = await run(plainAgent(model), ['Hello', 'Hello?']);
    expect(output).toContain('The model could not be asked: down');
    expect(output).toContain('up again');
    expect(failures).toBe(1);
    expect(model.calls[1].prompt).toBe('Hello?');
  });

  it('fails in the same way with initiative', async () => {
    const { output, failures } = await run(sente({ default: new Error('down') }).agent, ['Hello']);
    expect(failures).toBe(1);
    expect(output).toContain('down');
  });

  it('tells those who ask a plain agent for its mind that it has none', async () => {
    const model = scriptedModel({ bare: 'Hello.' });
    const { output } = await run(plainAgent(model, PROMPTED), ['Hello', '/ledger', '/nonsense', 'And then?']);
    expect(output).toContain('--agent sente');
    expect(output).toContain('There is no /nonsense.');
    expect(model.calls[1].prompt).toBe(`${PROMPTED}\nHello\nHello.\nAnd then?`);
  });
});
