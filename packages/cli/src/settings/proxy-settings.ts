/**
 * Settings of the proxy: from the command line, from `sente.config`, from files and from the environment.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { ProxyOptions } from '@sente/server';
import type { z } from 'zod';
import { UsageError } from '../failure.ts';
import { chosenModel } from './chosen-model.ts';
import type { SenteConfig } from './config-file.ts';
import { userPath } from './user-path.ts';

/** What the command line may say. */
export interface ProxyFlags {
  readonly upstream?: string;
  readonly upstreamKeyEnv?: string;
  readonly model?: string[];
  readonly planner?: string;
  readonly mode?: 'act' | 'observe';
  readonly deadline?: number;
  readonly agenda?: string;
  readonly restraint?: string;
  readonly webhook?: string;
  readonly horizon?: number;
}

/** Flags that mean nothing without an upstream. */
const NEED_UPSTREAM = [
  'model',
  'planner',
  'mode',
  'deadline',
  'agenda',
  'restraint',
  'webhook',
  'upstreamKeyEnv',
] as const;

const KEY_VARIABLE = 'SENTE_UPSTREAM_KEY';

/** The settings; undefined when no upstream is named. Throws UsageError. */
export async function proxySettings(flags: ProxyFlags, config: SenteConfig): Promise<ProxyOptions | undefined> {
  const upstream = flags.upstream ?? config.upstream;
  if (upstream === undefined) {
    const lone = NEED_UPSTREAM.find((flag) => flags[flag] !== undefined);
    if (lone === undefined) return undefined;
    throw new UsageError(`--${kebab(lone)} is about a language model: name its server with --upstream URL.`);
  }
  const { goalSchema, restraintSchema } = await import('@sente/server');
  const goals = fromFile(flags.agenda, config.agenda, goalSchema.array(), 'agenda');
  const restraint = fromFile(flags.restraint, config.restraint, restraintSchema, 'restraint');
  const webhook = flags.webhook ?? config.webhook;
  if (webhook !== undefined && !(URL.canParse(webhook) && /^https?:$/.test(new URL(webhook).protocol))) {
    throw new UsageError('--webhook takes an address like https://crm.example/said.');
  }
  return {
    upstream,
    upstreamKey: upstreamKey(flags.upstreamKeyEnv),
    models: flags.model,
    webhook,
    initiative: {
      planner: await planner(flags.planner ?? config.planner),
      mode: flags.mode ?? config.mode,
      deadline: flags.deadline ?? config.deadline,
      horizon: flags.horizon ?? config.horizon,
      goals,
      restraint,
    },
  };
}

/** Where a server is, without what may be secret in its address. */
export function serverSite(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}

function upstreamKey(variable: string | undefined): string | undefined {
  const key = process.env[variable ?? KEY_VARIABLE]?.trim() || undefined;
  if (variable !== undefined && key === undefined) {
    throw new UsageError(`The variable ${variable} is not set: --upstream-key-env names the one that holds the key.`);
  }
  return key;
}

async function planner(id: string | undefined): Promise<NonNullable<ProxyOptions['initiative']>['planner']> {
  return id === undefined ? undefined : chosenModel(id, '--planner');
}

/** What the files hold, for whoever mistyped something. */
const FORMS = {
  agenda:
    'It holds a list of goals, as [{"id": "team", "goal": "find out their team size", "worth": 0.3}]; a goal may set pace, deadline, rest and refusals too.',
  restraint:
    'It holds limits, as {"cap": 4, "coolDown": 1}; known are off, cap, capPerDay, coolDown, quietTopics, evidence and repeatDismissed.',
} as const;

/** A value from a JSON file, or as the configuration has it; checked. */
export function fromFile<T>(
  file: string | undefined,
  configured: unknown,
  schema: z.ZodType<T>,
  name: keyof typeof FORMS,
): T | undefined {
  if (file === undefined && configured === undefined) return undefined;
  const value = file === undefined ? configured : readJson(file);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A mistyped field is two things at once: one that is missing, and one that is not known.
  const said = result.error.issues.slice(0, 3).map(({ path, message }) => {
    return `${path.length > 0 ? `at ${path.join('.')}: ` : ''}${message}`;
  });
  throw new UsageError(`${file ?? `sente.config, ${name}`}: ${said.join('; ')}. ${FORMS[name]}`);
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(userPath(file), 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
