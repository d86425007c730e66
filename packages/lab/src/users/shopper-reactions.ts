/**
 * What a shopper makes of what is shown, held out, and said to be impossible.
 * @module
 */
import type { HeardAssistant } from './hear-assistant.ts';
import { isInKeeping, type ShopperPerson, utter, utterShortly } from './shopper-person.ts';

/** Suggestions of one turn that are reacted to. */
const MOST_SUGGESTIONS = 2;

/** Turns down what is shown. `times` counts how often it came to explaining a wish; `changing`: not to be spoken of now. */
export function turnDown(
  person: ShopperPerson,
  items: readonly number[],
  times: Map<number, number>,
  changing: number | undefined,
): string[] {
  const { mind, voice, disposition, temperament } = person;
  const rejection = voice.say(items.length === 1 ? 'reject-one' : 'reject');
  const broken = mind.brokenBy(items[0]).filter(({ attribute }) => attribute !== changing);
  // What is not out yet first, for it is news.
  const worst = broken.find(({ attribute }) => !mind.isOut(attribute)) ?? broken[0];
  if (!worst) return [rejection];
  const time = (times.get(worst.attribute) ?? 0) + 1;
  times.set(worst.attribute, time);
  if (!disposition.inclined(temperament.explains, 'explain', worst.attribute * 64 + time)) return [rejection];
  const matter = mind.isOut(worst.attribute) ? 'again' : 'explain';
  return [rejection, voice.say(matter, utter(person, worst))];
}

/** Asked what was wrong, everybody tells. */
export function sayWhy(person: ShopperPerson, item: number | undefined): string[] {
  const [worst] = item === undefined ? [] : person.mind.brokenBy(item);
  return worst ? [person.voice.say('explain', utter(person, worst))] : [];
}

/** Takes values that are held out, or sets them right. */
export function hearSuggestions(person: ShopperPerson, { suggestions, questions }: HeardAssistant): string[] {
  const { mind, voice, disposition, temperament, answered, taken, corrects } = person;
  return suggestions.slice(0, MOST_SUGGESTIONS).flatMap(({ attribute, value }) => {
    if (questions.some((question) => question.attribute === attribute) || taken.has(attribute)) return [];
    const wish = mind.about(attribute);
    if (!wish) {
      if (answered.has(attribute) || !disposition.inclined(temperament.influenceable, 'agree', attribute)) return [];
      taken.add(attribute);
      return [voice.say('agree', { wish: voice.value(attribute, value) })];
    }
    if (mind.isOut(attribute)) return [];
    if (isInKeeping(person, wish, value)) return [voice.say('agree', utterShortly(person, wish))];
    return disposition.inclined(corrects, 'correct', attribute) ? [voice.say('no-rather', utter(person, wish))] : [];
  });
}

/**
 * Told that nothing fits: takes back what was only agreed to; lets go of what was never wished for and is said to be in
 * the way; with nothing else to say, says what is wanted, news first.
 */
export function makeRoom(person: ShopperPerson, givingWay: readonly number[], hasSpoken: boolean): string[] {
  const { mind, voice, taken } = person;
  const agreed = [...taken].filter((attribute) => !mind.about(attribute));
  const open = givingWay.filter((attribute) => !mind.about(attribute) && !taken.has(attribute));
  for (const attribute of agreed) taken.delete(attribute);
  if (agreed.length > 0) return [voice.say('withdraw', { label: voice.called(agreed) })];
  if (open.length > 0) return [voice.say('no-matter', { label: voice.called(open) })];
  if (hasSpoken) return [];
  const { next } = mind;
  if (next) return [voice.say('also', utter(person, next))];
  return [voice.say('restate', { wish: mind.out.map((wish) => voice.short(wish)).join(', ') })];
}
