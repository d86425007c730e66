import { describe, expect, it } from 'vitest';
import { createAssistant } from '../assistant/create-assistant.ts';
import { initiativeMiddleware, withInitiative } from '../flow/with-initiative.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import type { Commitment } from '../vault/vault.ts';
import { newSession } from './session.ts';
import { HostCommitmentsError, startSession } from './start-session.ts';

const price = { id: 'price', about: 'the lowest price', value: '450 euros' };
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...price, id: `p${at}` }));

describe('startSession', () => {
  it('writes down what the host has decided', () => {
    const made: Commitment = { ...price, isReleased: false, turn: -1 };
    expect(startSession({ commitments: [price] }).vault).toEqual({ commitments: [made] });
    expect(startSession({ commitments: many(20) }).vault.commitments).toHaveLength(20);
    expect(startSession({ commitments: [{ ...price, value: 'x'.repeat(2_000) }] }).vault.commitments).toHaveLength(1);
  });

  describe.each<[string, (typeof price)[], RegExp]>([
    ['too many', many(21), /there are 21 of them.*Leave some out/],
    ['an empty one', [{ ...price, value: ' ' }], /lowest price.*has no value\. Say what/],
    ['a long one', [{ ...price, value: 'x'.repeat(2_001) }], /2001 characters.*Shorten it/],
    ['the same id twice', [price, { ...price, value: '500 euros' }], /id "price". Give each/],
  ])('refuses %s', (_, commitments, advice) => {
    const model = scriptedModel({ bare: 'Hi.' });
    it.each<[string, () => unknown]>([
      ['startSession', () => startSession({ commitments })],
      ['initiativeMiddleware', () => initiativeMiddleware({ commitments })],
      ['withInitiative', () => withInitiative(model, { commitments })],
      ['createAssistant', () => createAssistant({ model, commitments })],
    ])('in %s', (_name, make) => {
      expect(make).toThrow(HostCommitmentsError);
      expect(make).toThrow(advice);
    });

    it('never shows the value', () => {
      expect(() => startSession({ commitments })).not.toThrow(/450|500|xxx/);
    });
  });

  it('is not asked where the host begins conversations itself', () => {
    const own = { begin: () => newSession(), commitments: many(21) };
    expect(() => withInitiative(scriptedModel({ bare: 'Hi.' }), own)).not.toThrow();
  });
});
