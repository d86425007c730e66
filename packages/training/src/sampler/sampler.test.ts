import { createRandom } from '@sente/engine';
import { special } from '@sente/pocket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decidedWeights, farthest, SHAPE, someTurns, ToldRow } from './sampler.test.support.ts';
import { createSampler, type Sampler } from './sampler.ts';

const weights = decidedWeights();
const STOP = special('<end>');
const how = { temperature: 1, stop: STOP, limit: 6 };
let sampler: Sampler;
beforeAll(async () => {
  sampler = await createSampler({ shape: SHAPE, slots: 20 }, weights);
});
afterAll(() => sampler.close());

describe('sampler', () => {
  it('speaks as the model in plain TypeScript has it, with more rows than slots', async () => {
    const random = createRandom('turns');
    // Every third text begins like the one before.
    const talks = Array.from({ length: 50 }, (_, at) => someTurns(random.split(at - (at % 3 === 2 ? 1 : 0)), 5, 14));
    const rows = talks.map((turns, at) => new ToldRow(turns, at));
    const { read, sampled } = await sampler.sample(rows, how);
    rows.forEach((row, at) => {
      expect(farthest(row, talks[at], weights)).toBeLessThan(1e-4);
    });
    const heard = rows.flatMap(({ replies }) => replies);
    expect(heard.length).toBeGreaterThan(200);
    expect(sampled).toBe(heard.reduce((sum, { tokens }) => sum + tokens.length, 0));
    const given = talks.flatMap((turns, at) => turns.slice(0, rows[at].replies.length));
    expect(read).toBe(given.reduce((sum, { tokens }) => sum + tokens.length, 0));
  });

  it('reads long turns by the chunk, and rows of other lengths beside them', async () => {
    const random = createRandom('reading');
    const talks = Array.from({ length: 16 }, (_, at) => {
      const dice = random.split(at);
      const long = at % 4 > 0;
      return someTurns(dice, 6, 2).map(({ tokens }) => ({
        tokens: long ? [...tokens, ...Array.from({ length: 9 }, () => dice.integer(23))] : tokens,
        limit: long ? 0 : 2,
      }));
    });
    const rows = talks.map((turns, at) => new ToldRow(turns, at));
    await sampler.sample(rows, how);
    rows.forEach((row, at) => {
      expect(row.replies).toHaveLength(6);
      expect(farthest(row, talks[at], weights)).toBeLessThan(1e-4);
    });
  });

  it('says of a row the same alone and in company, whatever the slots', async () => {
    const random = createRandom('company');
    const talks = Array.from({ length: 30 }, (_, at) => someTurns(random.split(at), 4, 10));
    const play = async (which: readonly number[], by = sampler): Promise<Map<number, unknown>> => {
      const rows = which.map((at) => new ToldRow(talks[at], at));
      await by.sample(rows, how);
      return new Map(which.map((at, place) => [at, rows[place].said]));
    };
    const all = await play(talks.map((_, at) => at));
    const alone = [3, 11, 29];
    for (const at of alone) expect((await play([at])).get(at)).toEqual(all.get(at));
    expect([...(await play([29, 11, 3]))].reverse()).toEqual(alone.map((at) => [at, all.get(at)]));
    const narrow = await createSampler({ shape: SHAPE, slots: 1 }, weights);
    const few = await play(alone, narrow);
    await narrow.close();
    for (const at of alone) expect(few.get(at)).toEqual(all.get(at));
  });

  it('gives the same bytes for the same seeds, and forgets what it read before', async () => {
    const random = createRandom('bytes');
    const talks = Array.from({ length: 25 }, (_, at) => someTurns(random.split(at), 4, 10));
    const play = async (): Promise<string> => {
      const rows = talks.map((turns, at) => new ToldRow(turns, at));
      await sampler.sample(rows, how);
      return JSON.stringify(rows.map(({ replies }) => replies.map(({ first, ...reply }) => [reply, [...first]])));
    };
    const once = await play();
    const broken = Object.fromEntries(
      Object.entries(weights).map(([name, one]) => [name, { ...one, data: one.data.map(() => Number.NaN) }]),
    );
    sampler.load(broken);
    expect(await play()).toContain('null');
    sampler.load(weights);
    expect(await play()).toBe(once);
  });

  it('draws in proportion to what the model thinks, sharper when it is colder', async () => {
    const rows = (): ToldRow[] => Array.from({ length: 4000 }, (_, at) => new ToldRow([{ tokens: [2, 7, 9] }], at));
    for (const temperature of [1, 0.5]) {
      const all = rows();
      await sampler.sample(all, { ...how, temperature, limit: 1 });
      const chances = all[0].replies[0].first.map((one) => Math.exp(one / temperature));
      const sum = chances.reduce((total, one) => total + one, 0);
      chances.forEach((chance, token) => {
        const share = all.filter(({ said }) => said[0][0] === token).length / all.length;
        // Five standard errors.
        expect(Math.abs(share - chance / sum)).toBeLessThan(5 * Math.sqrt(0.25 / all.length));
      });
      expect(Math.max(...chances) / sum).toBeLessThan(0.95);
    }
  });

  it('takes the likeliest at temperature 0, and no dice', async () => {
    const rows = ['one', 'two'].map((seed) => new ToldRow([{ tokens: [4, 5] }], seed));
    await sampler.sample(rows, { ...how, temperature: 0 });
    expect(rows[0].said).toEqual(rows[1].said);
    const [{ first, tokens }] = rows[0].replies;
    expect(first[tokens[0]]).toBe(Math.max(...first));
    expect(rows[0].random.next()).toBe(createRandom('one').next());
  });

  it('ends replies at the stop token, the row has its own, and at the limit', async () => {
    const turns = [{ tokens: [1, 2, 3] }];
    const free = new ToldRow(turns, 'dice', -1);
    await sampler.sample([free], { ...how, limit: 30 });
    expect(free.replies[0]).toMatchObject({ finished: false });
    const [said] = free.said;
    expect(said).toHaveLength(30);
    const stop = said[20];
    const until = said.slice(0, said.indexOf(stop) + 1);
    const [own, shared, cut] = [
      new ToldRow(turns, 'dice', stop),
      new ToldRow(turns, 'dice'),
      new ToldRow(turns, 'dice', stop),
    ];
    await sampler.sample([own], { ...how, limit: 30 });
    await sampler.sample([shared], { ...how, stop, limit: 30 });
    await sampler.sample([cut], { ...how, limit: until.length - 1 });
    expect(own.replies[0]).toMatchObject({ tokens: until, finished: true });
    expect(shared.replies[0]).toMatchObject({ tokens: until, finished: true });
    expect(cut.replies[0]).toMatchObject({ tokens: until.slice(0, -1), finished: false });
  });

  it('ends a text where the context ends: the last reply is cut, what does not fit is not read', async () => {
    const full = new ToldRow([{ tokens: Array(70).fill(3) }, { tokens: [1] }], 1, -1);
    const whole = new ToldRow([{ tokens: Array(75).fill(3), limit: 0 }], 1);
    const more = new ToldRow([{ tokens: Array(76).fill(3), limit: 0 }], 1);
    const later = new ToldRow([{ tokens: [3], limit: 0 }, { tokens: Array(75).fill(3) }], 1);
    const nothing = new ToldRow([{ tokens: [] }], 1);
    expect(await sampler.sample([full, whole, more, later, nothing], { ...how, limit: 50 })).toEqual({
      read: 70 + 75 + 1,
      sampled: 5,
    });
    expect(full.replies).toMatchObject([{ finished: false, tokens: { length: 5 } }]);
    expect(whole.replies).toMatchObject([{ finished: false, tokens: [] }]);
    expect(more.replies).toEqual([]);
    expect(later.replies).toHaveLength(1);
    expect(nothing.replies).toEqual([]);
    expect(farthest(whole, [{ tokens: Array(75).fill(3) }], weights)).toBeLessThan(1e-4);
    expect(farthest(full, [{ tokens: Array(70).fill(3) }], weights)).toBeLessThan(1e-4);
  });

  it('plays no rows', async () => {
    expect(await sampler.sample([], how)).toEqual({ read: 0, sampled: 0 });
  });

  it('plays on after a row that failed, and never two samplings at once', async () => {
    const bad = new ToldRow([{ tokens: [1, 2] }], 1);
    bad.heard = () => {
      throw new Error('deaf');
    };
    const good = new ToldRow([{ tokens: [1, 2] }], 1);
    const playing = sampler.sample([bad, new ToldRow([{ tokens: [3] }], 1)], how);
    await expect(sampler.sample([good], how)).rejects.toThrow('still plays');
    await expect(playing).rejects.toThrow('deaf');
    await sampler.sample([good], how);
    expect(good.replies).toHaveLength(1);
  });

  it('asks for a slot', async () => {
    await expect(createSampler({ shape: SHAPE, slots: 0 }, weights)).rejects.toThrow(RangeError);
  });
});
