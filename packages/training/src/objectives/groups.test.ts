import { createRandom } from '@sente/engine';
import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  BAGS,
  bagName,
  createTokenizer,
  isHeldOut,
  openness,
  PATIENCE,
  SHOP_WORDS,
} from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { rewardAfter } from '../reward/episode.ts';
import { drawEpisode } from '../world/episode.ts';
import { beginUser } from '../world/user.ts';
import { curvePoint } from './curve-point.ts';
import { Contexts, playGroups } from './groups.ts';
import { imagine } from './imagine.ts';
import { SPEAKING } from './learner.ts';
import { recording } from './recording-trainer.test.support.ts';
import { byLastWords, scriptedSampler } from './scripted-sampler.test.support.ts';
import { type Start, Trial } from './trial.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const bags = BAGS.filter((bag) => !isHeldOut(bag)).map((bag) => `how about the ${bagName(bag)} ?`);
const say = byLastWords(['which colour ?', 'which material ?', 'well .', 'i do not know .', ...bags.slice(0, 9)]);

/** Whether each value of a bag is named, or nothing else of its kind is. */
function fitsWords(bag: string, text: string): boolean {
  return ATTRIBUTE_NAMES.every((attribute) => {
    const named = ATTRIBUTES[attribute].filter((value) => text.split(' ').includes(value));
    return named.length === 0 || named.some((value) => bag.split(' ').includes(value));
  });
}

describe('the reward of a trial', () => {
  it('is the mean of conversations that are played out by hand, at every horizon, from any point', async () => {
    let differ = 0;
    for (let seed = 0; seed < 40; seed++) {
      const episode = drawEpisode(createRandom(seed), { kind: seed % 5 === 0 ? 'pieces' : 'find' });
      const replies = seed % 2 === 0 ? [] : [tokenizer.encode('which size ?')];
      const start: Start = { episode, user: `user ${seed}`, replies };
      const upToHere = (of = episode) => {
        const user = beginUser(of, createRandom(start.user));
        const said = replies.map((reply) => user.hear(tokenizer.decode(reply)) ?? '').at(-1) ?? user.opening;
        return { user, said };
      };
      const rewards: number[] = [];
      for (const horizon of [0, 1, 2, PATIENCE]) {
        const trial = new Trial({ start, horizon, users: 3, tokenizer, random: createRandom('own') });
        const sampler = scriptedSampler(tokenizer, say);
        await sampler.sample([trial], SPEAKING);
        await sampler.sample(trial.continuations(), SPEAKING);
        trial.settle();

        const here = upToHere();
        const reply = say(tokenizer.decode(tokenizer.encode(here.said)));
        expect(tokenizer.decode(trial.reply)).toBe(reply);
        const users = imagine(episode, here.user.known(), horizon === 0 ? 1 : 3, createRandom('own').split('imagined'));
        const byHand = users.map((imagined) => {
          const respond = (said: string): string => say(tokenizer.decode(tokenizer.encode(said)));
          return rewardAfter({ episode: imagined, user: upToHere(imagined).user, reply, horizon, respond });
        });
        const mean = byHand.reduce((sum, one) => sum + one, 0) / byHand.length;
        expect(trial.reward).toBeCloseTo(mean, 10);
        rewards.push(trial.reward);
      }
      if (new Set(rewards).size > 2) differ++;
    }
    // Otherwise all horizons could be the same one.
    expect(differ).toBeGreaterThan(10);
  });
});

