/**
 * A stretch of events, and at which of them a proposal would have been welcome.
 * @module
 */

/** One event with its label. JSON. */
export interface TraceEvent {
  readonly text: string;
  /** Seconds since the event before it; 0 for the first. */
  readonly after: number;
  /** Whether a proposal was, or would have been, accepted here. */
  readonly isWelcome: boolean;
}

/** One trace. JSON. */
export interface EventTrace {
  readonly id: string;
  readonly events: readonly TraceEvent[];
}

/** An event as agents are told it: "41 s later: The user returns to the editor." */
export function eventWords({ text, after }: Pick<TraceEvent, 'text' | 'after'>, position: number): string {
  return position === 0 ? text : `${Math.round(after)} s later: ${text}`;
}
