/**
 * What the concierge gives back for one turn: words, what it showed, what it understood, and its mind. Plain JSON: it
 * is the answer of `POST /api/chat` as it stands.
 * @module
 */

import type { Effect } from '../domain/effect.ts';
import type { LearnedValues } from '../domain/learned-turn.ts';

/** An item as recommended. All strings are data: show as text. */
export interface ShownItem {
  /** Position in the catalogue. */
  readonly item: number;
  readonly id: string;
  readonly name: string;
  readonly image?: string;
  readonly link?: string;
  readonly description?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Why this one, in short phrases: "has a touchscreen", "under 800 €". */
  readonly reasons: readonly string[];
  /** Chance that it is what the user wants, 0 to 1, under the belief. */
  readonly probability: number;
}

/** One candidate act as a person reads it. */
export interface ShownCandidate {
  readonly id: string;
  /** `ask`, `recommend`, `offer`, … */
  readonly kind: string;
  /** "ask for the brand", "recommend 3 laptops". */
  readonly label: string;
  /** Expected R\*. */
  readonly value: number;
  /** Standard error of the value. */
  readonly error: number;
  readonly samples: number;
  /** User turns that `value` looks ahead, where that is less than the decision's horizon: screened out early. */
  readonly depth?: number;
  readonly suppressed?: string;
}

/** One decision as a person reads it. */
export interface ShownDecision {
  readonly policy: string;
  readonly horizon: number;
  /** Id of the chosen candidate. */
  readonly chosen: string;
  /** Best first. */
  readonly candidates: readonly ShownCandidate[];
  readonly why: string;
  readonly cost: {
    readonly samples: number;
    readonly expansions: number;
    readonly calls: number;
    readonly tokens: number;
  };
}

/** What the concierge believes. */
export interface Mind {
  /** How many items fit every wish, of how many. */
  readonly left: number;
  readonly total: number;
  /** Entropy of the belief over items, in bits. */
  readonly bits: number;
  readonly wishes: readonly {
    readonly attribute: string;
    /** "under 800 €", "not red", "16 GB or more". */
    readonly meaning: string;
    /** The user's own words. */
    readonly words: string;
  }[];
  /** At most ten, most likely first. */
  readonly likeliest: readonly { readonly item: number; readonly name: string; readonly probability: number }[];
  /** Every attribute's distribution under the belief; at most twelve values each, most likely first (numbers: in order). */
  readonly attributes: readonly {
    readonly attribute: number;
    readonly label: string;
    /** `open`: not spoken about; `wished`: a wish stands; `closed`: does not mind or does not know. */
    readonly state: 'open' | 'wished' | 'closed';
    readonly values: readonly { readonly value: string; readonly probability: number; readonly count: number }[];
  }[];
}

/** One part of the user's turn, as understood. */
export interface Understood {
  /** A move's kind: `wish`, `withdraw`, `compare`, `question`, … */
  readonly kind: string;
  readonly words: string;
  /** What it was taken to mean: "price: under 800 €". */
  readonly meaning: string;
}

/** The assistant's turn. */
export interface Reply {
  readonly text: string;
  /** Kind of the chosen act. */
  readonly act: string;
  readonly items: readonly ShownItem[];
  /** Short replies that the user could tap; sending one's text as the next message means what it says. */
  readonly choices: readonly string[];
  /** Empty for the opening turn. */
  readonly understood: readonly Understood[];
  readonly decision: ShownDecision;
  readonly mind: Mind;
  /** True once the user has taken an item or said goodbye. */
  readonly ended: boolean;
}

/** Something that a learned decision rests on, and what it did for two acts. */
export interface ShownGround extends Effect {
  /** Names it within its evidence: "wish:0", "item:41", "answer:3=1". */
  readonly id: string;
  /**
   * `wish`: what the user said; `rejected`, `doubted`: what was turned down, under these wishes or under earlier ones;
   * `closed`: a question that was of no use; `item`: a candidate; `answer`: an answer to an open question; `question`: all
   * answers to one.
   */
  readonly kind: 'wish' | 'rejected' | 'doubted' | 'closed' | 'item' | 'answer' | 'question';
  /** "You said: under €800", "Bosco 14 may do, 12 %", "Open: colour black, 40 %". */
  readonly label: string;
}

/** What moved the scores of a learned decision. */
export interface ShownEvidence {
  /** What was done, and the best of the other candidates. */
  readonly act: { readonly id: string; readonly label: string };
  readonly rival: { readonly id: string; readonly label: string };
  /** Value of the act less that of its rival; below 0 where the policy's choice was not followed. */
  readonly lead: number;
  /** The strongest first, by what it did to the lead. Each is left out by itself: effects do not add up to the lead. */
  readonly grounds: readonly ShownGround[];
}

/** A conversation about a catalogue. */
export interface Concierge {
  /** The assistant's opening turn; to be called first, once. */
  open(): Reply;
  /** One user turn in, one assistant turn out. Any text, at most 2,000 characters are read. */
  say(text: string): Reply;
  /** Decides the present turn again at another horizon (0 … 4) and shows what it would say. Changes nothing. */
  redecide(horizon: number): Reply;
  /**
   * What moved the scores of the last decision, worked out when it is asked for. Undefined before the first turn, and where
   * planning decided. Changes nothing.
   */
  evidence(): ShownEvidence | undefined;
  /** The conversation so far, as JSON; `restoreConcierge` takes it back. */
  save(): SavedConversation;
}

/** A conversation that can be kept: replaying it gives the same state, byte for byte. */
export interface SavedConversation {
  readonly version: 1;
  readonly seed: string;
  readonly horizon: number;
  /** The user's turns, in order. */
  readonly said: readonly string[];
}

/** Settings of a conversation. */
export interface ConciergeOptions {
  /** How far ahead to look, 0 (passive) … 4; 2 by default. */
  readonly horizon?: number;
  /** Seed of every draw and of every choice of words; 1 by default. */
  readonly seed?: number | string;
  /** Told about a wish that nothing fitted. No identities, no transcript. */
  readonly onUnmet?: (unmet: UnmetWish) => void;
  /**
   * A learned policy that decides in the planner's place; where nothing fits, and in `redecide`, planning decides. Restore a
   * conversation with the policy that it was begun with.
   */
  readonly learned?: LearnedValues;
}

/** What somebody wished for and did not find. */
export interface UnmetWish {
  /** The wishes that stood when nothing fitted, as words: ["price: under 300 €", "touchscreen: yes"]. */
  readonly wishes: readonly string[];
  /** Names of the items that come nearest, at most three. */
  readonly nearest: readonly string[];
}
