import { createRandom } from '@sente/engine';
import { ABSTAIN, bagName, createTokenizer, SHOP_WORDS, TURN_COST, WRONG } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { drawEpisode, type Episode } from '../world/episode.ts';
import { imagine } from './imagine.ts';
import { SPEAKING } from './learner.ts';
import { advantages } from './multi-turn.ts';
import { pairOf } from './multi-turn-dpo.ts';
import { scriptedSampler } from './scripted-sampler.test.support.ts';
import { Trial } from './trial.ts';
import { outcomes } from './uncertainty.ts';

const tokenizer = createTokenizer(SHOP_WORDS);

/** A user that wants a bag of which one colour is open, is sure of it, and has some time. */
function openEpisode(seed: number): Episode {
  const situation = { openness: 'open', hurry: 'plain', reliability: 'sure' } as const;
  const episode = drawEpisode(createRandom(seed), { situation });
  return { ...episode, canAnswer: { size: true, colour: true, material: true } };
}

async function tried(episode: Episode, horizon: number, script: (text: string) => string, users = 6): Promise<Trial> {
  const random = createRandom(9);
  const trial = new Trial({ start: { episode, user: 'user', replies: [] }, horizon, users, tokenizer, random });
  const sampler = scriptedSampler(tokenizer, script);
  await sampler.sample([trial], SPEAKING);
  await sampler.sample(trial.continuations(), SPEAKING);
  trial.settle();
  return trial;
}

const openAttribute = ({ wishes }: Episode): 'colour' | 'material' =>
  wishes.colour.length > 1 ? 'colour' : 'material';

describe('a reply on trial', () => {
  it('that hands over is worth what that is worth, whoever the user is', async () => {
    for (const horizon of [1, 2, 3]) {
      const { reward, succeeded, onwards, meaning } = await tried(openEpisode(1), horizon, () => 'i do not know .');
      expect(meaning.act).toBe('abstain');
      expect(reward).toBeCloseTo(ABSTAIN, 12);
      expect(succeeded).toBe(0);
      expect(onwards).toBeUndefined();
    }
  });

  it('that recommends is judged by the users whose bag it is and by those whose it is not', async () => {
    const episode = openEpisode(2);
    const { reward, succeeded } = await tried(episode, 1, () => `how about the ${bagName(episode.target)} ?`, 400);
    // One bag in four is in mind; the others turn it down, at the price of a turn and a wrong recommendation.
    expect(succeeded).toBe(0.25);
    expect(reward).toBeCloseTo(succeeded - (1 - succeeded) * (TURN_COST.plain + WRONG), 10);
  });

  it('that asks brings nothing one user turn ahead, and its answer two ahead', async () => {
    const episode = openEpisode(3);
    const open = openAttribute(episode);
    const words = ['red', 'blue', 'green', 'black', 'cotton', 'leather', 'wool', 'canvas'];
    const script = (text: string): string => {
      const [before, answer] = text.split(`which ${open} ?`);
      if (answer === undefined) return `which ${open} ?`;
      const value = words.find(
        (word) => ` ${answer} `.includes(` ${word} `) && bagName({ ...episode.target }) !== word,
      );
      expect(before.length).toBeGreaterThan(0);
      const named = bagName(episode.target).split(' ');
      const place = open === 'colour' ? 1 : 2;
      return `the ${named.map((word, at) => (at === place ? (value ?? word) : word)).join(' ')} .`;
    };
    const one = await tried(episode, 1, script);
    expect(one.meaning).toMatchObject({ act: 'ask', attribute: open });
    expect(one.reward).toBeCloseTo(-TURN_COST.plain, 10);
    const two = await tried(episode, 2, script, 200);
    // Nineteen in twenty can answer, and are then given their bag.
    expect(two.reward).toBeGreaterThan(0.6);
    expect(two.onwards?.replies).toHaveLength(1);
    const single = await tried(episode, 0, script);
    expect(single.reward).toBe(0);
  });

  it('that fits what was said is worth 1 by itself, whatever the user has in mind; one that does not is worth 0', async () => {
    const episode = openEpisode(4);
    const other = { ...episode.target, size: (episode.target.size + 1) % 3 };
    expect((await tried(episode, 0, () => `take the ${bagName(episode.target)} .`)).reward).toBe(1);
    expect((await tried(episode, 0, () => `take the ${bagName(other)} .`)).reward).toBe(0);
  });

  it('meets users that fit what was said, each bag alike', () => {
    const episode = openEpisode(5);
    const known = { wishes: episode.wishes, rejected: [episode.target], unanswerable: [], turns: 1 };
    const dice = createRandom('imagined');
    const counts = new Map<string, number>();
    for (let at = 0; at < 300; at++) {
      const users = imagine(episode, known, 4, dice.split(at)).map(({ target }) => bagName(target));
      expect(new Set(users).size).toBe(3);
      for (const bag of users) counts.set(bag, (counts.get(bag) ?? 0) + 1);
    }
    expect(counts.has(bagName(episode.target))).toBe(false);
    expect(counts.size).toBe(3);
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(50);
  });

  it('meets as many that can answer as there are among such users', () => {
    const sure = openEpisode(6);
    const episode: Episode = { ...sure, situation: { ...sure.situation, reliability: 'half-sure' } };
    const known = { wishes: episode.wishes, rejected: [], unanswerable: ['size'] as const, turns: 1 };
    const dice = createRandom('able');
    const able = { colour: 0, material: 0, both: 0 };
    for (let at = 0; at < 300; at++) {
      const users = imagine(episode, known, 4, dice.split(at));
      const count = users.filter(({ canAnswer }) => canAnswer.colour).length;
      expect([2, 3]).toContain(count);
      able.colour += count;
      able.material += users.filter(({ canAnswer }) => canAnswer.material).length;
      able.both += users.filter(({ canAnswer }) => canAnswer.colour && canAnswer.material).length;
      expect(users.some(({ canAnswer }) => canAnswer.size)).toBe(false);
    }
    // .6 each, .36 both.
    expect(Math.abs(able.colour - 720)).toBeLessThan(35);
    expect(Math.abs(able.material - 720)).toBeLessThan(35);
    expect(Math.abs(able.both - 432)).toBeLessThan(50);
  });
});

describe('a group of replies', () => {
  const trial = (reward: number, succeeded = 0): Trial =>
    ({ reward, succeeded, context: [2, 11, 4, 3], reply: [12, 4], logProbabilities: [-1, -1] }) as unknown as Trial;

  it('has advantages that sum to 0 and have the order of the rewards', () => {
    const weights = advantages([trial(1), trial(0), trial(-0.5), trial(0.1)]).map(({ weight }) => weight as number);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 12);
    expect([...weights].sort((a, b) => b - a)).toEqual([weights[0], weights[3], weights[1], weights[2]]);
    expect(advantages([trial(0.4), trial(0.4)]).map(({ weight }) => weight)).toEqual([0, 0]);
  });

  it('has a best and a worst, unless all are worth the same', () => {
    const some = [trial(0.2), trial(0.9), trial(-1), trial(0.9)];
    expect(pairOf(some)).toEqual([some[1], some[2]]);
    expect(pairOf([trial(0.3), trial(0.3)])).toBeUndefined();
  });

  it('tells how it ended in the shares in which it did', () => {
    const [good, bad] = outcomes([trial(1, 1), trial(0, 0.5), trial(0, 0), trial(0, 0)]);
    expect(good).toMatchObject({ context: [2, 11, 4, 5], reply: [6], weight: 1.5 });
    expect(bad).toMatchObject({ reply: [7], weight: 2.5 });
  });
});
