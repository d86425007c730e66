/**
 * First letters that spell a secret: of lines or sentences from four letters on, of words from five. Shorter ones come
 * about by chance.
 *
 * A stream is not held back for them; it stops before the letter that would complete the word.
 * @module
 */
import type { Unit } from './fold.ts';

/** A secret that first letters could spell. */
export interface Spelling {
  readonly id: string;
  /** Plain letters without spaces. */
  readonly letters: string;
}

const LEAST = { line: 4, sentence: 4, word: 5 };

class Initials {
  private readonly spellings: readonly Spelling[];
  private readonly longest: number;
  private letters = '';
  private places: number[] = [];

  constructor(spellings: readonly Spelling[], least: number) {
    this.spellings = spellings.filter(({ letters }) => letters.length >= least);
    this.longest = Math.max(0, ...this.spellings.map(({ letters }) => letters.length));
  }

  add({ char, from }: Unit): { readonly id: string; readonly from: number } | undefined {
    if (this.longest === 0) return undefined;
    this.letters += char;
    this.places.push(from);
    if (this.places.length > this.longest * 2) {
      this.letters = this.letters.slice(-this.longest);
      this.places = this.places.slice(-this.longest);
    }
    const spelt = this.spellings.find(({ letters }) => this.letters.endsWith(letters));
    return spelt && { id: spelt.id, from: this.places[this.places.length - spelt.letters.length] };
  }
}

/** Watches first letters. */
export class Acrostics {
  private readonly lines: Initials;
  private readonly sentences: Initials;
  private readonly words: Initials;
  private atLine = true;
  private atSentence = true;
  private afterStop = false;
  private last: Unit['kind'] | undefined;

  constructor(spellings: readonly Spelling[]) {
    this.lines = new Initials(spellings, LEAST.line);
    this.sentences = new Initials(spellings, LEAST.sentence);
    this.words = new Initials(spellings, LEAST.word);
  }

  /** Takes the next character; gives the secret that it completes, and where its first letter stands. */
  take(unit: Unit): { readonly id: string; readonly from: number } | undefined {
    const isFirst = this.last !== 'letter' && this.last !== 'digit';
    this.last = unit.kind;
    if (unit.kind === 'letter') {
      const found = [
        isFirst && this.words.add(unit),
        this.atLine && this.lines.add(unit),
        this.atSentence && this.sentences.add(unit),
      ].find(Boolean);
      this.atLine = false;
      this.atSentence = false;
      this.afterStop = false;
      return found || undefined;
    }
    if (unit.char === '\n') {
      this.atLine = true;
      this.atSentence = true;
    } else if (unit.kind === 'space') this.atSentence ||= this.afterStop;
    else this.afterStop = '.!?'.includes(unit.char);
    return undefined;
  }
}
