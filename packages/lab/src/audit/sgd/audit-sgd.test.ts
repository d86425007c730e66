import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@sente/engine';
import { checkDomain } from '@sente/engine/testing';
import { describe, expect, it } from 'vitest';
import { auditSgd } from './audit-sgd.ts';
import { countChances, DEFAULT_CHANCES } from './chances.ts';
import { deskState, sgdDecider } from './decide.ts';
import { deskDomain } from './desk-domain.ts';
import type { Dialogue } from './dialogue.ts';
import { labelsOf, mainLabel } from './labels.ts';
import { looksLikeSgd, readSgd } from './read-sgd.ts';
import { longRule, shortRule } from './rules.ts';
import type { Schema } from './schema.ts';
import { situationAt } from './situation.ts';
import { ORDERED, orderEnding, SCHEMA, system, user, VISIT } from './small.test.support.ts';

const schema: Schema = new Map(SCHEMA.map((service) => [service.service_name, service]));
const decide = sgdDecider(DEFAULT_CHANCES);
const decided = (dialogue: Dialogue, at: number): string => {
  const results = () => dialogue.turns[at].frames[0].service_results;
  return decide(situationAt(dialogue, at, schema), results, createRandom(1)).labels.join('+');
};

describe('a decision by value', () => {
  it('goes through a visit as a person would', () => {
    const acts = VISIT.turns.flatMap((turn, at) => (turn.speaker === 'SYSTEM' ? [decided(VISIT, at)] : []));
    expect(acts).toEqual([
      'request',
      'offer+count',
      'inform',
      'intent',
      'request',
      'confirm',
      'success',
      'more',
      'goodbye',
    ]);
  });

  it('says when it could not be done, and what could', () => {
    const none = orderEnding('none', system([], 'NOTIFY_FAILURE', 'REQ_MORE'));
    expect(decided(none, 13)).toBe('failure+more');
    const later = orderEnding(
      'later',
      system([{ lamp: 'Ada', day: 'Tuesday' }], 'NOTIFY_FAILURE', 'OFFER day=Tuesday'),
    );
    expect(decided(later, 13)).toBe('offer+failure');
  });

  it('tells facts along, and takes an alternative that was agreed to as agreed', () => {
    const asks = user('OrderLamp', ORDERED, 'AFFIRM', 'REQUEST price');
    const row = { lamp: 'Ada', day: 'Monday', price: '20' };
    const told = { ...VISIT, turns: [...VISIT.turns.slice(0, 12), asks, system([row], 'NOTIFY_SUCCESS')] };
    expect(decided(told, 13)).toBe('inform+success');
    const tuesday = { lamp: 'Ada', day: 'Tuesday' };
    const agreed = orderEnding(
      'agreed',
      system([tuesday], 'NOTIFY_FAILURE', 'OFFER day=Tuesday'),
      user('OrderLamp', { ...ORDERED, day: 'Tuesday' }, 'AFFIRM'),
      system([tuesday], 'NOTIFY_SUCCESS'),
    );
    expect(decided(agreed, 15)).toBe('success');
  });

  it('answers at once with horizon 0, which sees no use in a question', () => {
    const now = sgdDecider(DEFAULT_CHANCES, 0);
    const { labels, hasLooked } = now(situationAt(VISIT, 1, schema), () => undefined, createRandom(1));
    expect([labels.includes('request'), hasLooked]).toEqual([false, false]);
  });

  it('never looks at the turn that is decided, nor at later ones', () => {
    for (let at = 1; at < VISIT.turns.length; at += 2) {
      const { service_results } = VISIT.turns[at].frames[0];
      const cut = { ...VISIT, turns: [...VISIT.turns.slice(0, at), system(service_results, 'OFFER lamp=Zoe')] };
      expect(decided(cut, at)).toBe(decided(VISIT, at));
    }
    // What the service answered is not looked at either, unless the decision is to call it.
    const asked = sgdDecider(DEFAULT_CHANCES);
    const peek = (): never => {
      throw new Error('looked');
    };
    expect(asked(situationAt(VISIT, 1, schema), peek, createRandom(1)).labels).toEqual(['request']);
    expect(() => asked(situationAt(VISIT, 3, schema), peek, createRandom(1))).toThrow('looked');
  });

  it('keeps the engine’s promises about domains', () => {
    const start = deskState(situationAt(VISIT, 1, schema), DEFAULT_CHANCES);
    const findings = checkDomain({ domain: deskDomain(DEFAULT_CHANCES), start });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
  });
});

