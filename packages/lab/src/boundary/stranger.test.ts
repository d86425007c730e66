import { createRandom, type Random } from '@sente/engine';
import { ABSTAIN, ATTRIBUTE_NAMES, BAGS, bagName, openness, PATIENCE, rewardOf, SHOP_WORDS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { boundaryCases, type RequestCase } from './cases.ts';
import { measureStranger } from './measure-stranger.ts';
import { understood } from './read-wishes.ts';
import { remaining } from './state.ts';
import { beginStranger, type Stranger } from './stranger.ts';

const cases = (await boundaryCases({ seed: 11, perCell: 12, pieces: 0 })) as readonly RequestCase[];
const words = new Set(SHOP_WORDS);

/** Asks, recommends and talks nonsense by dice; never hands over. */
function anything(stranger: Stranger, dice: Random): string {
  const kind = dice.integer(4);
  if (kind === 0) return `which ${dice.pick(ATTRIBUTE_NAMES)} ?`;
  if (kind === 1) return 'it is ten euros .';
  const bags = kind === 2 ? BAGS : remaining(stranger.state());
  return `the ${bagName(dice.pick(bags.length > 0 ? bags : BAGS))} ?`;
}

interface Talked {
  readonly request: RequestCase;
  readonly stranger: Stranger;
  readonly turns: { speaker: 'user' | 'assistant'; text: string }[];
}

const talks = cases.map((request): Talked => {
  const stranger = beginStranger(request, createRandom(request.id));
  const turns: Talked['turns'] = [{ speaker: 'user', text: stranger.opening }];
  for (let turn = 0; !stranger.isOver(); turn++) {
    const text = anything(stranger, createRandom(`${request.id} ${turn}`));
    const said = stranger.hear(text);
    turns.push(
      { speaker: 'assistant', text },
      ...(said === undefined ? [] : [{ speaker: 'user' as const, text: said }]),
    );
  }
  return { request, stranger, turns };
});

const find = (test: (request: RequestCase) => boolean): RequestCase => cases.find(test)!;
const begin = (request: RequestCase, seed = 1): Stranger => beginStranger(request, createRandom(seed));

describe('beginStranger', () => {
  it('speaks in the words of the shop, and shortly', () => {
    for (const { turns } of talks) {
      for (const { speaker, text } of turns) {
        if (speaker === 'assistant') continue;
        expect(text.split(' ').filter((word) => !words.has(word))).toEqual([]);
      }
      expect(turns[0].text.split(' ').length).toBeLessThanOrEqual(50);
      for (const { text } of turns.slice(1)) expect(text.split(' ').length).toBeLessThanOrEqual(20);
    }
  });

  it('says what it wishes, no more and no less, and never against it', () => {
    for (const { request, turns, stranger } of talks) {
      const said = understood([turns[0].text]);
      for (const attribute of ATTRIBUTE_NAMES) {
        expect([...said[attribute]].sort(), turns[0].text).toEqual([...request.wishes[attribute]].sort());
      }
      const { leaks, contradictions, swaps } = measureStranger(request, turns, stranger.tally());
      expect({ leaks, contradictions, swaps }, JSON.stringify(turns)).toEqual({
        leaks: 0,
        contradictions: 0,
        swaps: 0,
      });
      expect(remaining(stranger.state()).length).toBeLessThanOrEqual(openness(request.wishes));
    }
  });

  it('has its words understood as its state says', () => {
    for (const { turns, stranger } of talks) {
      const said = understood(turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text));
      const { wishes } = stranger.state();
      for (const attribute of ATTRIBUTE_NAMES) {
        expect([...said[attribute]].sort(), JSON.stringify(turns)).toEqual([...wishes[attribute]].sort());
      }
    }
  });

  it('counts what it costs', () => {
    for (const { stranger, turns } of talks) {
      const { success, turns: taken, wrong, abstained } = stranger.tally();
      const spoken = turns.filter(({ speaker }) => speaker === 'user').length - 1;
      expect(taken).toBe(spoken - Number(success));
      expect(wrong).toBe(stranger.heard.filter(({ act }) => act === 'recommend').length - Number(success));
      expect(abstained).toBe(false);
    }
    const request = find(({ situation }) => situation.hurry === 'plain');
    const stranger = begin(request);
    expect(stranger.hear('i do not know')).toBeUndefined();
    expect(stranger.isOver()).toBe(true);
    expect(rewardOf(stranger.tally(), 'plain')).toBe(ABSTAIN);
    expect(() => stranger.hear('which size ?')).toThrow(Error);
  });

  it('leaves after three turns, sometimes after two or four', () => {
    const stays = cases.map((request) => {
      const stranger = beginStranger(request, createRandom(`${request.id} stays`));
      while (!stranger.isOver()) stranger.hear('well .');
      return stranger.tally().turns;
    });
    const share = (turns: number): number => stays.filter((one) => one === turns).length / stays.length;
    expect(share(PATIENCE) + share(PATIENCE - 1) + share(PATIENCE + 1)).toBe(1);
    expect(share(PATIENCE)).toBeGreaterThan(0.7);
    expect(share(PATIENCE - 1)).toBeGreaterThan(0.04);
    expect(share(PATIENCE + 1)).toBeGreaterThan(0.04);
  });

  it('answers what it knows, and says of the rest that it does not know', () => {
    const knows = find(({ answers, situation }) => situation.openness === 'open' && answers.length === 1);
    const [attribute] = knows.answers;
    const told = begin(knows);
    told.hear(`which ${attribute} ?`);
    expect(remaining(told.state())).toEqual([knows.target]);
    const ignorant = find(({ answers, situation }) => situation.openness === 'open' && answers.length === 0);
    const open = ATTRIBUTE_NAMES.find((one) => ignorant.wishes[one].length > 1)!;
    const untold = begin(ignorant);
    untold.hear(`which ${open} ?`);
    expect(untold.state().unanswerable).toEqual([open]);
    expect(remaining(untold.state())).toHaveLength(4);
  });

  it('has habits: tells more, gives reasons, talks small, is short', () => {
    const all = talks.map(({ turns }) => turns.map(({ text }) => text).join('\n')).join('\n');
    for (const habit of [/just so you know/, /\nnot|not (?:small|red|wool)/, /good morning/, /nice shop/, /\nwell ,/]) {
      expect(all).toMatch(habit);
    }
    expect(
      talks.some(({ turns }) => turns.some(({ text, speaker }) => speaker === 'user' && text.split(' ').length === 1)),
    ).toBe(true);
  });
});

