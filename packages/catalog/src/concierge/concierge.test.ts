import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { makeCatalog, sampleCatalog } from '../speak/sample.test.support.ts';
import { createConcierge, restoreConcierge } from './concierge.ts';
import type { Concierge, ConciergeOptions, Reply, UnmetWish } from './reply.ts';

// Whole conversations, many of them: on a busy machine one property may take longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const catalog = sampleCatalog();

/** Things that people say, and things that nobody should. */
const SAYINGS = [
  'guided',
  'easy, in the Alps',
  'under 800',
  'at least 5 days',
  'not hard',
  'yes',
  'no',
  'I don’t mind',
  'don’t know',
  'why?',
  'how many are left?',
  'cheaper',
  'longer',
  'none of these',
  'show me',
  'the second one',
  '1',
  'forget the price',
  'any region',
  'dogs allowed',
  'does it allow dogs?',
  'what regions are there?',
  'thanks',
  'hello',
  'grumbleflop',
  'summer or winter',
  'something else',
  'no guide, 2 days, Madeira, over 900',
];
const saying = fc.constantFrom(...SAYINGS);
const talk = fc.array(saying, { minLength: 1, maxLength: 8 });
const few = { numRuns: 25 };

function begin(options: ConciergeOptions = {}): { concierge: Concierge; opening: Reply } {
  const concierge = createConcierge(catalog, { horizon: 1, ...options });
  return { concierge, opening: concierge.open() };
}

test('the same seed and texts give the same replies, byte for byte', () => {
  fc.assert(
    fc.property(talk, fc.integer(), (texts, seed) => {
      const [one, two] = [begin({ seed }), begin({ seed })];
      expect(JSON.stringify(one.opening)).toBe(JSON.stringify(two.opening));
      for (const text of texts) {
        expect(JSON.stringify(one.concierge.say(text))).toBe(JSON.stringify(two.concierge.say(text)));
      }
    }),
    few,
  );
});

test('undo restores the mind as it was before the last turn that changed something', () => {
  fc.assert(
    fc.property(talk, saying, fc.integer(), (texts, last, seed) => {
      const { concierge, opening } = begin({ seed });
      let before = opening;
      for (const text of texts) before = concierge.say(text);
      const after = concierge.say(last);
      const steps = after.understood.some(({ kind }) => CHANGING.has(kind));
      if (!steps) return;
      expect(concierge.say('undo').mind).toEqual(before.mind);
    }),
    few,
  );
});

/** Moves that always change something, whatever was asked. */
const CHANGING: ReadonlySet<string> = new Set(['wish', 'withdraw', 'compare', 'reject']);

test('no reply is said twice in a row, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(saying, { minLength: 2, maxLength: 10 }), fc.integer(), (texts, seed) => {
      const { concierge, opening } = begin({ seed });
      let last = opening.text;
      for (const text of texts) {
        const reply = concierge.say(text);
        expect(reply.text).not.toBe('');
        expect(reply.text).not.toBe(last);
        last = reply.text;
      }
    }),
    few,
  );
});

test('no wish is ever dropped silently: it stands until a move takes it back', () => {
  const takesBack = new Set(['withdraw', 'indifferent', 'unknown', 'undo', 'restart', 'choose', 'yes', 'no']);
  fc.assert(
    fc.property(talk, fc.integer(), (texts, seed) => {
      const { concierge } = begin({ seed });
      let wished = new Set<string>();
      for (const text of texts) {
        const reply = concierge.say(text);
        const now = new Set(reply.mind.wishes.map(({ attribute }) => attribute));
        const gone = [...wished].filter((attribute) => !now.has(attribute));
        if (gone.length > 0) expect(reply.understood.some(({ kind }) => takesBack.has(kind))).toBe(true);
        wished = now;
      }
    }),
    few,
  );
});

