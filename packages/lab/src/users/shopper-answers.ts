/**
 * How a shopper answers questions: about the table, and about themselves.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { AskedAbout } from './hear-assistant.ts';
import { isInKeeping, type ShopperPerson, utter, utterShortly } from './shopper-person.ts';
import { wrongWish } from './wrong-wish.ts';

/** The answer to a question about the table. */
export function answer(person: ShopperPerson, { attribute, value }: AskedAbout): string {
  const { shop, temperament, mind, voice, disposition, mistakes, answered, noisy } = person;
  const again = answered.has(attribute);
  answered.add(attribute);
  const { label, key, synonyms, type } = shop.catalog.attributes[attribute];
  const wish = mind.about(attribute);
  const about = wish
    ? undefined
    : aboutSelf(person, [label, key.replaceAll('_', ' '), ...(synonyms?.attribute ?? [])].join(' '));
  if (about) return confide(person, about);
  if (disposition.inclined(temperament.unknown, 'unknown', attribute)) return voice.say('unknown');
  if (disposition.inclined(temperament.noise, 'noise', attribute)) {
    const wrong = wrongWish(shop.catalog, attribute, wish, mistakes.split(attribute));
    if (wrong) {
      noisy.add(attribute);
      return voice.sentence(voice.short(wrong));
    }
  }
  if (!wish) return voice.say('indifferent');
  if (value !== undefined && type === 'boolean') {
    mind.say(attribute);
    return voice.say(isInKeeping(person, wish, value) ? 'yes' : 'no');
  }
  if (value !== undefined) return answerOneValue(person, wish, value);
  const words = utterShortly(person, wish);
  return again ? voice.say('again', words) : voice.sentence(words.wish);
}

/** "Should it be July?": a plain yes where that is all of the wish, the wish itself where there is more to it. */
function answerOneValue(person: ShopperPerson, wish: Wish, value: number): string {
  const { mind, voice, disposition, corrects } = person;
  if (wish.kind === 'is' && wish.values.length === 1 && wish.values[0] === value) {
    mind.say(wish.attribute);
    return voice.say('yes');
  }
  if (isInKeeping(person, wish, value)) return voice.sentence(utterShortly(person, wish).wish);
  // Few people leave it at a "no" when they know what they want.
  const tells = disposition.inclined(Math.max(0.5, corrects), 'correct', wish.attribute);
  return tells ? voice.say('no-rather', utter(person, wish)) : voice.say('no');
}

/** The answer to a question about the shopper themselves, or about nothing in the table. */
export function answerOther(person: ShopperPerson, question: string): string {
  const about = aboutSelf(person, question);
  return about ? confide(person, about) : person.voice.say('no-answer');
}

function confide({ voice, temperament, disposition }: ShopperPerson, { told, matter }: Told): string {
  if (disposition.inclined(temperament.guarded, 'guarded', matter)) return voice.say('decline');
  return voice.sentence(told.replace(/\.$/, ''));
}

interface Told {
  readonly told: string;
  /** Its position among what the shopper would tell. */
  readonly matter: number;
}

/** What the shopper would tell in answer to a question: the first whose id has a word that the question uses. */
function aboutSelf({ intent }: ShopperPerson, question: string): Told | undefined {
  const asked = new Set(question.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const told = Object.entries(intent.about ?? {});
  const matter = told.findIndex(([id]) =>
    id.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).some((word) => word.length > 2 && asked.has(word.toLowerCase())),
  );
  return matter < 0 ? undefined : { told: told[matter][1], matter };
}
