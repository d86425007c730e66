import { checkDomain } from '@sente/engine/testing';
import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../session/session.ts';
import { type Script, scriptedModel } from '../testing/scripted-model.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { DEFAULT_COSTS } from '../value/costs.ts';
import { listActs } from '../value/list-acts.ts';
import { WeighedDomain } from '../value/weighed-domain.ts';
import { startOf } from '../value/weighed-state.ts';
import { createLayer } from './create-layer.ts';
import type { InitiativeOptions } from './options.ts';

function talk(...texts: string[]): Transcript {
  const messages = texts.map((text, at) => {
    return { at, role: at % 2 === 0 ? ('user' as const) : ('assistant' as const), text, tools: [], attachments: 0 };
  });
  return { messages, tools: [], isFormal: false };
}

const two = [
  { wants: 'a letter to a friend', good: 'warm', next: '', share: 50 },
  { wants: 'a letter to the bank', good: 'formal', next: '', share: 50 },
];
const twoWays = {
  answers: [
    { gist: 'a warm letter', fits: [10, 1], sure: 100, tokens: 150 },
    { gist: 'a formal letter', fits: [1, 10], sure: 100, tokens: 150 },
  ],
  questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
};
const plain = { kind: 'new', users: [{ wants: 'it', share: 100 }] };

function setUp(scripts: Record<string, Script>, options: InitiativeOptions = {}) {
  const model = scriptedModel(scripts);
  const layer = createLayer({ now: () => 0, ...options });
  const decide = (transcript: Transcript, session: Session = newSession(options.goals)) =>
    layer.decide({ transcript, session, model });
  return { model, layer, decide };
}

