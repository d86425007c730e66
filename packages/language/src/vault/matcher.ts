/**
 * Recognises many patterns at once in a stream of plain characters. Each character advances the patterns that are under
 * way and starts those that begin with it: linear in the text, and it is always known from where on something may be
 * under way, so that a stream need be held back no further.
 * @module
 */
import type { Unit } from './fold.ts';
import type { Pattern } from './pattern.ts';

/** A pattern that was recognised. */
export interface Hit<Tag> {
  readonly tag: Tag;
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
  /** From here on the text must be held back: the beginning of the word that it stands in. */
  readonly cut: number;
}

interface Thread<Tag> {
  readonly tag: Tag;
  readonly pattern: Pattern;
  readonly from: number;
  readonly cut: number;
  to: number;
  step: number;
  gap: number;
  hasLetter: boolean;
  /** All steps are done and a point came after a number: what comes next says whether the number goes on. */
  atPoint: boolean;
  endsInSign: boolean;
}

const isInWord = (unit: Unit | undefined): boolean => unit?.kind === 'letter' || unit?.kind === 'digit';
const POINT = /^[.,'’]$/u;

/** Recognises patterns; each comes with a tag of the caller's. */
export class Matcher<Tag> {
  private readonly starts = new Map<string, { readonly tag: Tag; readonly pattern: Pattern }[]>();
  private threads: Thread<Tag>[] = [];
  private last: Unit | undefined;
  private beforeLast: Unit | undefined;

  constructor(patterns: Iterable<{ readonly tag: Tag; readonly pattern: Pattern }>) {
    for (const one of patterns)
      for (const char of one.pattern.steps[0].accept) {
        const list = this.starts.get(char);
        if (list) list.push(one);
        else this.starts.set(char, [one]);
      }
  }

  /** Takes the next character, which stands in a word that begins at `word`; calls `hit` with what is now recognised. */
  take(unit: Unit, word: number, hit: (hit: Hit<Tag>) => void): void {
    let kept = 0;
    for (const thread of this.threads) {
      const state = advance(thread, unit);
      if (state === 'hit') hit(thread);
      else if (state === 'alive') this.threads[kept++] = thread;
    }
    this.threads.length = kept;
    for (const { tag, pattern } of this.starts.get(unit.char) ?? []) {
      if (!this.mayStart(pattern, unit)) continue;
      this.threads.push({
        tag,
        pattern,
        from: unit.from,
        cut: Math.min(unit.from, word),
        to: unit.to,
        step: 1,
        gap: 0,
        hasLetter: unit.kind === 'letter',
        atPoint: false,
        endsInSign: unit.kind === 'sign',
      });
    }
    this.beforeLast = this.last;
    this.last = unit;
  }

  /** The text has ended: what only waited for its edge is recognised. */
  end(hit: (hit: Hit<Tag>) => void): void {
    for (const thread of this.threads) if (isComplete(thread)) hit(thread);
    this.threads = [];
  }

  /** Where the earliest pattern under way must be held back from; Infinity if none is under way. */
  get hold(): number {
    let hold = Number.POSITIVE_INFINITY;
    for (const { cut } of this.threads) if (cut < hold) hold = cut;
    return hold;
  }

  private mayStart({ edge }: Pattern, unit: Unit): boolean {
    if (edge === 'none') return true;
    if (unit.kind === 'digit') {
      if (this.last?.kind === 'digit') return false;
      // 450 is no part of 3.450.
      if (this.last && POINT.test(this.last.char) && this.beforeLast?.kind === 'digit') return false;
    }
    return edge === 'number' || unit.kind === 'sign' || unit.kind === 'mark' || !isInWord(this.last);
  }
}

const isComplete = ({ step, pattern, hasLetter }: Thread<unknown>): boolean =>
  step === pattern.steps.length && (hasLetter || !pattern.needsLetter);

function advance(thread: Thread<unknown>, unit: Unit): 'alive' | 'dead' | 'hit' {
  const { steps, edge } = thread.pattern;
  if (thread.step === steps.length) return atEdge(thread, unit);
  const { accept, gap } = steps[thread.step];
  if (thread.gap >= gap.least && accept.includes(unit.char)) {
    thread.step++;
    thread.gap = 0;
    thread.to = unit.to;
    thread.hasLetter ||= unit.kind === 'letter';
    thread.endsInSign = unit.kind === 'sign';
    return edge === 'none' && thread.step === steps.length ? 'hit' : 'alive';
  }
  const isBetween = unit.kind === 'mark' ? !gap.except?.includes(unit.char) : gap.spaces && unit.kind === 'space';
  return isBetween && thread.gap++ < gap.most ? 'alive' : 'dead';
}

/** All steps are done: does the word, or the number, end here? */
function atEdge(thread: Thread<unknown>, unit: Unit): 'alive' | 'dead' | 'hit' {
  if (!isComplete(thread)) return 'dead';
  if (thread.pattern.edge === 'word') return !thread.endsInSign && isInWord(unit) ? 'dead' : 'hit';
  if (unit.kind === 'digit') return 'dead';
  if (thread.atPoint) return 'hit';
  // 450k and 450km are other quantities.
  if (unit.char === 'k' || unit.char === 'm') return 'dead';
  if (!POINT.test(unit.char)) return 'hit';
  thread.atPoint = true;
  return 'alive';
}
