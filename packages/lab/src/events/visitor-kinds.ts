/**
 * Visitors of a shop's pages: what they do, and where a word would have been welcome. The lab's own people; the rule
 * behind the labels is the visitor's hidden need, not the event: two visitors may do the same thing, and only one wants help.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import type { TraceEvent } from './event-trace.ts';
import { type Happening, type PageWords, pageWords } from './visitor-words.ts';

/** Shares of the kinds of visitor, in per cent. */
export const VISITOR_KINDS = {
  /** Looks around; comes back to a page now and then, and finds nothing once in a while. Wants no help. */
  strolls: 25,
  /** Knows what to book, and books it. Wants no help. */
  books: 15,
  /** Cannot choose between two items: help is welcome from the second time on that one of them is come back to. */
  torn: 20,
  /** Asks for what there is not: help is welcome from the second empty list on. */
  stranded: 15,
  /** Gets nowhere with the form: help is welcome from the second complaint about the same field on. */
  stuck: 15,
  /** Is away from the screen. Wants no help. */
  away: 10,
} as const;

/** A kind of visitor. */
export type VisitorKind = keyof typeof VISITOR_KINDS;

/** What one visitor does, in order. */
export function visit(kind: VisitorKind, shop: Shop, random: Random): TraceEvent[] {
  const words = pageWords(shop, random.split('words'));
  const log = new VisitLog(words, random.split('clock'));
  log.add('arrives');
  BEHAVIOURS[kind](log, random.split('acts'));
  return log.events;
}

class VisitLog {
  readonly events: TraceEvent[] = [];
  readonly #words: PageWords;
  readonly #clock: Random;

  constructor(words: PageWords, clock: Random) {
    this.#words = words;
    this.#clock = clock;
  }

  add(happening: Happening, { isWelcome = false, which = 0 }: { isWelcome?: boolean; which?: number } = {}): void {
    const [least, most] = happening === 'idles' ? [60, 600] : happening === 'complains' ? [1, 3] : [3, 60];
    const after = this.events.length === 0 ? 0 : Math.round(least + (most - least) * this.#clock.next());
    this.events.push({ text: this.#words(happening, which), after, isWelcome });
  }

  /** Pages and lists, each page another one. */
  browse(events: number, random: Random): void {
    for (let n = 0; n < events; n++) this.add(random.pick(['opens', 'opens', 'scrolls', 'lists', 'filters'] as const));
  }
}

const between = (random: Random, least: number, most: number): number => least + random.integer(most - least + 1);

/** Item numbers 1 and 2 are the ones that a visitor comes back to; 0 is any other. */
const BEHAVIOURS: Readonly<Record<VisitorKind, (log: VisitLog, random: Random) => void>> = {
  strolls(log, random) {
    log.browse(between(random, 2, 5), random);
    if (random.next() < 0.3) log.add('finds nothing');
    // Some people like to look at a thing again and again.
    const looks = random.next() < 0.2 ? between(random, 3, 4) : random.next() < 0.4 ? 2 : 1;
    for (let n = 0; n < looks; n++) {
      log.add('opens', { which: 1 });
      log.browse(between(random, 1, 2), random);
    }
    log.add('leaves');
  },
  books(log, random) {
    log.browse(between(random, 1, 3), random);
    log.add('opens', { which: 1 });
    log.add('starts form');
    for (let field = 0; field < 4; field++) {
      log.add('fills', { which: field });
      if (random.next() < 0.15) {
        log.add('complains', { which: field });
        log.add('fills', { which: field });
      }
    }
    log.add('sends');
  },
  torn(log, random) {
    log.browse(between(random, 2, 5), random);
    const looks = between(random, 5, 8);
    for (let n = 0; n < looks; n++) {
      // The first two are first looks, the next two first returns.
      log.add(n > 2 && random.next() < 0.3 ? 'compares' : 'opens', { which: 1 + (n % 2), isWelcome: n >= 4 });
      if (n < 3 && random.next() < 0.3) log.add('lists');
    }
    if (random.next() < 0.5) log.add('starts form');
    log.add('leaves');
  },
  stranded(log, random) {
    log.browse(between(random, 1, 3), random);
    const tries = between(random, 2, 4);
    for (let n = 0; n < tries; n++) {
      log.add('finds nothing', { isWelcome: n >= 1 });
      if (random.next() < 0.4) log.add('loosens');
    }
    if (random.next() < 0.5) log.browse(between(random, 1, 3), random);
    log.add('leaves');
  },
  stuck(log, random) {
    log.browse(between(random, 1, 3), random);
    log.add('opens', { which: 1 });
    log.add('starts form');
    const field = random.integer(4);
    for (let before = 0; before < field; before++) log.add('fills', { which: before });
    const complaints = between(random, 2, 4);
    for (let n = 0; n < complaints; n++) {
      log.add('fills', { which: field });
      log.add('complains', { which: field, isWelcome: n >= 1 });
      if (n >= 1 && random.next() < 0.4) log.add('idles', { isWelcome: true });
    }
    log.add('leaves');
  },
  away(log, random) {
    log.browse(between(random, 2, 5), random);
    const idles = between(random, 1, 3);
    for (let n = 0; n < idles; n++) log.add('idles');
    log.browse(between(random, 2, 5), random);
    log.add('leaves');
  },
};
