import { createLayer } from '@sente/language';
import { type ScriptedCall, scriptedModel } from '@sente/language/testing';
import { describe, expect, it } from 'vitest';
import { layerDecider } from '../replay/decider.ts';
import { replay } from '../replay/replay.ts';
import { comparisonReport } from '../report/from-comparison.ts';
import { auditHtml } from '../report/html.ts';
import { auditText } from '../report/terminal.ts';
import { asConversations, sceneAt } from './as-conversation.ts';
import { classesOf, classOfLabels } from './classes.ts';
import { compareSgd } from './compare.ts';
import type { Dialogue } from './dialogue.ts';
import { instructionsOf } from './instructions.ts';
import type { SgdLog } from './read-sgd.ts';
import { ORDERED, orderEnding, SCHEMA, system, user, VISIT } from './small.test.support.ts';

const schema: SgdLog['schema'] = new Map(SCHEMA.map((service) => [service.service_name, service]));
const none = orderEnding('none', system([], 'NOTIFY_FAILURE', 'REQ_MORE'));
const log: SgdLog = { dialogues: [VISIT, none], schema };

const people = ['red', 'blue'].map((colour) => ({ wants: `a ${colour} lamp`, good: '', next: '', share: 50 }));
const read = { kind: 'new', users: people };
const answers = [
  { gist: 'here is a red one', fits: [9, 1], sure: 100 },
  { gist: 'here is a blue one', fits: [1, 9], sure: 100 },
];
const questions = [{ ask: 'Red or blue?', choices: ['red', 'blue'], replies: ['red', 'blue'] }];

/** Asks whenever it must weigh, unless the user's last words are among `certain`. */
function shopModel(certain: readonly string[]) {
  const isCertain = ({ prompt }: ScriptedCall): boolean =>
    certain.some((words) => prompt.includes(`is="turn">\n${words}\n`));
  return scriptedModel({
    read: (call) => ({
      ...read,
      users: isCertain(call) ? [{ ...people[0], share: 100 }] : people,
      fits: [0, 0, 0, 0, 0],
    }),
    weigh: { answers, questions },
    default: '{}',
  });
}

async function played(model: ReturnType<typeof shopModel>, given: SgdLog = log) {
  const { conversations, scene } = asConversations(given);
  const found = await replay(conversations, { decider: layerDecider({ layer: createLayer(), model, scene }) });
  return { found, compared: compareSgd(given, found.moments) };
}

