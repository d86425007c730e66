/**
 * Settings of the layer that the proxy and the chat with a model share: from the command line, from `sente.config` and
 * from files.
 * @module
 */
import type { Budget, InitiativeOptions, Prices } from '@sente/language';
import { UsageError } from '../failure.ts';
import type { SenteConfig } from './config-file.ts';
import { fromFile } from './json-file.ts';

/** What the command line may say. */
export interface InitiativeFlags {
  readonly agenda?: string;
  readonly restraint?: string;
  readonly horizon?: number;
  readonly depth?: 'estimate' | 'simulate';
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly vault?: 'auto' | 'off';
  readonly commitments?: string;
  readonly forecaster?: string;
  readonly abstainBelow?: number;
}

/** Flags that mean nothing without a language model; tables have a horizon too. */
export const INITIATIVE_FLAGS = [
  'agenda',
  'restraint',
  'depth',
  'budget',
  'prices',
  'vault',
  'commitments',
  'forecaster',
  'abstainBelow',
] as const;

/** The settings that they make. */
export type InitiativeSettings = Pick<
  InitiativeOptions,
  | 'goals'
  | 'restraint'
  | 'horizon'
  | 'depth'
  | 'budget'
  | 'prices'
  | 'vault'
  | 'commitments'
  | 'calibrate'
  | 'abstainBelow'
>;

/** The settings. Throws UsageError. */
export async function initiativeSettings(flags: InitiativeFlags, config: SenteConfig): Promise<InitiativeSettings> {
  const schemas = await import('@sente/server');
  const { goalSchema, restraintSchema, budgetSchema, pricesSchema, commitmentsSchema } = schemas;
  const budget = flags.budget ?? (await fromFile(undefined, config.budget, budgetSchema, 'budget'));
  const prices = flags.prices ?? (await fromFile(undefined, config.prices, pricesSchema, 'prices'));
  if (budget?.money !== undefined && prices === undefined) {
    throw new UsageError('A budget in dollars needs --prices IN,OUT (dollars for a million tokens), or write 6calls.');
  }
  return {
    goals: await fromFile(flags.agenda, config.agenda, goalSchema.array(), 'agenda'),
    restraint: await fromFile(flags.restraint, config.restraint, restraintSchema, 'restraint'),
    horizon: flags.horizon ?? config.horizon,
    depth: flags.depth ?? config.depth,
    budget,
    prices,
    vault: flags.vault ?? config.vault,
    commitments: await fromFile(flags.commitments, config.commitments, commitmentsSchema, 'commitments'),
    ...(await abstaining(flags, config, schemas)),
  };
}

/** A threshold that is set holds in place of the forecaster's. */
async function abstaining(
  flags: InitiativeFlags,
  config: SenteConfig,
  { forecasterSchema }: Pick<typeof import('@sente/server'), 'forecasterSchema'>,
): Promise<Pick<InitiativeOptions, 'calibrate' | 'abstainBelow'>> {
  const own = flags.abstainBelow ?? config.abstainBelow;
  const configured = config.forecaster;
  const isPath = typeof configured === 'string';
  const file = flags.forecaster ?? (isPath ? configured : undefined);
  const parts = await fromFile(file, isPath ? undefined : configured, forecasterSchema, 'forecaster');
  if (parts === undefined) return { abstainBelow: own };
  const { createForecaster } = await import('@sente/engine');
  const { forecast, threshold } = createForecaster(parts);
  return { calibrate: forecast, abstainBelow: own ?? threshold };
}
