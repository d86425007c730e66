/**
 * Where a shopkeeper's conversation stands. A value: every turn makes a new one, so a fork is a reference.
 * @module
 */
import { type Agenda, createAgenda, type Random } from '@sente/engine';
import { type Dialogue, startDialogue } from '../concierge/dialogue.ts';
import type { Listener } from '../hear/listener.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { SILENT, type Voice } from '../speak/voice.ts';
import type { ShopkeeperOptions } from './keeper.ts';

/** What does not change in a conversation. */
export interface Keep {
  readonly index: CatalogIndex;
  readonly listen: Listener;
  readonly options: ShopkeeperOptions;
  readonly horizon: number;
  /** The conversation's dice; a fork has others. */
  readonly dice: Random;
}

/** What changes. */
export interface KeeperState {
  /** Turns of the shopkeeper so far. */
  readonly turn: number;
  readonly dialogue: Dialogue;
  readonly voice: Voice;
  readonly agenda: Agenda;
}

/** Before anything is said. */
export function startKeeper(index: CatalogIndex, options: ShopkeeperOptions): KeeperState {
  const goals = (options.goals ?? []).map(({ id, worth, deadline }) => ({
    id,
    worth,
    ...(deadline !== undefined && { deadline }),
  }));
  return { turn: 0, dialogue: startDialogue(index), voice: SILENT, agenda: createAgenda(goals) };
}