describe('a dialogue as it was spoken', () => {
  it('tells what services gave back before, and nothing of the turn that is decided', () => {
    const before = sceneAt(VISIT, 3, schema);
    expect(before.transcript.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(before.found.map(({ role, text, at }) => [role, text.split('\n'), at])).toEqual([
      [
        'tool',
        ['Lamps_1({}) gave 2:', 'colour | room | lamp | price', 'red | hall | Ada | 20', 'red | hall | Bea | 30'],
        4,
      ],
    ]);
    const after = sceneAt(VISIT, 5, schema).transcript.messages;
    expect(after.map(({ role, at }) => [role, at])).toEqual([
      ['system', 0],
      ['user', 1],
      ['assistant', 2],
      ['user', 3],
      ['tool', 4],
      ['assistant', 5],
      ['user', 6],
    ]);
    for (let at = 1; at < VISIT.turns.length; at += 2) {
      const cut = { ...VISIT, turns: [...VISIT.turns.slice(0, at), system([{ lamp: 'Zoe' }], 'OFFER lamp=Zoe')] };
      expect(sceneAt(cut, at, schema).transcript).toEqual(sceneAt(VISIT, at, schema).transcript);
    }
  });

  it('names calls with what they were asked, an empty answer, and how many rows are left out', () => {
    const call = { method: 'FindLamp', parameters: { colour: 'red' } };
    const turn = (rows: number) => {
      const made = system(
        Array.from({ length: rows }, (_, i) => ({ lamp: `L${i}` })),
        'OFFER lamp=L0',
      );
      return { ...VISIT, turns: [VISIT.turns[0], { ...made, frames: [{ ...made.frames[0], service_call: call }] }] };
    };
    expect(sceneAt(turn(0), 1, schema).found[0].text).toBe('FindLamp({"colour":"red"}) gave nothing');
    const { text, tools } = sceneAt(turn(9), 1, schema).found[0];
    expect([text.endsWith('L4\n(the first 5 of 9)'), text.includes('L5'), tools]).toEqual([true, false, ['FindLamp']]);
  });

  it('describes the services in words, and offers their intents as tools', () => {
    const [service] = SCHEMA;
    const words = instructionsOf([
      {
        ...service,
        description: 'A shop for lamps',
        intents: [{ ...service.intents[0], optional_slots: { day: 'dontcare' } }, service.intents[1]],
      },
    ]);
    expect(words).toContain('Lamps_1: A shop for lamps. It can do this:');
    expect(words).toContain(
      '- FindLamp: FindLamp. Looks something up. Needs colour (red, blue, green); room. May have day (any if not said).',
    );
    expect(words).toContain('- OrderLamp: OrderLamp. Does something for the user. Needs lamp; day.');
    expect(sceneAt(VISIT, 1, schema).transcript.tools.map(({ name }) => name)).toEqual(['FindLamp', 'OrderLamp']);
    // Without a list of services, those that the dialogue is annotated with.
    expect(sceneAt({ ...VISIT, services: [] }, 1, schema)).toEqual(sceneAt(VISIT, 1, schema));
    expect(() => asConversations(log).scene([], 1)).toThrow(RangeError);
  });
});

describe('classes', () => {
  it.each([
    [system(undefined, 'REQUEST day'), ['ask']],
    [system(undefined, 'OFFER lamp=Bea'), ['put forward']],
    [system([{ lamp: 'Ada' }], 'OFFER lamp=Ada', 'INFORM_COUNT count=1'), ['put forward', 'answer']],
    [system([], 'NOTIFY_FAILURE', 'REQ_MORE'), ['answer']],
    [system([{ day: 'Tuesday' }], 'NOTIFY_FAILURE', 'OFFER day=Tuesday'), ['answer', 'put forward']],
    [system(undefined, 'REQ_MORE'), ['answer']],
    [system(undefined, 'OFFER_INTENT intent=OrderLamp'), ['put forward']],
    [system(undefined, 'SOMETHING'), ['answer']],
  ])('of %j', (turn, classes) => expect(classesOf(turn)).toEqual(classes));
  it('of labels', () => expect(classOfLabels(['offer', 'count'])).toBe('put forward'));
});

describe('the layer on dialogues, with a model', () => {
  it('is compared turn by turn, in two calls a turn at most', async () => {
    const model = shopModel(['REQUEST price', 'THANK_YOU', 'NEGATE, THANK_YOU']);
    const { found, compared } = await played(model);
    expect([compared.dialogues, compared.decided, compared.undecided, found.turns]).toEqual([2, 16, 0, 16]);
    expect(found.used.calls).toBe(model.calls.length);
    expect(model.calls.length).toBeLessThanOrEqual(2 * 16);
    expect(new Set(model.calls.map(({ label }) => label))).toEqual(new Set(['read', 'weigh']));
    expect(compared.confusion).toEqual({
      ask: { ask: 6 },
      'put forward': { ask: 4 },
      answer: { answer: 4, ask: 2 },
    });
    expect(compared.deciders.sente.agreement.mean).toBeCloseTo(10 / 16);
    expect(compared.moments).toHaveLength(6);
    expect(compared.acts['offer + call']).toEqual({ ask: 2 });
  });

  it('stands beside the rule, the decision on annotations and the constants on the same turns', async () => {
    const { deciders } = (await played(shopModel([]))).compared;
    expect(deciders['model-free'].agreement.mean).toBe(1);
    expect(deciders.rule.agreement.mean).toBe(1);
    // Of the 16 turns 6 only ask, and 2 only put forward; 2 look up and put forward, which counts as either.
    expect(deciders['always-ask'].agreement.mean).toBeCloseTo(6 / 16);
    expect(deciders['always-offer'].agreement.mean).toBeCloseTo(4 / 16);
    expect(deciders['always-answer'].agreement.mean).toBeCloseTo(8 / 16);
    expect(deciders['always-ask']['ask-recall'].mean).toBe(1);
    expect(deciders['always-ask'].agreement.high).toBeGreaterThanOrEqual(deciders['always-ask'].agreement.mean);
  });

  it('leaves out turns without a decision, and dialogues that were not come to', async () => {
    const { conversations, scene } = asConversations(log);
    const decider = layerDecider({ layer: createLayer(), model: shopModel([]), scene });
    const { moments } = await replay(conversations, { decider, budget: { calls: 3 } });
    const [first, ...rest] = moments;
    const compared = compareSgd(log, [first, ...rest.map(({ would: _, ...moment }) => moment)]);
    expect([compared.dialogues, compared.decided, compared.undecided]).toEqual([1, 1, rest.length]);
    expect(compareSgd(log, []).deciders.sente.agreement.mean).toBeNaN();
  });

  it('sees what was found before, and is never shown what is to come', async () => {
    const model = shopModel([]);
    await played(model, { ...log, dialogues: [VISIT] });
    const reads = model.calls.filter(({ label }) => label === 'read').map(({ prompt }) => prompt);
    expect(reads[1]).not.toContain('gave 2');
    expect(reads[2]).toContain('tool: Lamps_1({}) gave 2');
    for (const [i, prompt] of reads.entries()) expect(prompt).not.toContain(VISIT.turns[2 * i + 1].utterance);
    expect(model.calls.find(({ label }) => label === 'weigh')?.prompt).toContain('OrderLamp: OrderLamp.');
  });

  it('is reported, with every string as text', async () => {
    const evil: Dialogue = {
      ...VISIT,
      dialogue_id: '<b>',
      turns: [user('FindLamp', ORDERED, 'INFORM_INTENT <script>'), system(undefined, 'INFORM price=20')],
    };
    const given = { ...log, dialogues: [VISIT, evil] };
    const { found, compared } = await played(shopModel([]), given);
    const report = comparisonReport(compared, found, { source: 'd.json', dialogues: given.dialogues, model: 'm<i>' });
    expect(report.figures[0].rows.map(({ name }) => name)).toEqual(Object.keys(compared.deciders));
    expect(report.moments).toHaveLength(compared.moments.length);
    const page = auditHtml(report);
    expect(page).toContain('Which act met which');
    expect(page).toMatch(/<td class="plain"[^>]*>\d/);
    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toMatch(/<script|<b>|<i>/);
    expect(auditText(report)).toContain('Agreement with the system');
  });
});
