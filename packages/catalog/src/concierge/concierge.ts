/**
 * A conversation about a catalogue: hears, folds, decides, speaks.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { explainLearned } from '../domain/evidence.ts';
import { createListener, type Listener } from '../hear/listener.ts';
import { type CatalogIndex, indexCatalog } from '../index/catalog-index.ts';
import { NO_CHANGE } from '../speak/acknowledge.ts';
import { SILENT, type Voice } from '../speak/voice.ts';
import type { Catalog } from '../table/catalog.ts';
import { type Dialogue, type OpenTurn, startDialogue } from './dialogue.ts';
import { type Folded, fold } from './fold.ts';
import { hearingFor } from './hearing.ts';
import type { Concierge, ConciergeOptions, Reply, SavedConversation, ShownEvidence } from './reply.ts';
import { type Present, respond } from './respond.ts';
import { showEvidence } from './shown-evidence.ts';
import { unmetIn } from './unmet-wishes.ts';

/** The most of one message that is read, in UTF-16 units. */
const LONGEST_MESSAGE = 2000;
const FURTHEST = 4;

/** A conversation whose opening turn has been taken, or one that is yet to open. */
class Conversation implements Concierge {
  private readonly index: CatalogIndex;
  private readonly listen: Listener;
  private readonly random: Random;
  private readonly seed: string;
  private readonly horizon: number;
  private readonly onUnmet: ConciergeOptions['onUnmet'];
  private readonly learned: ConciergeOptions['learned'];
  private readonly told = new Set<string>();
  private readonly said: string[] = [];
  private dialogue: Dialogue;
  private voice: Voice = SILENT;
  private present: Present;
  /** Worked out once a turn: asking again costs nothing. */
  private explained?: { readonly open: OpenTurn; readonly evidence: ShownEvidence | undefined };

  constructor(index: CatalogIndex, listen: Listener, options: ConciergeOptions) {
    this.index = index;
    this.listen = listen;
    this.seed = String(options.seed ?? 1);
    this.random = createRandom(this.seed);
    this.horizon = checkHorizon(options.horizon ?? 2);
    this.onUnmet = options.onUnmet;
    this.learned = options.learned;
    this.dialogue = startDialogue(index);
    this.present = { turn: 0, asked: this.dialogue, folded: opening(this.dialogue), voice: SILENT };
  }

  open(): Reply {
    return this.answer({ turn: 0, asked: this.dialogue, folded: opening(this.dialogue), voice: this.voice });
  }

  say(text: string): Reply {
    return this.hear(text, true);
  }

  redecide(horizon: number): Reply {
    return respond(this.index, this.present, checkHorizon(horizon), this.random).reply;
  }

  evidence(): ShownEvidence | undefined {
    const { open } = this.dialogue;
    if (!open || !this.learned) return undefined;
    if (this.explained?.open !== open) {
      const found = explainLearned(this.index, open.from, this.learned, open.decision, open.act);
      this.explained = { open, evidence: found && showEvidence(this.index, open.from, found) };
    }
    return this.explained.evidence;
  }

  save(): SavedConversation {
    return { version: 1, seed: this.seed, horizon: this.horizon, said: [...this.said] };
  }

  /** One user turn; `tells` is false when a kept conversation is played again, whose unmet wishes were told then. */
  hear(text: string, tells: boolean): Reply {
    const read = text.slice(0, LONGEST_MESSAGE).toWellFormed();
    if (this.dialogue.open === undefined) this.open();
    this.said.push(read);
    const moves = this.listen(read, hearingFor(this.index, this.dialogue));
    const folded = fold(this.index, this.dialogue, moves, read);
    this.tellUnmet(folded, tells);
    return this.answer({ turn: this.said.length, asked: this.dialogue, folded, voice: this.voice });
  }

  private answer(present: Present): Reply {
    const { reply, dialogue, voice } = respond(this.index, present, this.horizon, this.random, {
      learned: this.learned,
    });
    this.present = present;
    this.dialogue = dialogue;
    this.voice = voice;
    return reply;
  }

  private tellUnmet(folded: Folded, tells: boolean): void {
    if (!folded.decides) return;
    const unmet = unmetIn(this.index, folded.dialogue.state);
    if (!unmet) return;
    const key = JSON.stringify([...unmet.wishes].sort());
    if (this.told.has(key)) return;
    this.told.add(key);
    if (tells) this.onUnmet?.(unmet);
  }
}

function opening(dialogue: Dialogue): Folded {
  return { said: '', dialogue, change: NO_CHANGE, asides: [], understood: [], leaning: undefined, decides: true };
}

/** The horizon as given; throws RangeError when it is not a whole number from 0 to 4. */
export function checkHorizon(horizon: number): number {
  if (Number.isInteger(horizon) && horizon >= 0 && horizon <= FURTHEST) return horizon;
  throw new RangeError(`horizon must be a whole number from 0 to ${FURTHEST}, and is ${horizon}`);
}

/** What is computed once a catalogue, and shared by all conversations about it. */
const shared = new WeakMap<Catalog, { readonly index: CatalogIndex; readonly listen: Listener }>();

/** What conversations about a catalogue share, made on first use. */
export function groundwork(catalog: Catalog): { readonly index: CatalogIndex; readonly listen: Listener } {
  const known = shared.get(catalog);
  if (known) return known;
  const made = { index: indexCatalog(catalog), listen: createListener(catalog) };
  shared.set(catalog, made);
  return made;
}

/** Starts a conversation. Call `open` first. Throws RangeError when the horizon is not 0 … 4. */
export function createConcierge(catalog: Catalog, options: ConciergeOptions = {}): Concierge {
  const { index, listen } = groundwork(catalog);
  return new Conversation(index, listen, options);
}

/** What a kept conversation is missing when it is not one. */
export class SavedConversationError extends Error {
  override readonly name = 'SavedConversationError';
}

/**
 * Takes a kept conversation up again by playing it: the state, and everything said from here on, is as if it had never
 * been put away. `onUnmet` is told only of what is new. Throws SavedConversationError when `saved` is not version 1.
 */
export function restoreConcierge(
  catalog: Catalog,
  saved: SavedConversation,
  options: Pick<ConciergeOptions, 'onUnmet' | 'learned'> = {},
): Concierge {
  if (saved.version !== 1 || !Array.isArray(saved.said)) {
    throw new SavedConversationError('this is not a saved conversation of version 1: pass what `save()` returned');
  }
  const { index, listen } = groundwork(catalog);
  const conversation = new Conversation(index, listen, { ...options, seed: saved.seed, horizon: saved.horizon });
  conversation.open();
  for (const text of saved.said) conversation.hear(text, false);
  return conversation;
}
