import { indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { type Cell, cellName, drawPerson, worldMaker } from '../cells.ts';
import { converse, type OfferRecord, TURN_CAP } from '../conversation.ts';
import { TEMPERAMENTS } from '../temperament.ts';
import { OfferUser } from '../user.ts';
import { createWordCounter } from '../words.ts';
import { makeWorld } from '../world.ts';
import { OFFER_AGENTS } from './agents.ts';
import { kinds, slotEntropy } from './efficient.ts';

const random = createRandom('agents test');
const worldOf = worldMaker(random);

function play(agent: string, cell: Cell, user: number): OfferRecord & { acts: string[]; wishes: number } {
  const world = worldOf(cell.size, user);
  const person = drawPerson(cell, world, user, random, TEMPERAMENTS);
  const talker = new OfferUser(world.catalog, person.wishes, person.temperament, cell.influenceability, person.random);
  const talk = OFFER_AGENTS[agent].prepare(world.catalog)();
  const acts: string[] = [];
  const listening = {
    act: (dice: typeof random) => {
      const act = talk.act(dice);
      acts.push(act.id);
      return act;
    },
    hear: talk.hear.bind(talk),
  };
  const counter = createWordCounter(indexCatalog(world.catalog), random.split('voice'));
  return { ...converse(listening, talker, counter, random), acts, wishes: person.wishes.size };
}

const easy: Cell = { size: 'medium', share: 0, influenceability: 0 };
const hard: Cell = { size: 'medium', share: 0.3, influenceability: 0.5 };
const users = Array.from({ length: 30 }, (_, user) => user);

describe('reactive', () => {
  it('asks the slots in order and recommends when it has them all, so it never misses', () => {
    for (const user of users) {
      const { acts, success, turns, drift } = play('reactive', easy, user);
      const asked = acts.slice(0, -1).map((id) => Number(id.split(':')[1]));
      expect(asked).toEqual([...asked].sort((a, b) => a - b));
      expect(success).toBe(true);
      expect(turns).toBeLessThanOrEqual(9);
      expect(drift).toBe(0);
    }
  });

  it('speaks of failure only at the end', () => {
    for (const user of users) {
      const { acts } = play('reactive', hard, user);
      const failure = acts.indexOf('abstain');
      if (failure >= 0) expect(acts.slice(failure).some((id) => id.startsWith('ask'))).toBe(false);
    }
  });
});

describe('bare and fresh', () => {
  it('show items or report failure, nothing else, and come to the same', () => {
    for (const user of users) {
      const bare = play('bare', hard, user);
      expect(bare.acts.every((id) => id.startsWith('recommend') || id === 'abstain')).toBe(true);
      expect(play('fresh', hard, user)).toEqual(bare);
      expect(bare.acts[0]).toBe('recommend:0,1,2');
    }
  });
});

describe('efficient', () => {
  it('succeeds with everybody, in fewer turns than reactive on average, at no cost in wishes', () => {
    let saved = 0;
    for (const user of users) {
      const own = play('efficient', easy, user);
      expect(own.success).toBe(true);
      expect(own.drift).toBe(0);
      saved += play('reactive', easy, user).turns - own.turns;
    }
    expect(saved).toBeGreaterThan(0);
  });

  it('reports failure as soon as what was said cannot be met', () => {
    const early = users.some((user) => {
      const { acts } = play('efficient', hard, user);
      const failure = acts.indexOf('abstain');
      return failure >= 0 && acts.slice(failure).some((id) => id.startsWith('ask'));
    });
    expect(early).toBe(true);
  });

  it('tells items apart by open slots only', () => {
    const { catalog } = makeWorld('small', random);
    const all = Array.from({ length: 50 }, (_, item) => item);
    expect(kinds(catalog, all, [], 3)).toHaveLength(1);
    expect(kinds(catalog, all, [0], 9)).toHaveLength(new Set(catalog.columns[0].codes).size);
    expect(kinds(catalog, all, [0, 1, 2, 3], 3)).toHaveLength(4);
  });

  it('measures spread in bits', () => {
    const { catalog } = makeWorld('small', random);
    const columns = [{ codes: Uint32Array.of(0, 0, 1, 1) }, { codes: Uint32Array.of(2, 2, 2, 2) }];
    const table = { ...catalog, columns };
    expect(slotEntropy(table, [0, 1, 2, 3], 0)).toBe(1);
    expect(slotEntropy(table, [0, 1, 2, 3], 1)).toBe(0);
    expect(slotEntropy(table, [0, 2, 3], 0)).toBeCloseTo(0.9183, 4);
  });
});

describe('every agent', () => {
  it.each(Object.keys(OFFER_AGENTS))(
    '%s says at most two facts a turn, and the same again for the same seed',
    (agent) => {
      for (const user of users.slice(0, 10)) {
        const once = play(agent, hard, user);
        expect(once.mostFacts).toBeLessThanOrEqual(2);
        expect(once.words).toBeGreaterThanOrEqual(once.turns);
        expect(play(agent, hard, user)).toEqual(once);
      }
    },
  );

  it('gives up nobody’s wish where everything fits and nobody can be influenced', () => {
    for (const agent of ['reactive', 'efficient', 'sente-without-offers']) {
      for (const user of users.slice(0, 15)) expect(play(agent, easy, user).drift).toBe(0);
    }
  });

  it('is cut off at the cap', () => {
    const world = worldOf('small', 0);
    const talker = new OfferUser(
      world.catalog,
      new Map([[0, 0]]),
      { name: '', volunteers: 0, corrects: 0, explains: 0 },
      0,
      random,
    );
    const mute = { act: () => ({ kind: 'ask' as const, id: 'ask:1', attribute: 1, facts: [] }), hear: () => {} };
    const record = converse(mute, talker, { say: () => 4, hear: () => {} }, random);
    expect(record).toEqual({ turns: TURN_CAP, words: 4 * TURN_CAP, facts: 0, mostFacts: 0, drift: 0, success: false });
  });
});

describe('cells', () => {
  it('hold the share of failing users they say, and the same people at every influenceability', () => {
    for (const share of [0, 0.3]) {
      const world = worldOf('small', 1);
      const drawn = [0, 1].map((influenceability) =>
        Array.from({ length: 20 }, (_, user) =>
          drawPerson({ size: 'small', share, influenceability }, world, user, random, TEMPERAMENTS),
        ),
      );
      expect(drawn[0].map(({ wishes }) => [...wishes])).toEqual(drawn[1].map(({ wishes }) => [...wishes]));
      const failing = drawn[0].filter(({ wishes }) => {
        const fits = (item: number): boolean =>
          [...wishes].every(([slot, value]) => world.catalog.columns[slot].codes[item] === value);
        return !Array.from({ length: 50 }, (_, item) => item).some(fits);
      });
      expect(failing).toHaveLength(share * 20);
    }
    expect(cellName({ size: 'medium', share: 0.3, influenceability: 1 })).toBe('medium/0.3/1');
  });
});
