import { describe, expect, it } from 'vitest';
import { CELLS } from './cells.ts';
import { OFFER_METRICS } from './figures.ts';
import { measureOffer, UnknownAgentError, UnknownUserError } from './measure.ts';

describe('the offer probe', () => {
  it('gives every metric in every cell, with comparisons, and the same figures for any number of workers', async () => {
    const options = { seed: 5, cases: 3, agents: ['efficient', 'reactive'] };
    const one = await measureOffer({ ...options, workers: 1 });
    const two = await measureOffer({ ...options, workers: 2 });
    expect({ ...one, seconds: 0 }).toEqual({ ...two, seconds: 0 });
    expect(one.cases).toBe(54);
    expect(one.cells).toHaveLength(18);
    for (const metric of Object.keys(OFFER_METRICS)) {
      expect(one.agents.reactive[metric].n).toBe(54);
      for (const { name } of one.cells ?? []) expect(one.agents.efficient[`${metric}@${name}`].n).toBe(3);
    }
    const cellMeans = (one.cells ?? []).map(({ name }) => one.agents.reactive[`turns@${name}`].mean);
    const pooled = cellMeans.reduce((sum, value) => sum + value, 0) / CELLS.length;
    expect(one.agents.reactive.turns.mean).toBeCloseTo(pooled, 9);
    const compared = one.comparisons.find(({ metric }) => metric === 'turns@medium/0.3/0');
    expect(compared).toMatchObject({ a: 'efficient', b: 'reactive' });
    const ratio = one.agents.efficient['turns@medium/0.3/0'].mean / one.agents.reactive['turns@medium/0.3/0'].mean - 1;
    expect(compared?.change?.mean).toBeCloseTo(ratio, 9);
    expect(one.users.strangers.wishes.mean).toBeGreaterThanOrEqual(2);
  });

  it('plays an agent the same whoever stands beside it', async () => {
    const alone = await measureOffer({ cases: 2, agents: ['efficient'] });
    const beside = await measureOffer({ cases: 2, agents: ['reactive', 'efficient'] });
    expect(alone.agents.efficient).toEqual(beside.agents.efficient);
  });

  it('lets one temperament be measured alone: the mute never speak unasked', async () => {
    const { users, settings } = await measureOffer({ cases: 2, agents: ['efficient'], user: 'mute' });
    expect(users.strangers.unasked.mean).toBe(0);
    expect(settings.user).toBe('mute');
    await expect(measureOffer({ user: 'moot' })).rejects.toThrow(UnknownUserError);
  });

  it('refuses an agent that it does not have', async () => {
    await expect(measureOffer({ agents: ['proactive'] })).rejects.toThrow(UnknownAgentError);
  });
});