describe('groups', () => {
  const learner = (script: (text: string, row: number) => string, seed = 4) =>
    recording(
      { batch: 12, length: 95 },
      { sampler: scriptedSampler(tokenizer, script), tokenizer, random: createRandom(seed) },
    ).learner;

  it('have one context and one user each, who says the same to the same replies', async () => {
    const options = { groups: 20, size: 4, horizon: 3, longest: 95 };
    const { groups, sampled } = await playGroups(
      learner(() => 'well .'),
      new Contexts(),
      0,
      options,
    );
    expect(groups).toHaveLength(20);
    for (const [first, ...rest] of groups) {
      for (const other of rest) {
        expect([other.start, other.context]).toEqual([first.start, first.context]);
        expect([other.onwards?.user, other.onwards?.replies]).toEqual([first.onwards?.user, first.onwards?.replies]);
        expect([other.reward, other.succeeded]).toEqual([first.reward, first.succeeded]);
      }
    }
    expect(new Set(groups.map(([{ reward }]) => reward)).size).toBeGreaterThan(2);
    expect(sampled).toBeGreaterThan(20 * 4 * 10);
  });

  it('judge a guess by each bag in turn, so that luck does not', async () => {
    const say = (text: string): string => bags.find((bag) => fitsWords(bag, text)) ?? 'well .';
    const options = { groups: 40, size: 4, horizon: 1, longest: 95 };
    const { groups } = await playGroups(learner(say), new Contexts(), 0, options);
    const shares = groups
      .flat()
      .filter(({ start: { episode } }) => episode.priceOf === undefined && openness(episode.wishes) === 4)
      .filter(({ meaning }) => meaning.act === 'recommend')
      .map(({ succeeded }) => succeeded);
    expect(shares.length).toBeGreaterThan(20);
    expect(new Set(shares)).toEqual(new Set([0.25]));
  });

  it('leave out what is too long, and take a third up where conversations stand', async () => {
    const contexts = new Contexts();
    const own = learner(() => 'which colour ?');
    const options = { groups: 12, size: 2, horizon: 0, longest: 95 };
    const begun = (await playGroups(own, contexts, 0, options)).groups;
    expect(begun.every(([{ start }]) => start.replies.length === 0)).toBe(true);
    const next = (await playGroups(own, contexts, 1, options)).groups;
    expect(next.filter(([{ start }]) => start.replies.length > 0)).toHaveLength(4);
    for (const [{ start, context }] of next.slice(0, 4)) {
      expect(start.replies.map((reply) => tokenizer.decode(reply))).toEqual(['which colour ?']);
      const before = begun.flat().find((trial) => trial.start.user === start.user);
      expect(context.slice(0, before?.context.length)).toEqual(before?.context);
    }
    const short = await playGroups(own, new Contexts(), 0, { ...options, longest: 16 });
    expect(short.groups.length).toBeLessThan(12);
    expect(short.groups.every(([{ context }]) => context.length <= 16)).toBe(true);
  });

  it('are the same again from the same dice, and others in another step', async () => {
    const rewards = async (step: number): Promise<number[]> => {
      const options = { groups: 10, size: 2, horizon: 2, longest: 95 };
      return (await playGroups(learner(say), new Contexts(), step, options)).groups.flat().map(({ reward }) => reward);
    };
    expect(await rewards(3)).toEqual(await rewards(3));
    expect(await rewards(3)).not.toEqual(await rewards(4));
  });

  it('are told of by what first replies to requests do', async () => {
    const asks = (_: string, row: number): string => ['which colour ?', 'i do not know .', `${bags[0]}`][row % 3];
    const options = { groups: 60, size: 3, horizon: 1, longest: 95 };
    const { groups } = await playGroups(learner(asks), new Contexts(), 0, options);
    const trials = groups.flat();
    const point = curvePoint(trials);
    expect(point.asksOpen).toBeCloseTo(1 / 3, 12);
    expect(point.asksClosed).toBeCloseTo(1 / 3, 12);
    expect(point.abstains).toBeCloseTo(1 / 3, 12);
    expect(point.reward).toBeCloseTo(trials.reduce((sum, { reward }) => sum + reward, 0) / trials.length, 12);
    const closed = trials.filter(({ start }) => openness(start.episode.wishes) === 1);
    expect(curvePoint(closed)).not.toHaveProperty('asksOpen');
    // Prices are asked for too; a question is no first act of a request there.
    expect(curvePoint(trials.filter(({ start }) => start.episode.priceOf)).asksClosed).toBeUndefined();
  });
});
