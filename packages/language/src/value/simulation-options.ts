/**
 * Settings of the `simulate` depth.
 * @module
 */

/** All have a default; the window is the layer's `horizon`, the limits are the layer's `budget`. */
export interface SimulationOptions {
  /** Acts that are played forward, the best of the estimate; those with the same plan count once. 4 by default, from 2. */
  readonly candidates?: number;
  /** Imagined conversations for each of them, on average when raced; 3 by default, as in arXiv 2502.00640. */
  readonly samples?: number;
  /** Conversations that are played side by side; 4 by default. */
  readonly concurrency?: number;
  /** `race` spends the samples on acts that may still win; `equal` gives each the same number. `race` by default. */
  readonly allocation?: 'race' | 'equal';
  /** Weight of the judged interactivity (0 to 1) beside the task's success (0 to 1); 0.1 by default. */
  readonly interactivity?: number;
  /** How the simulated users talk, each as likely; those of `TEMPERAMENTS` by default. */
  readonly temperaments?: readonly string[];
}

/** Calls that a turn may take at this depth unless a budget says otherwise; the defaults above need 66 at a window of 2. */
export const SIMULATION_CALLS = 80;

/** What people are like who know what they want. Written for a prompt. */
export const TEMPERAMENTS: readonly string[] = [
  'You are patient and friendly.',
  'You are terse: a few words at a time, never more than one thing.',
  'You are in a hurry and give up when it drags on.',
];
