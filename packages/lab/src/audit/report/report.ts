/**
 * What an audit's page and terminal summary are made of: plain text and numbers. How it looks is decided elsewhere.
 * @module
 */
import type { Figure } from '../../statistics/summary.ts';

/** One line of speech in an excerpt. */
export interface Said {
  /** `user`, `assistant`, `tool`. */
  readonly who: string;
  readonly text: string;
}

/** One moment, ready to be shown. */
export interface ReportMoment {
  /** Where it is in the log. */
  readonly place: string;
  /** In a few words, what it is: `set right`, `same request again`. */
  readonly label: string;
  /** `bad`: initiative would have paid; `good`: what was done was right; `plain`: nothing tells. */
  readonly tone: 'bad' | 'good' | 'plain';
  /** What led to it, and what the assistant did, last. */
  readonly excerpt: readonly Said[];
  /** What Sente would have done: `ask`, `offer`, …, and the words. */
  readonly would?: {
    readonly act: string;
    readonly text: string;
    readonly choices: readonly string[];
    readonly why: string;
  };
  /** What the user said next. */
  readonly next?: string;
  /** What follows from it, in one sentence. */
  readonly because: string;
}

/** A table of figures in [0, 1]: rows by agent or act, columns by metric. */
export interface FigureTable {
  readonly title: string;
  /** What the columns mean, in a sentence or two. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly (Figure | undefined)[] }[];
}

/** A table of counts. */
export interface CountTable {
  readonly title: string;
  readonly note: string;
  /** Rows and columns are in different words: no cell is right or wrong. */
  readonly isPlain?: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

/** The whole. */
export interface AuditReport {
  /** The log, as the user named it. */
  readonly source: string;
  /** What was found, in a few sentences, the most important first. */
  readonly findings: readonly string[];
  /** What a reader must know to read it rightly. */
  readonly notes: readonly string[];
  readonly figures: readonly FigureTable[];
  readonly counts: readonly CountTable[];
  /** The worst first. */
  readonly moments: readonly ReportMoment[];
  /** Moments that were left out. */
  readonly omitted: number;
}
