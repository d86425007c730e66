/**
 * Settings of the proxy: from the command line, from `sente.config`, from files and from the environment.
 * @module
 */
import type { ProxyOptions } from '@sente/server';
import { UsageError } from '../failure.ts';
import { chosenModel } from './chosen-model.ts';
import type { SenteConfig } from './config-file.ts';
import { INITIATIVE_FLAGS, type InitiativeFlags, initiativeSettings } from './initiative-settings.ts';
import { kebab } from './kebab.ts';

/** What the command line may say. */
export interface ProxyFlags extends InitiativeFlags {
  readonly upstream?: string;
  readonly upstreamKeyEnv?: string;
  readonly model?: string[];
  readonly planner?: string;
  readonly mode?: 'act' | 'observe';
  readonly deadline?: number;
  readonly webhook?: string;
}

/** Flags that mean nothing without an upstream. */
const NEED_UPSTREAM = [
  'model',
  'planner',
  'mode',
  'deadline',
  'webhook',
  'upstreamKeyEnv',
  ...INITIATIVE_FLAGS,
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
  const settings = await initiativeSettings(flags, config);
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
      ...settings,
      planner: await planner(flags.planner ?? config.planner),
      mode: flags.mode ?? config.mode,
      deadline: flags.deadline ?? config.deadline,
    },
  };
}

/** Where a server is, without what may be secret in its address. */
export function serverSite(address: string): string {
  if (/^pocket(:|$)/.test(address)) return address;
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
