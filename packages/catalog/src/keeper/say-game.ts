/**
 * The shopkeeper's sentences in games and roles.
 * @module
 */
import { counted, sentence } from '../speak/grammar.ts';
import type { Speaker } from '../speak/voice.ts';
import { type Puzzle, pattern, thoughtOf } from './puzzle.ts';
import type { Role } from './role.ts';
import type { Keep } from './state.ts';

/** Something has been thought of. */
export function sayThought(speaker: Speaker, keep: Keep, puzzle: Puzzle): string {
  const count = puzzle.universe.length;
  if (puzzle.kind === 'word') {
    const length = puzzle.universe[thoughtOf(keep, puzzle, puzzle.turn)].length;
    const blanks = pattern('x'.repeat(length), []);
    return speaker.say('game.word', [
      `I have thought of a word with ${length} letters: ${blanks} Guess a letter.`,
      `Good, I have a word of ${length} letters: ${blanks} Which letter first?`,
    ]);
  }
  const what =
    puzzle.kind === 'number'
      ? `a number from ${puzzle.universe[0]} to ${puzzle.universe[count - 1]}`
      : puzzle.items
        ? `one of the ${counted(count, keep.index.catalog.noun)}`
        : `one ${puzzle.about}`;
  return speaker.say('game.thought', [
    `I have thought of ${what}. Ask me things that I can answer with yes or no.`,
    `Good, I have ${what} in mind. Ask away; I answer yes or no.`,
    `Done: I am thinking of ${what}. Your guess.`,
  ]);
}

/** Yes, there is something in mind. */
export function sayInMind(speaker: Speaker): string {
  return speaker.say('game.mind', [
    'Yes, I have it in mind.',
    'I have, and I keep it to myself.',
    'It is decided; I will not say it before you ask me to.',
  ]);
}

export function sayYesOrNo(speaker: Speaker, yes: boolean): string {
  return yes
    ? speaker.say('game.yes', ['Yes.', 'Yes, that is so.', 'Yes, it is so.'])
    : speaker.say('game.no', ['No.', 'No, that is not so.', 'No, it is not so.']);
}

/** It was guessed. */
export function sayConfirmed(speaker: Speaker, { universe }: Puzzle, thought: number): string {
  return speaker.say('game.right', [
    `Yes! It was ${universe[thought]}.`,
    `Yes, that is it: ${universe[thought]}. Well guessed.`,
  ]);
}

/** It is told, because somebody gave up. */
export function sayRevealed(speaker: Speaker, { about, universe }: Puzzle, thought: number): string {
  return sentence(
    speaker.say('game.reveal', [
      `It was ${universe[thought]}`,
      `I was thinking of ${universe[thought]}`,
      `The ${about} was ${universe[thought]}`,
    ]),
  );
}

/** Neither a question nor a guess. */
export function sayDenied(speaker: Speaker, { kind }: Puzzle): string {
  return kind === 'word'
    ? speaker.say('game.letter', ['Guess a letter, or the word.', 'A letter, or the whole word?'])
    : speaker.say('game.again', [
        'I can only answer with yes or no: try a question like that, or a guess.',
        'Ask me something that yes or no answers, or guess; or give up.',
      ]);
}

/** The role is taken. */
export function sayRole(speaker: Speaker, { name, trade }: Role): string {
  const who = name === '' ? `your ${trade}` : trade === 'character' ? name : `${name}, your ${trade}`;
  return speaker.say('game.role', [
    `Gladly: I am ${who}. Ask me anything.`,
    `All right, I am ${who} from now on.`,
    `Very well. ${sentence(`I am ${who}`)} What would you like to know?`,
  ]);
}

/** An invented fact. */
export function sayFact(speaker: Speaker, about: string, value: string): string {
  const [, whose] = /^(.*)'s name$/.exec(about) ?? [];
  if (whose) return speaker.say('game.name', [`My ${whose} is called ${value}.`, `My ${whose}'s name is ${value}.`]);
  if (about === 'age') return speaker.say('game.age', [`I am ${value}.`, `I am ${value} years old.`]);
  if (about === 'home town') return speaker.say('game.home', [`I come from ${value}.`, `I am from ${value}.`]);
  return sentence(speaker.say('game.fact', [`My ${about} is ${value}`, `My ${about}: ${value}`]));
}