test('every wish is a reason for what is shown, or is named as broken where nothing fits', () => {
  fc.assert(
    fc.property(talk, fc.integer(), (texts, seed) => {
      const { concierge } = begin({ seed });
      for (const text of texts) {
        const { items, mind } = concierge.say(text);
        const firm = mind.wishes.filter(({ meaning }) => !meaning.endsWith('if possible')).length;
        for (const item of items) expect(item.reasons.length).toBeGreaterThanOrEqual(firm);
        for (const item of items) expect(item.probability > 0).toBe(mind.left > 0);
      }
    }),
    few,
  );
});

test('any text at all gets a reply', () => {
  const { concierge } = begin({ horizon: 0 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 })), (text) => {
      expect(concierge.say(text).text).not.toBe('');
    }),
    { numRuns: 120 },
  );
  expect(concierge.say('x'.repeat(100_000)).text.length).toBeLessThan(2000);
  expect(concierge.save().said.at(-1)).toHaveLength(2000);
});

test('deciding again at another horizon changes nothing, and at the same one says the same', () => {
  fc.assert(
    fc.property(talk, fc.integer({ min: 0, max: 3 }), (texts, horizon) => {
      const [one, two] = [begin(), begin()];
      for (const text of texts) {
        const reply = one.concierge.say(text);
        one.concierge.redecide(horizon);
        expect(one.concierge.redecide(1)).toEqual(reply);
        expect(two.concierge.say(text)).toEqual(reply);
      }
    }),
    { numRuns: 12 },
  );
});

test('a kept conversation goes on as if it had never been put away, and tells no unmet wish twice', () => {
  fc.assert(
    fc.property(talk, saying, fc.integer(), (texts, next, seed) => {
      const { concierge } = begin({ seed });
      for (const text of texts) concierge.say(text);
      const told = vi.fn();
      const restored = restoreConcierge(catalog, JSON.parse(JSON.stringify(concierge.save())), { onUnmet: told });
      expect(told).not.toHaveBeenCalled();
      expect(restored.say(next)).toEqual(concierge.say(next));
      expect(restored.save()).toEqual(concierge.save());
    }),
    { numRuns: 12 },
  );
});

test('every short reply means something when it is sent', () => {
  fc.assert(
    fc.property(talk, fc.integer(), (texts, seed) => {
      const { concierge } = begin({ seed });
      let reply = concierge.say(texts[0]);
      for (const text of texts.slice(1)) reply = concierge.say(text);
      for (const choice of reply.choices) {
        const copy = restoreConcierge(catalog, concierge.save());
        const { understood } = copy.say(choice);
        expect(understood, `${choice} after ${reply.text}`).not.toHaveLength(0);
      }
    }),
    { numRuns: 12 },
  );
});

test('an unmet combination is told once a conversation', () => {
  const told: UnmetWish[] = [];
  const { concierge } = begin({ onUnmet: (unmet) => told.push(unmet) });
  concierge.say('easy trip under 50');
  concierge.say('why?');
  concierge.say('undo');
  concierge.say('under 50, easy');
  expect(told).toHaveLength(1);
  expect(told[0].wishes).toEqual(['difficulty: easy', 'price: under €50']);
  concierge.say('guided');
  expect(told).toHaveLength(2);
});

test('someone who minds nothing is asked a few questions at most, and then shown something', () => {
  const { concierge, opening } = begin({ horizon: 2 });
  let reply = opening;
  let asked = 0;
  while (reply.act === 'ask') {
    asked++;
    reply = concierge.say('I don’t mind');
  }
  expect(asked).toBeLessThanOrEqual(catalog.attributes.length);
  expect(reply.act).toBe('recommend');
  expect(reply.items.length).toBeGreaterThan(0);
});

test('taking an item ends the conversation; thanks do not reopen it, a new wish does', () => {
  const { concierge } = begin();
  concierge.say('show me');
  const taken = concierge.say('the first one');
  expect(taken).toMatchObject({ ended: true, act: 'answer', choices: [] });
  expect(concierge.say('thanks')).toMatchObject({ ended: true });
  const again = concierge.say('guided, please');
  expect(again.ended).toBe(false);
  expect(again.mind.wishes).toHaveLength(1);
});

