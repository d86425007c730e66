/**
 * Where a shopkeeper's conversation stands. A value: every turn makes a new one, so a fork is a reference.
 * @module
 */
import { type Agenda, createAgenda, type Random } from '@sente/engine';
import { type Dialogue, startDialogue } from '../concierge/dialogue.ts';
import type { Listener } from '../hear/listener.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { SILENT, type Voice } from '../speak/voice.ts';
import type { Bargain } from './bargain.ts';
import type { KeeperGoal, ShopkeeperOptions } from './keeper.ts';
import type { Puzzle } from './puzzle.ts';
import type { Role } from './role.ts';

/** What does not change in a conversation. */
export interface Keep {
  readonly index: CatalogIndex;
  readonly listen: Listener;
  readonly options: ShopkeeperOptions;
  readonly horizon: number;
  /** The conversation's dice; a fork has others. */
  readonly dice: Random;
  /** Dice of what is thought of: the first conversation's, in every fork. */
  readonly secrets: Random;
}

/** A goal that was raised in the last turn, and waits for the user's reply. */
export interface Raised {
  readonly goal: KeeperGoal;
  /** The attribute that it asks for, by position, when it is about one. */
  readonly attribute?: number;
  /** The shopkeeper's turn in which it was raised, counted from 0. */
  readonly turn: number;
}

/** What is kept about a goal beside the agenda. */
export interface GoalNote {
  readonly raised: number;
  readonly found?: string;
}

/** What changes. */
export interface KeeperState {
  /** Turns of the shopkeeper so far. */
  readonly turn: number;
  readonly dialogue: Dialogue;
  readonly voice: Voice;
  readonly agenda: Agenda;
  readonly notes: Readonly<Record<string, GoalNote>>;
  readonly raised?: Raised;
  /** The shopkeeper's turns in which a goal was last raised, and last refused; far back before the first. */
  readonly raisedAt: number;
  readonly refusedAt: number;
  /** The item that is being talked about, when it is one. */
  readonly focus?: number;
  /** The negotiation under way. */
  readonly bargain?: Bargain;
  /** Things thought of, by the label of their draw. */
  readonly puzzles: Readonly<Record<string, Puzzle>>;
  /** Label of the one that is being guessed or asked about. */
  readonly game?: string;
  /** How many were begun: names the next. */
  readonly games: number;
  /** Who is being played. */
  readonly role?: Role;
  /** How often items were shown. */
  readonly shows: number;
  /** The user has taken an item at its price. */
  readonly taken: boolean;
  /** "What else matters to you?" was asked in the last turn. */
  readonly askedWhatElse: boolean;
  /** Whether it may be asked: not where the last one was not answered, or all is said. */
  readonly mayAskWhatElse: boolean;
  /** The user has said to be only looking. */
  readonly looking: boolean;
  /** What happened without a word, the latest last. */
  readonly events?: readonly string[];
  /** What was sold, and for how much. */
  readonly sold?: { readonly item: number; readonly price: number };
}

/** Before anything is said. */
export function startKeeper(index: CatalogIndex, options: ShopkeeperOptions): KeeperState {
  const goals = (options.goals ?? []).map(({ id, worth, deadline }) => ({
    id,
    worth,
    ...(deadline !== undefined && { deadline }),
  }));
  return {
    turn: 0,
    dialogue: startDialogue(index),
    voice: SILENT,
    agenda: createAgenda(goals),
    notes: {},
    raisedAt: Number.NEGATIVE_INFINITY,
    refusedAt: Number.NEGATIVE_INFINITY,
    puzzles: {},
    games: 0,
    shows: 0,
    taken: false,
    askedWhatElse: false,
    mayAskWhatElse: true,
    looking: false,
  };
}
