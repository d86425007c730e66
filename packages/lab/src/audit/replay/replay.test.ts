import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, newSession, type Session } from '@sente/language';
import { describe, expect, it, vi } from 'vitest';
import { hindsight } from '../hindsight/hindsight.ts';
import type { LoggedConversation } from '../read-logs/conversation.ts';
import { borneOut } from './borne-out.ts';
import type { Decider } from './decider.ts';
import { whatWasDone } from './did.ts';
import { beginJournal, resumeJournal } from './journal.ts';
import type { Did, Would } from './moment.ts';
import { replay } from './replay.ts';
import { summariseMoments } from './summary.ts';

const talk = (...texts: string[]): Message[] =>
  texts.map((text, at) => ({ at, role: at % 2 === 0 ? 'user' : 'assistant', text, tools: [], attachments: 0 }));
const conversation = (name: string, ...texts: string[]): LoggedConversation => ({
  name,
  line: 1,
  messages: talk(...texts),
});
const ask = (text: string, choices: string[] = []): Would => ({
  kind: 'ask',
  text,
  choices,
  why: 'because',
  ahead: 0.1,
});
const used = { calls: 2, inputTokens: 100, outputTokens: 10, money: 0 };

const log = [
  conversation(
    'trip',
    'plan a trip',
    'Here is a week in Rome.',
    'No, I meant two days with my kids',
    'Two days, then.',
  ),
  conversation('lamp', 'which lamp?', 'The red one.', 'Thanks!'),
];

/** Would always ask how long; counts its sessions' turns. */
function asker(): Decider & { seen: { texts: string[]; turn: number | undefined }[] } {
  const seen: { texts: string[]; turn: number | undefined }[] = [];
  return {
    seen,
    async decide(messages, at, did, session) {
      seen.push({ texts: messages.slice(0, at).map(({ text }) => text), turn: session?.turn });
      const would = ask('For how many days?');
      const judgement = borneOut(messages, at, did, would, hindsight(messages, at));
      const next: Session = { ...(session ?? newSession()), turn: (session?.turn ?? 0) + 1 };
      return { would, judgement, session: next, used };
    },
  };
}

describe('replay', () => {
  it('without a decider tells what the user did next', async () => {
    const { moments, turns, used: spent } = await replay(log);
    expect(turns).toBe(3);
    expect(spent.calls).toBe(0);
    expect(moments.map(({ hindsight: { kind }, did }) => [kind, did])).toEqual([
      ['corrected', 'answer'],
      ['none', 'answer'],
      ['none', 'answer'],
    ]);
    expect(moments[0].next).toContain('two days');
    expect(moments[1].next).toBeUndefined();
  });

  it('decides on what was said by then, and hands the session on within a conversation only', async () => {
    const decider = asker();
    const { moments } = await replay(log, { decider });
    expect(decider.seen.map(({ texts }) => texts.length)).toEqual([1, 3, 1]);
    expect(decider.seen.map(({ turn }) => turn)).toEqual([undefined, 1, undefined]);
    expect(moments.map(({ verdict }) => verdict)).toEqual(['yes', 'unclear', 'no']);
  });

  it('stops at the budget and on interruption, and goes on from its run file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sente-audit-')), 'deep/run.jsonl');
    const head = { log: 'the log', settings: { model: 'm' } };
    const first = await replay(log, { decider: asker(), journal: beginJournal(file, head), budget: { calls: 2 } });
    expect(first).toMatchObject({ stopped: 'budget', used: { calls: 2 } });
    // A line that was cut off in the middle is decided again.
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"moment": {"conv`);
    const stop = new AbortController();
    const second = asker();
    const halted = await replay(log, {
      decider: second,
      journal: resumeJournal(file, head),
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(halted.stopped).toBe('interrupted');
    expect(second.seen.map(({ turn }) => turn)).toEqual([1]);
    const third = asker();
    const whole = await replay(log, { decider: third, journal: resumeJournal(file, head) });
    expect(third.seen).toHaveLength(1);
    expect(whole.stopped).toBeUndefined();
    expect(whole).toEqual(await replay(log, { decider: asker() }));
  });

  it('comes to the same when conversations are replayed side by side', async () => {
    let most = 0;
    let under = 0;
    const side = (): Decider => {
      const own = asker();
      return {
        async decide(...given) {
          most = Math.max(most, ++under);
          await new Promise((done) => setTimeout(done, 5));
          under -= 1;
          return own.decide(...given);
        },
      };
    };
    const alone = await replay(log, { decider: side() });
    expect(most).toBe(1);
    expect(await replay(log, { decider: side(), parallel: 4 })).toEqual(alone);
    expect(most).toBe(2);
  });

  it('refuses to go on with what is another run', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sente-audit-')), 'run.jsonl');
    const head = { log: 'the log', settings: { model: 'm' } };
    beginJournal(file, head);
    expect(() => resumeJournal(file, { ...head, log: 'another' })).toThrow('another log');
    expect(() => resumeJournal(file, { ...head, settings: { model: 'n' } })).toThrow('model m');
    expect(() => resumeJournal(`${file}.none`, head)).toThrow('There is no run');
    writeFileSync(file, 'x\n');
    expect(() => resumeJournal(file, head)).toThrow('is no run');
  });

  it('gives up after three turns without a decision, and writes none of them down', async () => {
    const decide = vi.fn(async () => ({
      aside: 'fault: no such server',
      judgement: { verdict: 'unclear' as const, because: '' },
      session: newSession(),
      used,
    }));
    const file = join(mkdtempSync(join(tmpdir(), 'sente-audit-')), 'run.jsonl');
    const journal = beginJournal(file, { log: '', settings: {} });
    await expect(replay(log, { decider: { decide }, journal })).rejects.toThrow('no such server');
    await expect(replay(log, { decider: { decide }, parallel: 4 })).rejects.toThrow('no such server');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
  });

  describe('side by side', () => {
    const four = Array.from({ length: 4 }, (_, at) => conversation(`${at}`, ...Array(10).fill('more')));
    /** Fails in the calls that `fails` says, counted from 0; calls of a round end together. */
    const failing = (fails: (call: number) => boolean): { decider: Decider; calls: () => number } => {
      const own = asker();
      let calls = 0;
      const decide: Decider['decide'] = async (...given) => {
        const isOut = fails(calls++);
        await new Promise((end) => setTimeout(end));
        const decided = await own.decide(...given);
        return isOut ? { ...decided, would: undefined, aside: 'fault: 429' } : decided;
      };
      return { decider: { decide }, calls: () => calls };
    };

    it('takes a burst of failures as one', async () => {
      const burst = failing((call) => call < 8);
      const { moments, stopped } = await replay(four, { decider: burst.decider, parallel: 4 });
      expect(stopped).toBeUndefined();
      expect(moments.filter(({ aside }) => aside !== undefined)).toHaveLength(8);
      expect(moments.filter(({ would }) => would !== undefined)).toHaveLength(12);
    });

    it('counts anew after a decision, whatever began before it', async () => {
      const { stopped } = await replay(four, { decider: failing((call) => call % 4 !== 0).decider, parallel: 4 });
      expect(stopped).toBeUndefined();
    });

    it('gives up after three rounds', async () => {
      const down = failing(() => true);
      await expect(replay(four, { decider: down.decider, parallel: 4 })).rejects.toThrow('429');
      expect(down.calls()).toBeLessThanOrEqual(12);
    });
  });
});