describe('the audit', () => {
  const none = orderEnding('none', system([], 'NOTIFY_SUCCESS'));
  const audit = auditSgd({ dialogues: [VISIT, none], schema });

  it('scores Sente, the rules and the constants on the same turns', () => {
    expect([audit.dialogues, audit.turns]).toEqual([2, 16]);
    expect(audit.deciders.sente.agreement.mean).toBeCloseTo(15 / 16);
    expect(audit.deciders['always-ask'].agreement.mean).toBeCloseTo(4 / 16);
    expect(audit.deciders['always-act']['initiative-recall'].mean).toBe(1);
    expect(audit.deciders['never-act']['initiative-recall'].mean).toBe(0);
    expect(audit.confusion.success).toEqual({ success: 1, failure: 1 });
  });

  it('shows where they differ, and why', () => {
    expect(audit.moments).toHaveLength(1);
    expect(audit.moments[0]).toMatchObject({
      dialogue: 'none',
      at: 13,
      actual: ['success'],
      decided: ['failure', 'more'],
    });
    expect(audit.moments[0].lost).toBeGreaterThan(0.3);
  });

  it('is the same again', () => {
    expect(auditSgd({ dialogues: [VISIT, none], schema })).toEqual(audit);
  });
});

describe('what stands beside', () => {
  const situation = (at: number) => situationAt(VISIT, at, schema);
  it('rules', () => {
    expect(shortRule(situation(1), () => undefined)).toEqual(['request']);
    expect(shortRule(situation(5), () => undefined)).toEqual(['offer']);
    const acts = [1, 3, 5, 7, 9, 11, 13, 15, 17].map((at) => longRule(situation(at), () => undefined).join('+'));
    expect(acts).toEqual([
      'request',
      'offer+count',
      'inform',
      'intent',
      'request',
      'confirm',
      'success',
      'more',
      'goodbye',
    ]);
  });
  it('chances are counted from what users did', () => {
    expect(countChances([VISIT], schema)).toEqual({
      misheard: 0,
      content: 0.5,
      found: 1,
      done: 1,
      alternative: 0.5,
      follows: 1,
      more: 0,
    });
  });
  it('labels', () => {
    const labels = labelsOf(system(undefined, 'REQ_MORE', 'NOTIFY_FAILURE', 'SOMETHING'));
    expect([labels, mainLabel(labels), mainLabel([])]).toEqual([['failure', 'more'], 'failure', undefined]);
  });
});

describe('reading', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'sente-sgd-'));
  it('takes dialogues with the schema beside them', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'd.json'), JSON.stringify([VISIT]));
    await expect(readSgd(join(dir, 'd.json'), 'd.json')).rejects.toThrow(
      'schema.json: cannot be read (ENOENT). Annotated',
    );
    writeFileSync(join(dir, 'schema.json'), JSON.stringify(SCHEMA));
    const log = await readSgd(join(dir, 'd.json'));
    expect(auditSgd(log).turns).toBe(9);
    writeFileSync(join(dir, 'd.json'), JSON.stringify([{ ...VISIT, turns: [{ speaker: 'ROBOT' }] }]));
    await expect(readSgd(join(dir, 'd.json'), 'd.json')).rejects.toThrow(
      'd.json: is not in the Schema-Guided Dialogue format: [0].turns[0].speaker',
    );
    const stranger = JSON.stringify([VISIT]).replaceAll('Lamps_1', 'Boats_1');
    writeFileSync(join(dir, 'd.json'), stranger);
    await expect(readSgd(join(dir, 'd.json'), 'd.json')).rejects.toThrow('about Boats_1');
  });
  it('is told from plain logs', () => {
    expect(looksLikeSgd(JSON.stringify([VISIT]))).toBe(true);
    expect(looksLikeSgd('{"messages": []}')).toBe(false);
    expect(looksLikeSgd('[{"role": "user", "content": "x"}]')).toBe(false);
  });
});
