/**
 * One request and the setting in which it is made.
 * @module
 */
import type { Json } from '../probe/played.ts';
import type { ProbeCase } from '../probe/probe.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';

/**
 * How the request reaches the assistant (Laban et al. 2025, section 4.1 and 7.1):
 * `full`: in one message, as a person would write it; `concat`: the pieces as a list in one message; `sharded`: a piece a
 * turn; `recap`: sharded, and at the end a turn that says everything again; `snowball`: every turn repeats what was said so far.
 */
export type Setting = 'full' | 'concat' | 'sharded' | 'recap' | 'snowball';

/** All settings, in the order of a report. */
export const SETTINGS: readonly Setting[] = ['full', 'concat', 'sharded', 'recap', 'snowball'];

interface HoldCaseHead extends ProbeCase {
  /** The request; its settings and repeats stand or fall together. */
  readonly group: string;
  readonly cell: Setting;
  /** Kind of task; names the scorer. */
  readonly task: string;
  /** What a reader of the figures should know about where the cases come from; on the first case only. */
  readonly remarks?: readonly string[];
}

/** A shopper's request in the embedded shop. */
export interface ShopCase extends HoldCaseHead {
  readonly world: 'shop';
  readonly task: 'trip';
  readonly intent: ShopperIntent;
  /** The trips that language models are shown, some acceptable ones among them; agents of the catalogue know all. */
  readonly shelf: readonly number[];
}

/** A request in words, with an answer that can be scored. */
export interface OpenCase extends HoldCaseHead {
  readonly world: 'open';
  /** System prompt: what the assistant is there for, and what it works on. */
  readonly instructions: string;
  /** The request in one message. */
  readonly full: string;
  /** Its pieces; the first one is the request itself, without the particulars. */
  readonly shards: readonly string[];
  /** True when the pieces only make sense in their order, such as parts of a document. */
  readonly ordered?: boolean;
  /** What the task's scorer compares with. */
  readonly gold: Json;
}

/** One thing to play. */
export type HoldCase = ShopCase | OpenCase;
