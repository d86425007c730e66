/**
 * What one thing did for the values of two acts.
 * @module
 */

/** Values with it less values without it, in R\* of the policy. */
export interface Effect {
  readonly onAct: number;
  /** On the best of the other acts. */
  readonly onRival: number;
  /** onAct − onRival: above 0 if it speaks for the act, below 0 if for the rival. */
  readonly onLead: number;
}