test('an aside is answered and the open question is asked again, in fewer words', () => {
  const concierge = createConcierge(builtinCatalog(), { horizon: 2 });
  const opening = concierge.open();
  expect(opening.act).toBe('ask');
  for (const text of ['why?', 'how many are left?', 'thanks']) {
    const reply = concierge.say(text);
    expect(reply.act).toBe('answer');
    expect(reply.text).toMatch(/\?$/);
    expect(reply.choices).toEqual(opening.choices);
    expect(reply.mind).toEqual(opening.mind);
  }
});

test('markup in a message comes back as the text it is', () => {
  const { concierge } = begin();
  const reply = concierge.say('<script>alert(1)</script>');
  expect(reply.text).not.toMatch(/&lt;/);
});

test('tables with nothing to ask, one item or none at all are talked about honestly', () => {
  const noun = { one: 'lamp', many: 'lamps' };
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Lamp ${i + 1}`, cells: [] }));
  for (const [count, opening] of [
    [0, /no lamps|empty/i],
    [1, /Lamp 1/],
    [9, /Lamp \d/],
  ] as const) {
    const concierge = createConcierge(makeCatalog(noun, [], rows(count)));
    expect(concierge.open().text).toMatch(opening);
    for (const text of ['why?', 'red', 'none of these', 'yes', 'show me', 'how many are left?', 'undo', 'bye']) {
      expect(concierge.say(text).text).not.toBe('');
    }
  }
});

test('a horizon that is none, and a kept conversation that is none, are refused', () => {
  expect(() => createConcierge(catalog, { horizon: 5 })).toThrow(/0 to 4/);
  expect(() => createConcierge(catalog, { horizon: 0.5 })).toThrow(RangeError);
  expect(() => restoreConcierge(catalog, { version: 2 } as never)).toThrow(/version 1/);
});

describe('when nothing fits', () => {
  /** A conversation in which nothing fits, with what a change would bring on the table. */
  const stuck = () => {
    const { concierge } = begin({ seed: 'stuck' });
    const reply = concierge.say('guided, easy, Madeira, under 100, at least 12 days');
    expect(reply.mind.left).toBe(0);
    return { concierge, reply };
  };

  test('the changes are said, with items that each name the wish they break', () => {
    const { reply } = stuck();
    expect(reply.act).toBe('recommend');
    for (const { name, reasons } of reply.items) {
      expect(reply.text).toContain(name);
      expect(reasons.some((reason) => /, not | rather than |^not |after all$/.test(reason))).toBe(true);
    }
  });

  test('a number takes an item, the words of a change make the change', () => {
    const { concierge, reply } = stuck();
    const taken = concierge.say('1');
    expect(taken.ended).toBe(true);
    expect(taken.text).toContain(reply.items[0].name);
    const other = stuck();
    const change = other.reply.choices.find((choice) => /^(?:any|price|days|guided)/.test(choice))!;
    expect(other.concierge.say(change).mind.left).toBeGreaterThan(0);
  });

  test('no declines the changes, and they are not offered again', () => {
    const { concierge, reply } = stuck();
    const after = concierge.say('no');
    expect(after.ended).toBe(false);
    expect(after.choices).not.toEqual(reply.choices);
  });

  test('a no that goes on to say what is wanted declines nothing for good', () => {
    const { concierge, reply } = stuck();
    concierge.say('no, not guided');
    expect(concierge.say('guided after all').choices).toEqual(reply.choices);
  });

  test('a number does not reach back to a list from before', () => {
    const { concierge } = begin({ horizon: 0 });
    concierge.say('guided');
    let reply = concierge.say('easy, Madeira, under 100, at least 12 days');
    for (let turn = 0; turn < 12 && reply.act !== 'abstain'; turn++) reply = concierge.say('no');
    expect(reply.act).toBe('abstain');
    expect(concierge.say('1').ended).toBe(false);
  });
});

test('an act that the user asked for is explained as such', () => {
  const { concierge } = begin({ seed: 2 });
  const { decision } = concierge.say('show me');
  const chosen = decision.candidates.find(({ id }) => id === decision.chosen)!;
  expect(chosen.kind).toBe('recommend');
  if (chosen !== decision.candidates[0]) expect(decision.why).toContain(`You asked to see some: ${chosen.label}.`);
});
