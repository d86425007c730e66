/**
 * A request read from a data set: words only, no table.
 * @module
 */
import type { ProbeCase } from '../../probe/probe.ts';

/** One thing that a request may mean, and what is right then. */
export interface Reading {
  /** What the user says when asked; absent where nothing needs to be cleared up. */
  readonly reply?: string;
  /** Answers that are right, any of them. */
  readonly answers: readonly string[];
}

/** A detail that a request leaves out. */
export interface MissingDetail {
  readonly description: string;
  /** 1 (nice to know) … 3 (nothing can be done without it), as annotated. */
  readonly importance: number;
  /** How one might ask for it. */
  readonly inquiry: string;
  /** What users may answer. */
  readonly options: readonly string[];
}

/** One labelled request. */
export interface WordsCase extends ProbeCase {
  readonly kind: 'words';
  readonly world: 'open';
  /** `open`: labelled as ambiguous or vague. */
  readonly cell: 'open' | 'closed';
  readonly set: 'Abg-CoQA' | 'AmbiEnt' | 'IN3';
  /** System prompt, with what the request is about. */
  readonly instructions: string;
  /** The user's words. */
  readonly request: string;
  /** Readings of the request; one for a closed one; none where the data has no right answers. */
  readonly readings: readonly Reading[];
  /** How an answer is scored: overlap of words, or the verdict it ends with. */
  readonly scoring?: 'overlap' | 'verdict';
  readonly missing?: readonly MissingDetail[];
}
