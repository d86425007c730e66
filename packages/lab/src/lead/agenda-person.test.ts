import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { TEMPERAMENTS } from '../users/temperaments.ts';
import { AGENDA_GOALS, toldIn } from './agenda-goals.ts';
import { AGENDA_KINDS, type AgendaKind, AgendaPerson } from './agenda-person.ts';
import { drawAgendaIntent } from './draw-agenda.ts';

const shop = hikingShop();
const { intent, target } = drawAgendaIntent(shop, createRandom(3));
const steady = { ...TEMPERAMENTS.steady, noise: 0, unknown: 0 };
const never: AgendaKind = { name: 'open', declinesAtBad: 0, declinesAtGood: 0, bears: 9, stays: true };
const atBad: AgendaKind = { ...never, declinesAtBad: 1, bears: 2 };
const person = (kind: AgendaKind, seed = 1): AgendaPerson =>
  new AgendaPerson(shop, intent, kind, steady, createRandom(seed));
const wrong = shop.names.find((_, item) => !intent.acceptable.includes(item))!;
const PACK = 'Shall I send you a packing list?';

describe('drawing an intent', () => {
  it('has a budget and a month behind two or three wishes, and an item that keeps them all', () => {
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawAgendaIntent(shop, createRandom(seed));
      expect(drawn.intent.wishes.length).toBeGreaterThanOrEqual(4);
      expect(drawn.intent.acceptable).toContain(drawn.target);
      const keys = drawn.intent.wishes.slice(-2).map(({ attribute }) => shop.catalog.attributes[attribute].key);
      expect(keys).toEqual(['price_per_person_eur', 'months']);
    }
    expect(drawAgendaIntent(shop, createRandom(3))).toEqual({ intent, target });
  });
});

describe('somebody with a wish of their own', () => {
  it('tells what is asked, and goes on with the own wish', async () => {
    const one = person(never);
    await one.open();
    const reply = (await one.reply(`How about ${wrong}? What would you like to spend per person?`))!;
    expect(toldIn(shop, AGENDA_GOALS[0], reply)).toBe(true);
    expect(one.leads).toEqual([{ goal: 'budget', turn: 1, declined: false }]);
    expect(one.isServed).toBe(false);
  });

  it('declines at a bad moment: before anything was shown, in two turns running, soon after declining', async () => {
    const one = person(atBad);
    await one.open();
    await one.reply(PACK);
    await one.reply(`How about ${wrong}?`);
    await one.reply(`How about ${wrong}?`);
    // Three turns after the refusal, with something shown.
    await one.reply(`How about ${wrong}? ${PACK}`);
    await one.reply(`How about ${wrong}? ${PACK}`);
    expect(one.leads.map(({ declined }) => declined)).toEqual([true, false, true]);
  });

  it('declines the same question again at once, whoever they are', async () => {
    const one = person({ ...never, declinesAtBad: 1 });
    await one.open();
    await one.reply(PACK);
    await one.reply(`How about ${wrong}?`);
    await one.reply(`How about ${wrong}? ${PACK}`);
    expect(one.leads.map(({ turn, declined }) => [turn, declined])).toEqual([
      [1, true],
      [3, true],
    ]);
  });

  it('leaves when asked once more than they bear', async () => {
    const one = person(atBad);
    await one.open();
    for (let turn = 0; turn < 2; turn++) expect(await one.reply(PACK)).toBeDefined();
    expect(one.isGone).toBe(false);
    await one.reply(PACK);
    expect(one.isGone).toBe(true);
    expect(one.isServed).toBe(false);
    expect(await one.reply('Anything else?')).toBeUndefined();
  });

  it('answers one more question once served, unless in a hurry', async () => {
    const patient = person(never);
    const hurried = person({ ...never, stays: false });
    for (const one of [patient, hurried]) {
      await one.open();
      await one.reply(`How about ${shop.names[target]}?`);
      expect(one.isServed).toBe(true);
      expect(one.asks).toBe(false);
    }
    expect(hurried.isGone).toBe(true);
    expect(patient.isGone).toBe(false);
    expect(await patient.reply(`Enjoy it! ${PACK}`)).toMatch(/packing list/);
    expect(patient.isGone).toBe(true);
  });

  it('makes no mistake as a user', async () => {
    for (const kind of AGENDA_KINDS) {
      const one = person(kind, 5);
      await one.open();
      await one.reply(`How about ${wrong}? When would you like to go?`);
      await one.reply(`How about ${shop.names[target]}?`);
      expect(one.conduct()).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0 });
    }
  });
});
