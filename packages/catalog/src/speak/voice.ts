/**
 * Choosing between ways to say the same thing, so that none comes twice in a row.
 * @module
 */
import type { Random } from '@sente/engine';

/** What was said last: for each kind of sentence, the templates used most recently, the last one at the end. Plain JSON. */
export type Voice = Readonly<Record<string, readonly number[]>>;

/** A voice that has not spoken. */
export const SILENT: Voice = {};

/** Says things, remembering how it said them. Made for one turn and thrown away; `voice` is what to keep. */
export interface Speaker {
  /**
   * One of several templates, never the one used last for this `kind` (with four or more, none of the last half).
   * A kind must be given the same templates, in the same order, each time; a template that does not fit now is `null`.
   * With a single fitting template that one is used. Returns '' when none fits.
   */
  say(kind: string, templates: readonly (string | null)[]): string;
  readonly voice: Voice;
}

/** A speaker that goes on from `voice`. Draws once per sentence from `random`. */
export function createSpeaker(voice: Voice, random: Random): Speaker {
  let kept = voice;
  return {
    get voice() {
      return kept;
    },
    say(kind, templates) {
      const fitting = templates.flatMap((template, index) => (template === null ? [] : [index]));
      if (fitting.length === 0) return '';
      const recent = kept[kind] ?? [];
      const memory = Math.max(1, Math.floor(templates.length / 2));
      let fresh = fitting;
      for (let back = memory; back >= 1; back--) {
        const avoided = recent.slice(-back);
        fresh = fitting.filter((index) => !avoided.includes(index));
        if (fresh.length > 0) break;
      }
      const chosen = random.pick(fresh.length > 0 ? fresh : fitting);
      kept = { ...kept, [kind]: [...recent, chosen].slice(-memory) };
      return templates[chosen] as string;
    },
  };
}
