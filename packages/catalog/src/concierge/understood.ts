/**
 * What was understood, part by part, as the user can check it.
 * @module
 */
import { oneLine, traitInWords, wishInFull } from '../speak/wish-words.ts';
import type { Catalog } from '../table/catalog.ts';
import type { Move, Wish } from '../table/wish.ts';
import type { Understood } from './reply.ts';

/** A wish with its words. */
export function understoodWish(catalog: Catalog, wish: Wish, words: string): Understood {
  return { kind: 'wish', words: oneLine(words, 120), meaning: wishInFull(catalog, wish) };
}

/** Any other move; `said` stands in for the words of one that does not carry its own. */
export function understoodMove(catalog: Catalog, move: Move, said: string): Understood {
  const words = oneLine('words' in move ? move.words : said, 120);
  return { kind: move.kind, words, meaning: meaningOf(catalog, move) };
}

function meaningOf(catalog: Catalog, move: Move): string {
  const label = (attribute: number | undefined): string =>
    attribute === undefined ? 'that' : catalog.attributes[attribute].label;
  const rank = (number: number | undefined): string => (number === undefined ? 'what was shown' : `number ${number}`);
  switch (move.kind) {
    case 'wish':
      return wishInFull(catalog, move.wish);
    case 'withdraw':
      return `${label(move.attribute)}: no longer`;
    case 'indifferent':
      return `${label(move.attribute)}: does not matter`;
    case 'unknown':
      return `${label(move.attribute)}: not known`;
    case 'compare':
      return `${label(move.attribute)}: ${move.direction}`;
    case 'accept':
      return `take ${rank(move.rank)}`;
    case 'reject':
      return `not ${rank(move.rank)}`;
    case 'choose':
      return `number ${move.number}`;
    case 'count':
      return move.wish ? `how many: ${wishInFull(catalog, move.wish)}` : 'how many are left';
    case 'question': {
      const attribute = catalog.attributes[move.attribute];
      const values = (move.values ?? []).map((value) => traitInWords(attribute, value));
      return values.length > 0 ? `${attribute.label}: ${values.join(', ')}?` : `${attribute.label}?`;
    }
    case 'unclear':
      return 'not understood';
    default:
      return MEANINGS[move.kind];
  }
}

const MEANINGS = {
  yes: 'yes',
  no: 'no',
  why: 'the reason',
  undo: 'take back the last step',
  restart: 'start over',
  show: 'show some now',
  greet: 'a greeting',
  thank: 'thanks',
  bye: 'goodbye',
} as const;
