/**
 * Everything a conversation needs around its business: opening, closing, thanks, undo, starting over, giving up.
 * @module
 */
import { counted, grouped, quoted } from './grammar.ts';
import { leftIn, nameOf, type Scene } from './scene.ts';
import type { Speaker } from './voice.ts';

/** The first line: what this can do. What follows it asks or shows. */
export function sayOpening(speaker: Speaker, scene: Scene): string {
  const { noun, size } = scene.index.catalog;
  if (size < 2) return speaker.say('opening.small', ['Hello!', 'Hi.', 'Welcome!']);
  const all = counted(size, noun);
  return speaker.say('opening', [
    `Hello! I know ${all} and can narrow them down with you; say what you want in your own words, or just answer.`,
    `Hi. There are ${all} here, and a few words from you will do to find the right one.`,
    `Welcome! Tell me what matters to you, or let me ask: between us we will find the right one among ${all}.`,
    `Hello. I can find you one of ${all}: tell me your wishes, ask me anything about them, or just answer as we go.`,
  ]);
}

/** Back to a greeting. */
export function sayHello(speaker: Speaker): string {
  return speaker.say('hello', ['Hello!', 'Hi there.', 'Good to meet you.', 'Hello to you too.']);
}

/** Back to thanks. */
export function sayWelcome(speaker: Speaker): string {
  return speaker.say('welcome', ['You are welcome.', 'With pleasure.', 'Not at all.', 'Gladly.']);
}

/** The user leaves. */
export function sayGoodbye(speaker: Speaker, scene: Scene): string {
  const left = leftIn(scene);
  const still =
    scene.state.wishes.length > 0 && left > 0 ? ` ${grouped(left)} would still fit, should you come back.` : '';
  return speaker.say('goodbye', [
    `Goodbye!${still}`,
    'Take care, and come back whenever you like.',
    `Bye for now.${still}`,
  ]);
}

/** The user takes an item. */
export function sayTaken(speaker: Speaker, scene: Scene, item: number): string {
  const name = nameOf(scene, item);
  const link = scene.index.catalog.view(item).link;
  const where = link ? ` You find it at ${link}` : '';
  return (
    speaker.say('taken', [
      `${name} it is. I hope you like it!`,
      `Good, ${name} then. Enjoy it!`,
      `${name}: settled. I am glad we found one.`,
      `Then ${name} is yours to enjoy.`,
    ]) + where
  );
}

/** One step back was taken, or there was none to take. `undone`: what the step had been, in the user's words. */
export function sayUndone(speaker: Speaker, undone: string | undefined): string {
  if (undone === undefined) {
    return speaker.say('undo.nothing', ['There is nothing to take back yet.', 'We are at the beginning already.']);
  }
  return speaker.say('undo', [
    `Taken back: ${quoted(undone)}.`,
    `All right, as if you had not said ${quoted(undone)}.`,
    `Undone. ${quoted(undone)} no longer counts.`,
  ]);
}

/** Everything was forgotten. */
export function sayRestarted(speaker: Speaker, scene: Scene): string {
  const { size, noun } = scene.index.catalog;
  if (size < 2) return speaker.say('restart.small', ['From the beginning, then.', 'A clean slate.']);
  const all = counted(size, noun);
  return speaker.say('restart', [
    `From the beginning, then: all ${all} are back in.`,
    'A clean slate: everything you said is forgotten.',
    `Starting over, with all ${all}.`,
  ]);
}

/** The table cannot help any further. */
export function sayAbstain(speaker: Speaker, scene: Scene): string {
  const { noun, size } = scene.index.catalog;
  if (size === 0)
    return speaker.say('abstain.empty', [`There are no ${noun.many} in this table.`, 'This table is empty.']);
  if (scene.state.wishes.length === 0) {
    const all = size === 1 ? `the one ${noun.one}` : `all ${grouped(size)} ${noun.many}`;
    return speaker.say('abstain.seen', [
      `You have seen ${all} that I have, so I cannot help any further. “Undo” brings the last ones back.`,
      `That was everything: you have turned down ${all}. Say “start over” if you would like to look again.`,
      `I have nothing else; you have seen ${all}.`,
    ]);
  }
  return speaker.say('abstain', [
    `None of the ${noun.many} here fits (${grouped(size)} in all), and I will not pretend otherwise. Take back a wish, or start over; or ask someone who knows more than this table.`,
    `I do not have it: nothing among ${grouped(size)} ${size === 1 ? noun.one : noun.many} fits what you said. You could give up a wish or start over.`,
    `That is beyond this table of ${counted(size, noun)}. If one of your wishes may change, tell me which; otherwise a person may know better.`,
  ]);
}
