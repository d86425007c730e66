import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfigFile, type SenteConfig } from './config-file.ts';
import { type InitiativeFlags, type InitiativeSettings, initiativeSettings } from './initiative-settings.ts';

const price = { id: 'price', about: 'the lowest price', value: '450 euros' };
const platt = { scaling: { kind: 'platt', slope: 2, intercept: 0 }, threshold: 0.6 };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-settings-'));
  vi.stubEnv('INIT_CWD', folder);
  file('price.json', [price]);
  file('platt.json', platt);
});
afterEach(() => vi.unstubAllEnvs());

function file(name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}

/** As the file says and the flags; what is not set is left out. */
async function settings(flags: InitiativeFlags, config: object = {}): Promise<Partial<InitiativeSettings>> {
  const own = mkdtempSync(join(folder, 'config-')); // what was loaded once is not read again
  writeFileSync(join(own, 'sente.config.json'), JSON.stringify(config));
  const made = await initiativeSettings(flags, await readConfigFile(own));
  return JSON.parse(JSON.stringify(made));
}

it('come from the configuration, and from the command line first', async () => {
  const config = {
    depth: 'simulate',
    horizon: 3,
    budget: { calls: 80, milliseconds: 20_000 },
    prices: { input: 0.25, output: 2 },
    vault: 'off',
    commitments: [price],
    abstainBelow: 0.5,
  };
  expect(await settings({}, config)).toEqual(config);
  const flags = {
    depth: 'estimate',
    horizon: 1,
    budget: { money: 0.01 },
    prices: { input: 1, output: 1 },
    vault: 'auto',
    abstainBelow: 0.7,
  } as const;
  expect(await settings(flags, config)).toEqual({ ...config, ...flags });
  expect(await settings({ commitments: 'price.json' }, { commitments: [] })).toEqual({ commitments: [price] });
  expect(await settings({})).toEqual({});
});

it.each([
  ['a file named on the command line', { forecaster: 'platt.json' }, {}],
  ['a file named in the configuration', {}, { forecaster: 'platt.json' }],
  ['the configuration itself', {}, { forecaster: platt }],
])('calibrate and abstain by a forecaster: %s', async (_, flags, config) => {
  const { calibrate, abstainBelow } = await initiativeSettings(flags, config);
  expect(calibrate?.(0.9)).toBeCloseTo(81 / 82); // twice the log-odds: the odds squared
  expect(abstainBelow).toBe(0.6);
  expect((await initiativeSettings({ ...flags, abstainBelow: 0.2 }, config)).abstainBelow).toBe(0.2);
});

it.each([
  [{ budget: { calls: 0 } }, 'sente.config, budget: at calls: '],
  [{ budget: { minutes: 1 } }, 'Unrecognized key: "minutes". It holds limits of a turn'],
  [{ budget: { money: 1 } }, '--prices'],
  [{ prices: { input: 1 } }, 'sente.config, prices: at output: '],
  [{ commitments: [price, price] }, 'sente.config, commitments: at 1.id: The id is that of 0 already.'],
  [{ forecaster: { threshold: 1 } }, 'sente.config, forecaster: at scaling'],
  [{ forecaster: 'missing.json' }, 'missing.json cannot be read'],
  [{ vault: 'on' }, '"auto" or "off"'],
  [{ depth: 'deep' }, '"estimate" or "simulate"'],
  [{ abstainBelow: 50 }, 'a number from 0 to 1'],
] as [SenteConfig, string][])('refuse with the place: %j', async (config, hint) => {
  await expect(settings({}, config)).rejects.toThrow(hint);
});

it('say nothing of what is private when it is mistyped', async () => {
  const word = { id: 'word', about: 'the word', value: 'otter' };
  const mistakes: (() => Promise<unknown>)[] = [
    () => settings({}, { commitments: word }),
    () => settings({}, { commitments: [{ ...word, value: `otter${'x'.repeat(2000)}` }] }),
    () => settings({ commitments: 'broken.json' }),
    () => settings({ commitments: 'bare.json' }),
  ];
  writeFileSync(join(folder, 'broken.json'), '[{"id": "word", "value": otter}]');
  writeFileSync(join(folder, 'bare.json'), 'otter');
  for (const mistake of mistakes) {
    const error: Error = await mistake().then(
      () => new Error('nothing was refused'),
      (thrown) => thrown,
    );
    expect(error.message).toMatch(/commitments|is not JSON from line 1, column/);
    expect(error.message).not.toContain('otter');
  }
});
