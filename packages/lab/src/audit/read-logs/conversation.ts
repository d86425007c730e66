/**
 * A logged conversation, whatever it was logged by.
 * @module
 */
import type { Message } from '@sente/language';

/** One conversation. */
export interface LoggedConversation {
  /** The log's own id, or where it stands: `line 3`. */
  readonly name: string;
  /** Line of the file that it begins in, counted from 1. */
  readonly line: number;
  readonly messages: readonly Message[];
}

/** A JSON value that was parsed and not looked at yet. */
export type Loose = { readonly [key: string]: unknown };

/** An object's fields; none of what is no object. */
export function fieldsOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/**
 * Takes one record of a log: its messages as the log has them, nothing when the record is of another kind.
 */
export type RecordReader = (record: unknown) => readonly unknown[] | undefined;