describe('the layer', () => {
  it('answers a clear request at once, with one call, and leaves the request as it is', async () => {
    const { model, decide } = setUp({ read: plain });
    const turn = await decide(talk('What is 2 + 2?'));
    expect(turn.plan).toEqual({ do: 'pass' });
    expect(turn.decision?.chosen.kind).toBe('answer');
    expect(model.calls.map(({ label }) => label)).toEqual(['read']);
    expect(turn.cost.calls).toBe(1);
    expect(turn.aside).toBeUndefined();
  });

  it('meets a vague request with the question whose reply changes the answer, in two calls', async () => {
    const { decide } = setUp({ read: { kind: 'new', users: two }, weigh: twoWays });
    const turn = await decide(talk('Write me a letter.'));
    expect(turn.plan).toEqual({
      do: 'say',
      text: 'Who is it for?',
      form: { question: 'Who is it for?', choices: ['a friend', 'the bank'] },
    });
    expect(turn.cost.calls).toBe(2);
    expect(turn.session.intents.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it('asks for what a reply cannot do without, even where it is clear what is wanted', async () => {
    const { decide } = setUp({
      read: { ...plain, missing: 'the date' },
      weigh: {
        answers: [{ gist: 'with a blank', fits: [7], sure: 100 }],
        questions: [{ ask: 'When do you move out?', choices: [], replies: [''], better: 10 }],
      },
    });
    expect((await decide(talk('Write a notice to my landlord.'))).plan).toMatchObject({
      do: 'say',
      text: 'When do you move out?',
      form: { choices: [] },
    });
  });

  it('takes the reply in and then answers; the question is not asked again', async () => {
    const { layer, decide } = setUp({
      read: [
        { kind: 'new', users: two },
        { kind: 'reply', fits: { i1: 0, i2: 10 }, facts: [['It is for the bank.', 'the bank']] },
      ],
      weigh: twoWays,
    });
    const first = talk('Write me a letter.');
    const asked = await decide(first);
    const settled = layer.settle(asked, first, 'Who is it for?', true);
    expect(settled).toMatchObject({
      turn: 1,
      raised: [{ kind: 'ask' }],
      taken: [{ id: 'ask:who-is-it-for', turn: 0 }],
    });
    const turn = await decide(talk('Write me a letter.', 'Who is it for?', 'the bank'), settled);
    expect(turn.decision?.chosen).toMatchObject({ kind: 'answer', text: 'a letter to the bank' });
    expect(turn.plan).toEqual({ do: 'pass' });
  });

  it('writes from the ledger when the request came in pieces, without the earlier draft', async () => {
    const { layer, decide } = setUp({
      read: [
        { ...plain, wishes: [['A function that removes duplicates.', 'dedupe']] },
        { kind: 'more', users: [], wishes: [['The last of each stays.', 'keep the last']] },
      ],
    });
    const first = talk('dedupe a list');
    const settled = layer.settle(await decide(first), first, 'def dedupe(items): …', true);
    const turn = await decide(talk('dedupe a list', 'def dedupe(items): …', 'keep the last'), settled);
    expect(turn.plan).toMatchObject({ do: 'write', leaveOut: [1] });
    const { note } = turn.plan as { note: string };
    expect(note).toContain('A function that removes duplicates.');
    expect(note).toContain('The last of each stays.');
  });

  it('decides in secret before the reply, and puts the secret back in every later turn', async () => {
    const { layer, model, decide } = setUp({
      read: [
        { ...plain, decide: 'an animal to guess' },
        { kind: 'more', decide: 'an animal to guess' },
      ],
      commit: { decision: 'otter' },
    });
    const first = talk('Think of an animal.');
    const turn = await decide(first);
    expect(turn.plan).toMatchObject({ do: 'write' });
    expect(JSON.stringify(turn.plan)).toContain('otter');
    const settled = layer.settle(turn, first, 'I have one.', true);
    const later = talk('Think of an animal.', 'I have one.', 'Does it swim?');
    expect(JSON.stringify(layer.standing(settled))).toContain('otter');
    const second = await decide(later, settled);
    expect(JSON.stringify(second.plan)).toContain('otter');
    expect(model.calls.filter(({ label }) => label === 'commit')).toHaveLength(1);
  });

  it('writes no secret when the vault is off', async () => {
    const { decide } = setUp({ read: { ...plain, decide: 'an animal' } }, { vault: 'off' });
    expect((await decide(talk('Think of an animal.'))).session.vault.commitments).toEqual([]);
  });

  it('offers what will be wanted, and forgets it when the bare answer went out', async () => {
    const { layer, decide } = setUp({
      read: { kind: 'new', users: [{ wants: 'the way', next: 'when it closes', share: 100 }] },
      weigh: {
        answers: [{ gist: 'the way', fits: [10], sure: 100 }],
        offers: [{ say: 'It closes at six.', because: 'opening hours', topic: 'hours', wanted: [80] }],
      },
    });
    const transcript = talk('How do I get to the museum?');
    const turn = await decide(transcript);
    expect(turn.decision?.chosen).toMatchObject({ kind: 'offer', id: 'offer:hours' });
    expect(turn.plan).toMatchObject({ do: 'write', leaveOut: [] });
    expect(layer.settle(turn, transcript, 'Left, then right.', false)).toMatchObject({
      raised: [],
      taken: [],
      turn: 1,
    });
  });

  it('asks how sure it is where the truth is hard to know, and only there', async () => {
    const weigh = { answers: [{ gist: 'the Reds', fits: [9], sure: 90 }] };
    const sure = setUp({ read: { ...plain, hard: true }, weigh, know: 'no' }, { confidence: 'samples' });
    expect((await sure.decide(talk('Who won in 1931?'))).decision?.chosen.kind).toBe('abstain');
    const clear = setUp({ read: plain, know: 'no' }, { confidence: 'samples' });
    expect((await clear.decide(talk('What is 2 + 2?'))).decision?.chosen.kind).toBe('answer');
    expect(clear.model.calls.map(({ label }) => label)).toEqual(['read']);
  });

  it('takes no harm from a hook that throws', async () => {
    const onDecision = () => {
      throw new Error('the host’s own');
    };
    const { decide } = setUp({ read: plain }, { onDecision });
    expect((await decide(talk('What is 2 + 2?'))).aside).toBeUndefined();
  });

  it('hands over once it has abstained, and not when something else went out', async () => {
    const heard: string[] = [];
    const { layer, decide } = setUp(
      { read: { ...plain, hard: true }, weigh: { answers: [{ gist: 'a guess', fits: [9], sure: 5 }] } },
      { onHandOver: (turn) => heard.push(turn.decision!.chosen.kind) },
    );
    const question = talk('What will the share price be?');
    const turn = await decide(question);
    expect(turn.plan).toMatchObject({ do: 'write' });
    layer.settle(turn, question, 'It will be 100.', false);
    expect(heard).toEqual([]);
    layer.settle(turn, question, 'Nobody knows that.', true);
    expect(heard).toEqual(['abstain']);
  });

  it('leaves an answer as it is when the user replies to what a goal was led towards with', async () => {
    const goals = [{ id: 'team', goal: 'find out their team size', worth: 0.3 }];
    const reply = { kind: 'reply', facts: [['They are five.', 'five of us']], users: [] };
    const { layer, decide } = setUp(
      {
        read: [
          { ...plain, wishes: [['The price.', 'how much?']] },
          { ...reply, goals: [{ id: 'team', went: 'along' }] },
        ],
        weigh: {
          answers: [{ gist: 'it', fits: [10], sure: 100 }],
          leads: [{ goal: 'team', say: 'How many are you?', moment: 90 }],
        },
      },
      { goals },
    );
    const first = await decide(talk('how much?'));
    expect(first.decision?.chosen.kind).toBe('lead');
    const answer = '10 euros each. How many are you?';
    const session = layer.settle(first, talk('how much?'), answer, true);
    const second = await decide(talk('how much?', answer, 'five of us'), session);
    expect(second.session.ledger.shown[0].isSuperseded).toBe(false);
    expect(second.plan).toEqual({ do: 'pass' });
  });

  it('pursues a goal, waits after "not now", drops it after a refusal', async () => {
    const goals = [{ id: 'team', goal: 'find out their team size', worth: 0.3 }];
    const lead = {
      answers: [{ gist: 'it', fits: [10], sure: 100 }],
      leads: [{ goal: 'team', say: 'How many are you?', moment: 90 }],
    };
    for (const [went, later] of [
      ['not-now', ['answer', 'answer', 'lead']],
      ['refused', ['answer', 'answer', 'answer']],
    ] as const) {
      const reads = [plain, { kind: 'new', goals: [{ id: 'team', went }], users: plain.users }, plain, plain];
      const { layer, decide } = setUp({ read: reads, weigh: lead }, { goals });
      let session = newSession(goals);
      const said: string[] = [];
      const kinds: string[] = [];
      for (let turn = 0; turn < 4; turn++) {
        said.push('and this?');
        const planned = await decide(talk(...said), session);
        kinds.push(planned.decision!.chosen.kind);
        session = layer.settle(planned, talk(...said), 'This.', true);
        said.push('This.');
      }
      expect(kinds).toEqual(['lead', ...later]);
    }
  });

  it('never leads in two turns running', async () => {
    const goals = [
      { id: 'team', goal: 'find out their team size', worth: 0.3 },
      { id: 'trial', goal: 'mention the trial', worth: 0.3 },
    ];
    const leads = goals.map(({ id }) => ({ goal: id, say: `about ${id}`, moment: 100 }));
    const { layer, decide } = setUp(
      { read: plain, weigh: { answers: [{ gist: 'it', fits: [10], sure: 100 }], leads } },
      { goals },
    );
    let session = newSession(goals);
    const kinds: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const planned = await decide(talk('and this?'), session);
      kinds.push(planned.decision!.chosen.kind);
      session = layer.settle(planned, talk('and this?'), 'This.', true);
    }
    expect(kinds).toEqual(['lead', 'answer', 'lead']);
  });

  it.each([
    ['an error', { read: new Error('no route to sk-secret-123456789') }, 'fault'],
    ['garbage', { read: 'I would rather not.' }, 'fault'],
  ])('stands aside after %s, without giving a key away', async (_, scripts, reason) => {
    const { decide } = setUp(scripts as Record<string, Script>);
    const turn = await decide(talk('Hello'));
    expect(turn.plan).toEqual({ do: 'pass' });
    expect(turn.aside?.reason).toBe(reason);
    expect(JSON.stringify(turn)).not.toContain('123456789');
  });

  it('stands aside when the budget is spent, and stops trying after repeated failure', async () => {
    const { decide } = setUp({ read: { kind: 'new', users: two }, weigh: twoWays }, { budget: { calls: 1 } });
    expect((await decide(talk('Write me a letter.'))).aside?.reason).toBe('budget');
    const broken = setUp({ read: new Error('down') });
    for (let i = 0; i < 5; i++) await broken.decide(talk('Hello'));
    const before = broken.model.calls.length;
    expect((await broken.decide(talk('Hello'))).aside?.reason).toBe('breaker');
    expect(broken.model.calls).toHaveLength(before);
  });

  it.each<[unknown, string | undefined]>([
    ['the client hung up', undefined],
    [new DOMException('gone', 'AbortError'), undefined],
    [new DOMException('too slow', 'TimeoutError'), 'breaker'],
  ])('called off time and again for %s, stands aside for: %s', async (reason, aside) => {
    const { layer, model, decide } = setUp({ read: [...Array(5).fill({ delayMs: 1000 }), plain] });
    for (let time = 0; time < 5; time++) {
      const leaving = new AbortController();
      const request = { transcript: talk('Hi'), session: newSession(), model, signal: leaving.signal };
      const decided = layer.decide(request);
      leaving.abort(reason);
      expect((await decided).aside?.reason).toBe('deadline');
    }
    expect((await decide(talk('Hi'))).aside?.reason).toBe(aside);
  });

  it('keeps what was read when the rest of the turn fails', async () => {
    const { layer, decide } = setUp({
      read: [
        { ...plain, users: [{ wants: 'it', next: 'more', share: 100 }] },
        { ...plain, users: [{ wants: 'it', next: 'more', share: 100 }], dismissed: true },
      ],
      weigh: [
        { answers: [{ gist: 'it', fits: [10], sure: 100 }], offers: [{ say: 'More.', topic: 'more', wanted: [90] }] },
        new Error('down'),
      ],
    });
    const first = talk('This?');
    const settled = layer.settle(await decide(first), first, 'This. More.', true);
    const turn = await decide(talk('This?', 'This. More.', 'no tips please'), settled);
    expect(turn.aside?.reason).toBe('fault');
    expect(turn.session.taken).toMatchObject([{ id: 'offer:more', dismissed: true }]);
  });

  it('decides nothing in a tool loop or when the client demands a form', async () => {
    const { model, decide } = setUp({ read: plain });
    expect((await decide(talk('Hello', 'calling …'))).aside?.reason).toBe('tool-loop');
    expect((await decide({ ...talk('Hello'), isFormal: true })).aside?.reason).toBe('formal');
    expect(model.calls).toEqual([]);
  });

  it('joins a conversation under way: earlier wishes are noted too', async () => {
    const { decide, model } = setUp({
      read: { kind: 'more', wishes: [['A haiku.', 'write a haiku']], users: plain.users },
    });
    const turn = await decide(talk('write a haiku', 'About what?', 'the sea'));
    expect(turn.session.ledger.entries[0]).toMatchObject({ what: 'A haiku.', words: 'write a haiku' });
    expect(model.calls[0].prompt).toContain('About what?');
  });

  it('makes a world that keeps what domains promise', async () => {
    const { decide } = setUp({
      read: { kind: 'new', users: two.map((user, i) => ({ ...user, share: i === 0 ? 70 : 30, next: 'the address' })) },
      weigh: {
        ...twoWays,
        offers: [{ say: 'The address is …', because: 'known', topic: 'address', wanted: [40, 80] }],
      },
    });
    const { weighing, session } = await decide(talk('Write me a letter.'));
    const weights = session.intents.map(({ weight }) => weight);
    const domain = new WeighedDomain(weighing!, listActs(weighing!, weights), DEFAULT_COSTS);
    const findings = checkDomain({ domain, start: startOf(weights) });
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('gives the same turn for the same input', async () => {
    const run = async () => {
      const { decide } = setUp({ read: { kind: 'new', users: two }, weigh: twoWays });
      return JSON.stringify(await decide(talk('Write me a letter.')));
    };
    expect(await run()).toBe(await run());
  });
});