describe('measureStranger', () => {
  const request = find(({ situation, answers }) => situation.openness === 'wide' && answers.length === 1);
  const [known] = request.answers;
  const unknown = ATTRIBUTE_NAMES.find((one) => request.wishes[one].length > 1 && one !== known)!;
  const name = bagName(request.target).split(' ');
  const worded = (attribute: (typeof ATTRIBUTE_NAMES)[number]): string => name[ATTRIBUTE_NAMES.indexOf(attribute)];
  const opening = { speaker: 'user' as const, text: begin(request).opening };
  const tally = { success: false, turns: 1, wrong: 0, abstained: false };
  const measured = (assistant: string, user: string) =>
    measureStranger(
      request,
      [opening, { speaker: 'assistant', text: assistant }, { speaker: 'user', text: user }],
      tally,
    );

  it('finds what should not have been told', () => {
    expect(measured(`which ${known} ?`, worded(known)).leaks).toBe(0);
    expect(measured(`which ${unknown} ?`, worded(unknown)).leaks).toBe(1);
    expect(measured('good morning .', worded(known)).leaks).toBe(1);
    expect(measured('good morning .', `not ${worded(known)}`).contradictions).toBe(1);
    expect(measured('good morning .', 'hello .')).toMatchObject({ leaks: 0, contradictions: 0, stoppedEarly: 1 });
    expect(measureStranger(request, [{ speaker: 'user', text: `a ${bagName(request.target)}` }], tally).leaks).toBe(1);
  });
});
