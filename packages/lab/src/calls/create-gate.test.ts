import { describe, expect, it } from 'vitest';
import type { Passage } from './call-store.ts';
import { createGate } from './create-gate.ts';

/** Time that stands still until it is moved. */
function clock() {
  let time = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: time + milliseconds, wake });
      }),
    async move(milliseconds: number) {
      time += milliseconds;
      for (const sleeper of sleepers.filter(({ at }) => at <= time)) {
        sleepers.splice(sleepers.indexOf(sleeper), 1);
        sleeper.wake();
      }
      await settle();
    },
  };
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function comers(gate: ReturnType<typeof createGate>, count: number, provider = 'p'): Promise<Passage[]> {
  const inside: Passage[] = [];
  for (let n = 0; n < count; n++) void gate.enter(provider).then((passage) => inside.push(passage));
  await settle();
  return inside;
}

describe('gate', () => {
  it('lets so many in at once, the next in order of coming, each provider by itself', async () => {
    const gate = createGate({ atOnce: 2, ...clock() });
    const inside = await comers(gate, 5);
    expect(inside).toHaveLength(2);
    expect(await comers(gate, 3, 'q')).toHaveLength(2);
    inside[0].done();
    inside[0].done(); // only once
    await settle();
    expect(inside).toHaveLength(3);
    inside[1].failed();
    inside[2].done();
    await settle();
    expect(inside).toHaveLength(5);
  });

  it('rests as long as the provider asks, then goes on with half as many', async () => {
    const time = clock();
    const gate = createGate({ atOnce: 8, ...time });
    const inside = await comers(gate, 8);
    const later = await comers(gate, 8);
    expect([inside.length, later.length]).toEqual([8, 0]);
    // All eight were under way when it refused: that is one refusal, not eight.
    for (const passage of inside) passage.refused(3000);
    await settle();
    expect(later).toHaveLength(0);
    await time.move(2999);
    expect(later).toHaveLength(0);
    await time.move(1);
    expect(later).toHaveLength(4);
    later[0].refused(1000);
    for (const passage of later.slice(1)) passage.done();
    await time.move(1000);
    expect(later).toHaveLength(6);
  });

  it('creeps up again when all goes well, to the most that is allowed and no further', async () => {
    const time = clock();
    const gate = createGate({ atOnce: 4, ...time });
    const inside = await comers(gate, 4);
    for (const passage of inside) passage.refused(undefined);
    expect(await atOnce(gate)).toBe(2);
    const rounds: number[] = [];
    for (let round = 0; round < 8; round++) {
      const comersIn = await comers(gate, 4);
      rounds.push(comersIn.length);
      while (comersIn.length < 4) {
        for (const passage of [...comersIn]) passage.done();
        await settle();
      }
      for (const passage of comersIn) passage.done();
    }
    expect(rounds[0]).toBe(2);
    expect(rounds.at(-1)).toBe(4);
    expect(rounds).toEqual([...rounds].sort());
    expect(await atOnce(gate)).toBe(4);

    async function atOnce(of: typeof gate): Promise<number> {
      const passages = await comers(of, 20);
      const found = passages.length;
      while (passages.length < 20) {
        for (const passage of [...passages]) passage.failed();
        await settle();
      }
      for (const passage of passages) passage.failed();
      return found;
    }
  });

  it('lets go of who does not want to wait', async () => {
    const gate = createGate({ atOnce: 1, ...clock() });
    const [first] = await comers(gate, 1);
    const stop = new AbortController();
    const waits = gate.enter('p', stop.signal);
    const after = gate.enter('p');
    stop.abort(new Error('enough'));
    await expect(waits).rejects.toThrow('enough');
    await expect(gate.enter('p', stop.signal)).rejects.toThrow('enough');
    first.done();
    (await after).done();
  });
});
