import { createRandom, planned } from '@sente/engine';
import { checkDomain } from '@sente/engine/testing';
import { describe, expect, it } from 'vitest';
import type { LanguageAct } from '../value/act.ts';
import { DEFAULT_COSTS } from '../value/costs.ts';
import { EventDomain } from './event-domain.ts';
import type { EventWeighing } from './event-schema.ts';

const tell: LanguageAct = { kind: 'offer', id: 'offer:it', text: 'It is so.', offer: 0 };

function event(wanted: number[], moment: number): EventWeighing {
  return { offers: [{ text: 'It is so.', evidence: 'it', topic: 'it', wanted }], leads: [], moment };
}

function choose(wanted: number[], moment: number, weights = [0.5, 0.5]): string {
  const domain = new EventDomain(event(wanted, moment), [tell], DEFAULT_COSTS);
  return planned({ domain, horizon: 1 }).decide({ weights }, createRandom(1)).chosen.kind;
}

describe('the world of one event', () => {
  it('keeps what domains promise', () => {
    const domain = new EventDomain(event([0.9, 0.2], 0.5), [tell], DEFAULT_COSTS);
    const findings = checkDomain({ domain, start: { weights: [0.7, 0.3] } });
    expect(findings.filter((finding) => !finding.passed)).toEqual([]);
  });

  // Speaking pays from (words + interruption · (1 − moment/2)) / followUp on: 0.5625 at the best moment, 0.8125 at the worst.
  it.each([
    [0.55, 1, 'wait'],
    [0.58, 1, 'offer'],
    [0.8, 0, 'wait'],
    [0.83, 0, 'offer'],
  ])('with a chance of %f at a moment of %f it decides to %s', (wanted, moment, kind) => {
    expect(choose([wanted, wanted], moment)).toBe(kind);
  });

  it('goes by the share of listeners who want it', () => {
    expect(choose([1, 0], 1, [0.6, 0.4])).toBe('offer');
    expect(choose([1, 0], 1, [0.5, 0.5])).toBe('wait');
  });
});
