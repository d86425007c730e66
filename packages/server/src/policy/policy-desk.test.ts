import { createConcierge, type LearnedValues } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import { describe, expect, it, vi } from 'vitest';
import { fakeTrainer } from '../testing/fake-training.ts';
import { lampCatalog } from '../testing/fake-world.ts';
import { PolicyDesk } from './policy-desk.ts';
import type { PolicyOptions } from './policy-options.ts';

const catalog = lampCatalog();

function deskOf(options: PolicyOptions) {
  const { train, begun } = fakeTrainer();
  const faults: unknown[] = [];
  const desk = new PolicyDesk(
    { catalog, source: 'file' },
    { train, onFault: (error) => faults.push(error), ...options },
  );
  return { desk, begun, faults };
}

/** A file, as it were: what lies there, and how often it was written. */
function fileOf(first?: LearnedPolicy) {
  const file = { policy: first, writes: 0 };
  const keeper = {
    find: () => file.policy,
    keep(_: unknown, policy: LearnedPolicy) {
      file.policy = policy;
      file.writes += 1;
      return 'lamps.policy.json';
    },
  };
  return { file, keeper };
}

/** A policy with a seed, and planning's R* where it was judged; its own was 1. */
function seeded(seed: number, planned = 1): LearnedPolicy {
  return madePolicy(seed, { seed, figures: { 'learned@exact': 1, 'planned@exact': planned } });
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Whether somebody who begins a conversation now waits for the opening to be scored. */
function waits(desk: PolicyDesk): boolean {
  const score = vi.spyOn(desk.deciding as LearnedValues, 'score');
  createConcierge(catalog, { learned: desk.deciding }).open();
  return score.mock.calls.length > 0;
}

it('has the opening ready whenever another policy is to decide', () => {
  expect(waits(deskOf({ chosen: 'learned', given: madePolicy(1) }).desk)).toBe(false);

  const later = deskOf({ given: madePolicy(2) }).desk;
  later.choose('learned');
  expect(waits(later)).toBe(false);

  const { desk, begun } = deskOf({ chosen: 'learned' });
  begun[0].options.onPolicy?.(madePolicy(3));
  expect(waits(desk)).toBe(false);
  begun[0].options.onPolicy?.(madePolicy(4));
  expect(waits(desk)).toBe(false);
});

describe('a training where something is there already', () => {
  it('overwrites no file that was named before it is done, and draws other people than that', async () => {
    const { file, keeper } = fileOf(seeded(4));
    const { desk, begun } = deskOf({ chosen: 'learned', given: seeded(4), keeper });
    desk.train();
    expect(begun[0].options.seed).toBe(5);
    begun[0].options.onPolicy?.(seeded(5));
    expect([file.writes, desk.status.learned?.origin]).toEqual([0, 'file']);
    begun[0].end(seeded(5));
    await settled();
    expect([file.writes, file.policy?.card.seed]).toEqual([1, 5]);
    expect(desk.status.learned).toMatchObject({ origin: 'own', seed: 5 });
  });

  it('sees what lies beside the table behind another file that was named, and leaves it for nothing worse', async () => {
    const { file, keeper } = fileOf(seeded(7));
    const { desk, begun } = deskOf({ chosen: 'learned', given: seeded(2), keeper });
    desk.train();
    expect(begun[0].options.seed).toBe(8);
    begun[0].options.onPolicy?.(seeded(8, 2));
    begun[0].end(seeded(8, 2));
    await settled();
    expect(file.writes).toBe(0);
    expect(desk.status).toMatchObject({ serving: 'learned', learned: { origin: 'file', seed: 2 } });
    expect(desk.status.problem).toContain('so the policy from before goes on');
  });

  it('takes what another process has kept since, and does not write over it before it is done', () => {
    const { file, keeper } = fileOf();
    const { desk, begun } = deskOf({ keeper });
    file.policy = seeded(3);
    desk.choose('learned');
    expect(begun).toHaveLength(0);
    expect(desk.status).toMatchObject({ serving: 'learned', learned: { origin: 'own', seed: 3 } });

    const other = deskOf({ keeper: { ...keeper, find: () => (file.writes > 0 ? seeded(3) : undefined) } });
    file.writes = 1;
    other.desk.train();
    expect(other.desk.status).toMatchObject({ learned: { seed: 3 } });
    expect(other.begun[0].options.seed).toBe(4);
    other.begun[0].options.onPolicy?.(seeded(4));
    expect(other.desk.status).toMatchObject({ learned: { seed: 3 } });
    expect(file.writes).toBe(1);
  });

  it('does not wait where what is there is of no use', () => {
    const { file, keeper } = fileOf(seeded(1, 2));
    const { desk, begun } = deskOf({ chosen: 'learned', keeper });
    desk.train();
    begun[0].options.onPolicy?.(seeded(2));
    expect([file.writes, desk.status.serving]).toEqual([1, 'learned']);
  });
});

describe('what is thrown while a training goes on', () => {
  /** One with weights of another shape. */
  const broken = (): LearnedPolicy => {
    const { card, weights } = madePolicy(1);
    return { card, weights: { ...weights, out: { shape: [1], data: Float32Array.of(1) } } };
  };

  it.each(['onPolicy', 'done'])('by a policy that is of no use ends it as failed, and is told: %s', async (when) => {
    const { file, keeper } = fileOf(when === 'done' ? seeded(1) : undefined);
    const { desk, begun, faults } = deskOf({ chosen: 'learned', keeper });
    desk.train();
    expect(() => begun[0].options.onPolicy?.(broken())).not.toThrow();
    if (when === 'done') begun[0].end(broken());
    await settled();
    expect(desk.status).toMatchObject({ training: null, ended: 'failed' });
    expect(desk.status.problem).toContain('The training came to nothing');
    expect([faults.length, file.writes, begun[0].isStopped]).toEqual([1, 0, true]);
    // It is over, and another can be begun.
    begun[0].options.onPolicy?.(seeded(1));
    expect(file.writes).toBe(0);
    desk.train();
    expect(begun).toHaveLength(2);
  });

  it('by a listener is told, and nothing else comes of it', async () => {
    const { file, keeper } = fileOf();
    const onNews = () => {
      throw new Error('a host that cannot listen');
    };
    const { desk, begun, faults } = deskOf({ chosen: 'learned', keeper, onNews });
    begun[0].options.onProgress?.({ share: 0.5, iteration: 1, of: 2 });
    begun[0].options.onPolicy?.(seeded(1));
    begun[0].end(seeded(1));
    await settled();
    expect(desk.status).toMatchObject({ serving: 'learned', training: null, ended: 'done', problem: null });
    expect(file.writes).toBe(1);
    // Begun, progress, kept, done.
    expect(faults).toHaveLength(4);
  });
});
