import { createRandom } from '@sente/engine';
import {
  ANSWERS,
  ATTRIBUTE_NAMES,
  BAGS,
  bagName,
  bagNumber,
  fits,
  isHeldOut,
  openness,
  PATIENCE,
  priceOf,
  rewardOf,
  SITUATIONS,
  type Tally,
} from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { rewardAfter } from '../reward/episode.ts';
import { priceWords } from './assistant.ts';
import { drawEpisode, type Episode } from './episode.ts';
import { beginUser } from './user.ts';

const random = createRandom('user test');
const other = (episode: Episode): string => bagName(BAGS.find((bag) => !fits(bag, episode.wishes))!);

describe('drawEpisode', () => {
  it('leaves open what its cell says', () => {
    for (const situation of SITUATIONS) {
      for (let k = 0; k < 40; k++) {
        const { wishes, target, situation: drawn } = drawEpisode(random.split(k), { situation });
        expect(drawn).toBe(situation);
        expect(openness(wishes)).toBe({ closed: 1, narrow: 2, open: 4, wide: 4 }[situation.openness]);
        expect(fits(target, wishes)).toBe(true);
      }
    }
  });

  it('draws cells, and bags within what fits, evenly; never one that is held out, save for the test', () => {
    const cells = new Map<string, number>();
    let first = 0;
    const targets = new Set<number>();
    const draws = 7200;
    for (let k = 0; k < draws; k++) {
      const { situation, target, wishes } = drawEpisode(random.split(k));
      const cell = Object.values(situation).join(' ');
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
      expect(isHeldOut(target)).toBe(false);
      targets.add(bagNumber(target));
      if (situation.openness === 'narrow') {
        const [one] = BAGS.filter((bag) => fits(bag, wishes));
        if (bagNumber(one) === bagNumber(target)) first++;
      }
    }
    expect(cells.size).toBe(36);
    for (const count of cells.values()) expect(Math.abs(count - draws / 36)).toBeLessThan(60);
    expect(Math.abs(first / (draws / 4) - 0.5)).toBeLessThan(0.06);
    expect(targets.size).toBe(BAGS.filter((bag) => !isHeldOut(bag)).length);
    for (let k = 0; k < 200; k++)
      expect(isHeldOut(drawEpisode(random.split(k), { split: 'held-out' }).target)).toBe(true);
  });

  it('can answer as often as its reliability says', () => {
    for (const reliability of ['unsure', 'half-sure', 'sure'] as const) {
      const situation = { openness: 'open', hurry: 'plain', reliability } as const;
      const able = Array.from({ length: 2000 }, (_, k) =>
        Number(drawEpisode(random.split(k), { situation }).canAnswer.colour),
      );
      expect(Math.abs(able.reduce((a, b) => a + b) / able.length - ANSWERS[reliability])).toBeLessThan(0.04);
    }
  });
});