describe('whether the user bears it out', () => {
  const judge = (would: Would, did: Did, ...texts: string[]): string => {
    const messages = talk(...texts);
    return borneOut(messages, 1, did, would, hindsight(messages, 1)).verdict;
  };
  it('a question: its reply came unasked, or the answer was set right', () => {
    expect(judge(ask('For how many days?'), 'answer', 'plan a trip', 'Rome!', 'Sounds fun', 'Sure.', 'No')).toBe('no');
    expect(
      judge(ask('Which season?', ['spring', 'winter']), 'answer', 'plan a trip', 'Rome!', 'in winter it is cold'),
    ).toBe('yes');
    expect(judge(ask('Which season?', ['spring']), 'answer', 'a spring trip', 'Rome!', 'spring then')).toBe('no');
    expect(judge(ask('Why?'), 'ask', 'plan a trip', 'Where?', 'Rome')).toBe('same');
    expect(judge(ask('Why?'), 'answer', 'plan a trip', 'Rome!')).toBe('unclear');
  });
  it('an offer: the user came to it', () => {
    const offer: Would = { ...ask('The museum is closed on Mondays'), kind: 'offer' };
    expect(judge(offer, 'answer', 'a day in Rome', 'Go to the forum.', 'Is the museum closed then?')).toBe('yes');
    expect(judge(offer, 'answer', 'a day in Rome', 'Go to the forum.', 'How do I get there?')).toBe('no');
  });
  it('an answer in place of a question: the question brought nothing', () => {
    const answer: Would = { ...ask('Rome'), kind: 'answer' };
    expect(judge(answer, 'ask', 'a capital?', 'Of what kind?', 'just tell me one')).toBe('yes');
    expect(judge(answer, 'ask', 'a capital?', 'Of what kind?', 'Italian')).toBe('no');
  });
});

describe('what was done', () => {
  it.each([
    ['Which size do you need?', 'ask'],
    ['It is red. Is there anything else I can help you with?', 'answer'],
    ['Because why? That is why.', 'answer'],
    [`${'Long. '.repeat(120)}Right?`, 'answer'],
    ['', 'wait'],
  ])('%s', (text, did) => expect(whatWasDone({ text, tools: [] })).toBe(did));
  it('a tool call is a lookup', () => expect(whatWasDone({ text: '', tools: ['find'] })).toBe('lookup'));
});

describe('figures', () => {
  it('set what Sente would have done beside the constants', async () => {
    const { moments } = await replay(log, { decider: asker() });
    const { counted, paid, agents } = summariseMoments(moments, log.length);
    expect([counted, paid]).toEqual([2, 1]);
    expect(agents.sente).toMatchObject({ initiative: { mean: 1 }, precision: { mean: 0.5 }, recall: { mean: 1 } });
    expect(agents['always-act']).toMatchObject({ precision: { mean: 0.5 }, recall: { mean: 1 } });
    expect(agents['never-act']).toMatchObject({ initiative: { mean: 0 }, recall: { mean: 0 } });
    const plain = summariseMoments((await replay(log)).moments, log.length);
    expect(Object.keys(plain.agents)).toEqual(['always-act', 'never-act']);
  });
});
