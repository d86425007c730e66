/**
 * `sente.config.ts` (or .js, .json, …) in the user's folder: settings that need not be typed each time. Options on the
 * command line win.
 * @module
 */
import { readdirSync } from 'node:fs';
import { UsageError } from '../failure.ts';
import { userFolder } from './user-path.ts';

/** What the file may say. */
export interface SenteConfig {
  /** Path of a table, from the file's folder. */
  readonly catalog?: string;
  readonly horizon?: number;
  readonly port?: number;
  readonly host?: string;
  readonly allowOrigin?: string | readonly string[];
  /** A model's server, for `sente serve`. */
  readonly upstream?: string;
  /** ID of the language model that the studio and the chat talk to. */
  readonly model?: string;
  /** ID of the model that makes the layer's own calls. */
  readonly planner?: string;
  readonly mode?: 'act' | 'observe';
  /** Milliseconds that may be added to the first token. */
  readonly deadline?: number;
  /** Goals of the assistant. */
  readonly agenda?: readonly unknown[];
  /** Limits on initiative. */
  readonly restraint?: object;
  readonly depth?: 'estimate' | 'simulate';
  /** What the layer's own calls may use up in a turn. */
  readonly budget?: object;
  /** What a million tokens cost. */
  readonly prices?: object;
  readonly vault?: 'auto' | 'off';
  /** What the assistant has decided privately. */
  readonly commitments?: readonly unknown[];
  /** Path of a forecaster, or the forecaster itself. */
  readonly forecaster?: string | object;
  /** Below this chance of being true an answer is not given. */
  readonly abstainBelow?: number;
  /** Where what is said unasked is posted, and calls for a person. */
  readonly webhook?: string;
}

const CHECKS: Readonly<Record<keyof SenteConfig, (value: unknown) => boolean>> = {
  catalog: (value) => typeof value === 'string',
  horizon: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 4,
  port: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 65535,
  host: (value) => typeof value === 'string',
  allowOrigin: (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((o) => typeof o === 'string')),
  upstream: (value) => typeof value === 'string',
  model: (value) => typeof value === 'string',
  planner: (value) => typeof value === 'string',
  mode: (value) => value === 'act' || value === 'observe',
  deadline: (value) => Number.isInteger(value) && (value as number) >= 0,
  agenda: (value) => Array.isArray(value),
  restraint: isObject,
  depth: (value) => value === 'estimate' || value === 'simulate',
  budget: isObject,
  prices: isObject,
  vault: (value) => value === 'auto' || value === 'off',
  commitments: (value) => Array.isArray(value),
  forecaster: (value) => typeof value === 'string' || isObject(value),
  abstainBelow: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  webhook: (value) => typeof value === 'string',
};

/** The same in words, for whoever set something else. */
const TAKES: Readonly<Record<keyof SenteConfig, string>> = {
  catalog: 'the path of a table',
  horizon: 'a whole number from 0 to 4',
  port: 'a whole number from 0 to 65535',
  host: 'an address, as "127.0.0.1"',
  allowOrigin: 'an origin, as "https://shop.example", or a list of them',
  upstream: 'the address of a model\'s server, as "http://127.0.0.1:11434/v1"',
  model: 'a model\'s ID, as "ollama:NAME"',
  planner: 'a model\'s ID, as "ollama:NAME"',
  mode: '"act" or "observe"',
  deadline: 'whole milliseconds',
  agenda: 'a list of goals',
  restraint: 'an object of limits, as { cap: 4 }',
  depth: '"estimate" or "simulate"',
  budget: 'an object of limits, as { calls: 6 }',
  prices: 'an object, as { input: 0.25, output: 2 }',
  vault: '"auto" or "off"',
  commitments: 'a list, as [{ id, about, value }]',
  forecaster: 'the path of a JSON file, or what it holds',
  abstainBelow: 'a number from 0 to 1',
  webhook: 'an address, as "https://crm.example/said"',
};

/** Reads the configuration of a folder; empty if there is none. Throws UsageError when it says something unknown. */
export async function readConfigFile(folder: string = userFolder()): Promise<SenteConfig> {
  // c12 is loaded only when there is something to load: it takes a tenth of a second.
  const name = readdirSync(folder).find((file) => /^sente\.config\.\w+$/.test(file));
  if (name === undefined) return {};
  const { loadConfig } = await import('c12');
  let config: Record<string, unknown>;
  try {
    const options = { rcFile: false, globalRc: false, packageJson: false, dotenv: false, giget: false } as const;
    ({ config } = await loadConfig({ cwd: folder, name: 'sente', configFile: 'sente.config', ...options }));
  } catch (error) {
    throw new UsageError(`${name} cannot be loaded: ${(error as Error).message}`);
  }
  for (const [key, value] of Object.entries(config)) {
    if (!Object.hasOwn(CHECKS, key)) {
      throw new UsageError(
        `${name} sets "${key}", which means nothing here. It may set ${Object.keys(CHECKS).join(', ')}.`,
      );
    }
    if (!CHECKS[key as keyof SenteConfig](value)) {
      // What is private is not repeated.
      const what = key === 'commitments' ? 'something else' : JSON.stringify(value);
      throw new UsageError(`${name} sets "${key}" to ${what}; it takes ${TAKES[key as keyof SenteConfig]}.`);
    }
  }
  return config;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