describe('beginUser', () => {
  const open = { openness: 'open', hurry: 'plain', reliability: 'sure' } as const;

  it('says in the opening every settled value and nothing of what is left open', () => {
    for (let k = 0; k < 500; k++) {
      const episode = drawEpisode(random.split(k), {});
      const words = beginUser(episode, random.split(k)).opening.split(' ');
      for (const bag of BAGS) {
        for (const attribute of ATTRIBUTE_NAMES) {
          const value = bagName(bag).split(' ')[ATTRIBUTE_NAMES.indexOf(attribute)];
          const isWished = episode.wishes[attribute].includes(bag[attribute]);
          const isOpen = episode.wishes[attribute].length > 2;
          expect(words.includes(value), `${value}: ${words.join(' ')}`).toBe(isWished && !isOpen);
        }
      }
    }
  });

  it('takes the bag in mind and no other, and the taking costs nothing', () => {
    const episode = drawEpisode(random, { situation: open });
    const user = beginUser(episode, random);
    user.hear(`how about the ${other(episode)} ?`);
    expect(user.tally()).toEqual({ success: false, turns: 1, wrong: 1, abstained: false });
    expect(user.over).toBe(false);
    user.hear(`the ${bagName(episode.target)} .`);
    expect(user.tally()).toEqual({ success: true, turns: 1, wrong: 1, abstained: false });
    expect(user.over).toBe(true);
    expect(user.hear('bye .')).toBeUndefined();
  });

  it('answers what is open if it can, says again what was said, and does not know else', () => {
    for (let k = 0; k < 300; k++) {
      const episode = drawEpisode(random.split(k));
      for (const attribute of ATTRIBUTE_NAMES) {
        const user = beginUser(episode, random.split(k));
        const said = user.hear(`which ${attribute} do you want ?`)!.split(' ');
        const value = bagName(episode.target).split(' ')[ATTRIBUTE_NAMES.indexOf(attribute)];
        const isKnown = episode.wishes[attribute].length === 1 || episode.canAnswer[attribute];
        expect(said.includes(value)).toBe(isKnown);
        expect(user.known().wishes[attribute]).toEqual(
          isKnown ? [episode.target[attribute]] : episode.wishes[attribute],
        );
        expect(user.known().unanswerable).toEqual(isKnown ? [] : [attribute]);
      }
    }
  });

  it('brings out a request in pieces, one a turn, until all is said', () => {
    for (let k = 0; k < 200; k++) {
      const episode = drawEpisode(random.split(k), { kind: 'pieces' });
      const user = beginUser(episode, random.split(k));
      expect(openness(user.known().wishes)).toBeGreaterThan(openness(episode.wishes));
      let before = openness(user.known().wishes);
      for (const _ of episode.later) {
        user.hear('well .');
        expect(openness(user.known().wishes)).toBeLessThan(before);
        before = openness(user.known().wishes);
      }
      expect(user.known().wishes).toEqual(episode.wishes);
    }
  });

  it('leaves after its third turn, and after the assistant hands over, which costs no turn', () => {
    const episode = drawEpisode(random, { situation: open });
    const patient = beginUser(episode, random);
    for (let turn = 0; turn < PATIENCE; turn++) expect(patient.hear('well .')).toBeTypeOf('string');
    expect(patient.hear('well .')).toBeUndefined();
    expect(patient.tally()).toEqual({ success: false, turns: 3, wrong: 0, abstained: false });
    const left = beginUser(episode, random);
    expect(left.hear('i do not know , sorry .')).toBeTypeOf('string');
    expect(left.over).toBe(true);
    expect(left.tally()).toEqual({ success: false, turns: 0, wrong: 0, abstained: true });
  });

  it('believes a price, and is served by the right one only', () => {
    const episode = drawEpisode(random, { kind: 'price' });
    const right = priceOf(episode.priceOf!);
    for (const price of [right, right === 50 ? 10 : 50]) {
      const user = beginUser(episode, random);
      user.hear('which size do you want ?');
      user.hear(`it costs ${priceWords(price)} euros .`);
      expect(user.tally()).toEqual({ success: price === right, turns: 1, wrong: 0, abstained: false });
      expect(user.over).toBe(true);
    }
  });

  it('says the same to the same replies', () => {
    const episode = drawEpisode(random);
    const [one, two] = [0, 1].map(() => beginUser(episode, createRandom('same')));
    expect(one.opening).toBe(two.opening);
    for (const reply of ['which size ?', 'well .', 'which colour ?']) expect(one.hear(reply)).toBe(two.hear(reply));
  });
});

describe('tally and reward', () => {
  it('equal a replay by hand, for random assistants and every horizon', () => {
    for (let k = 0; k < 400; k++) {
      const dice = random.split(k);
      const episode = drawEpisode(dice);
      const script = Array.from({ length: 4 }, () =>
        dice.pick([
          `the ${bagName(dice.pick(BAGS))} .`,
          `the ${bagName(episode.target)} .`,
          `which ${dice.pick(ATTRIBUTE_NAMES)} ?`,
          'well .',
          'i cannot say .',
        ]),
      );
      for (const horizon of [1, 2, 3]) {
        let next = 1;
        const reward = rewardAfter({
          episode,
          user: beginUser(episode, createRandom(k)),
          reply: script[0],
          horizon,
          respond: () => script[next++],
        });
        expect(reward).toBeCloseTo(rewardOf(byHand(episode, script.slice(0, horizon)), episode.situation.hurry), 10);
      }
    }
  });
});

/** The rules of the stakes, without a user. */
function byHand(episode: Episode, replies: readonly string[]): Tally {
  const tally = { success: false, turns: 0, wrong: 0, abstained: false };
  for (const reply of replies) {
    if (reply === `the ${bagName(episode.target)} .`) return { ...tally, success: true };
    if (reply.includes('cannot say')) return { ...tally, abstained: true };
    tally.turns++;
    if (reply.includes('bag')) tally.wrong++;
  }
  return tally;
}
