/**
 * How what a visitor does is put into words: several ways for each, drawn anew each time.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';

/** Things that happen on the pages of a shop. */
export type Happening =
  | 'arrives'
  | 'opens'
  | 'compares'
  | 'scrolls'
  | 'lists'
  | 'filters'
  | 'finds nothing'
  | 'loosens'
  | 'idles'
  | 'starts form'
  | 'fills'
  | 'complains'
  | 'sends'
  | 'leaves';

/** Puts a happening into words; `which` numbers the item (0: any other) or the field of the form. */
export type PageWords = (happening: Happening, which: number) => string;

const FIELDS = ['name', 'e-mail address', 'date of arrival', 'number of people'];

const WAYS: Readonly<Record<Happening, readonly string[]>> = {
  arrives: ['The visitor arrives on the front page.', 'Somebody opens the front page of the shop.'],
  opens: [
    'The visitor opens the page of “ITEM”.',
    'The visitor is on the page of “ITEM” now.',
    'The visitor clicks on “ITEM” in the list.',
  ],
  compares: ['The visitor puts “ITEM” beside “OTHER”.', 'The visitor compares “ITEM” with “OTHER”.'],
  scrolls: [
    'The visitor scrolls down the page.',
    'The visitor looks at the pictures.',
    'The visitor reads the description.',
  ],
  lists: ['The visitor goes back to the list.', 'The visitor turns to the next page of the list.'],
  filters: ['The visitor filters the list by VALUE; COUNT are left.', 'The visitor ticks VALUE: COUNT in the list.'],
  'finds nothing': [
    'The visitor filters the list by VALUE; no ITEMS are left.',
    'The visitor ticks VALUE, and the list is empty: nothing found.',
    'The visitor searches for VALUE: 0 ITEMS.',
  ],
  loosens: ['The visitor takes a filter off again.', 'The visitor unticks VALUE.'],
  idles: ['The visitor does nothing.', 'Nothing has happened for a while.', 'The mouse has not moved.'],
  'starts form': ['The visitor presses “Book”; the form opens.', 'The visitor opens the booking form.'],
  fills: ['The visitor fills in the FIELD.', 'The visitor types into the field for the FIELD.'],
  complains: ['The form marks the FIELD as not valid.', 'The form shows an error beside the FIELD.'],
  sends: ['The visitor sends the form.', 'The visitor submits the booking.'],
  leaves: ['The visitor closes the page.', 'The visitor leaves the shop.'],
};

/** The words of one visit: it has its own two items that it comes back to. */
export function pageWords({ catalog, names }: Shop, random: Random): PageWords {
  const first = random.integer(names.length);
  const favourites = [first, (first + 1 + random.integer(names.length - 1)) % names.length];
  const nameOf = (which: number): string => names[which === 0 ? random.integer(names.length) : favourites[which - 1]];
  const attributes = catalog.attributes.filter(({ values }) => values.length > 1);
  return (happening, which) => {
    const attribute = random.pick(attributes);
    return random
      .pick(WAYS[happening])
      .replace('ITEMS', catalog.noun.many)
      .replace('ITEM', nameOf(which))
      .replace('OTHER', nameOf(which === 1 ? 2 : 1))
      .replace('VALUE', `${attribute.label} ${random.pick(attribute.values)}`)
      .replace('COUNT', `${2 + random.integer(60)}`)
      .replace('FIELD', FIELDS[which % FIELDS.length]);
  };
}
