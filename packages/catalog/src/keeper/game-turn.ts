/**
 * Games and invented facts: thinks of something when invited to, and keeps to it. Answers are true of what was thought
 * of; it is told when asked for, and when it is guessed, and at no other time.
 * @module
 */
import { join } from '../speak/grammar.ts';
import { createSpeaker, type Speaker } from '../speak/voice.ts';
import { decideAmong, type Taken } from './draft.ts';
import { poolFor } from './pools.ts';
import { type Puzzle, pattern, revealed, think, thoughtOf, withReply } from './puzzle.ts';
import { type Asked, askedOf } from './puzzle-questions.ts';
import { factIn, roleIn } from './role.ts';
import {
  sayConfirmed,
  sayDenied,
  sayFact,
  sayInMind,
  sayRevealed,
  sayRole,
  sayThought,
  sayYesOrNo,
} from './say-game.ts';
import { invitationIn } from './start-puzzle.ts';
import type { Keep, KeeperState } from './state.ts';

const GIVES_UP =
  /\b(?:give up|giving up|gave up|i surrender|you win|reveal|tell (?:me|us)(?! (?:whether|if|more|about))|what (?:is|was|were|did|are) (?:it|you|the (?:answer|number|word|trip|secret|solution|name))|which (?:one|trip|number|word|is it|was it|did)|(?:what|which)(?:'s| is| was) (?:the|your) (?:answer|secret|number|word|trip|solution)|show (?:me|us) the|who was it|end the game|out with it|let me know|say it|solution|unveil)\b|\bwhat's it\b/i;
const NOT_YET =
  /\b(?:don't|do not|without|not yet|no need to|never)\b[^.!?]*\b(?:tell|say|reveal|show|give)\w*\b|\bkeep (?:it|that) (?:to yourself|secret)\b/i;
const IN_MIND =
  /\b(?:have|got|did|are|is) you (?:got |have )?(?:one|it|something|a \w+|an \w+|thought|picked|chosen|decided|ready|written|already|made)\b|\b(?:have|did) you\b[^?]*\b(?:thought|think|picked|pick|chosen|choose|decided|decide|written|write|changed?|one in mind)\b|\bready\b|\bgot one\b|\bin mind\?/i;

/** Takes the turn if it is part of a game or of a role; undefined leaves it to others. */
export function gameTurn(keep: Keep, state: KeeperState, text: string, preface: string): Taken | undefined {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  let now = state;
  const parts: string[] = [];
  for (const sentence of sentences) {
    // "I give up. What was it?" is one question.
    if (over(now) && !over(state) && GIVES_UP.test(sentence)) continue;
    const step = takeSentence(keep, now, sentence, text);
    if (!step) continue;
    now = step.state;
    parts.push(step.text);
  }
  if (parts.length === 0) return undefined;
  // Told many things at once, the last is what is to be answered.
  const said = parts.length > 2 ? parts.slice(-1) : parts;
  const { shown } = decideAmong(
    keep.horizon,
    [{ act: { kind: 'answer', id: 'game', label: 'answer truly' }, value: 1 }],
    'game',
  );
  return {
    reply: { text: join([preface, ...said]), act: 'answer', items: [], decision: shown, ended: now.dialogue.ended },
    state: { ...now, turn: state.turn + 1 },
  };
}

function over({ puzzles, game }: KeeperState): boolean {
  return game !== undefined && puzzles[game].over;
}

interface Step {
  readonly text: string;
  readonly state: KeeperState;
}

function takeSentence(keep: Keep, state: KeeperState, sentence: string, whole: string): Step | undefined {
  const speaker = createSpeaker(state.voice, keep.dice.split('game').split(state.turn));
  const spoken = (text: string, next: KeeperState): Step => ({ text, state: { ...next, voice: speaker.voice } });
  const role = roleIn(sentence);
  if (role) return spoken(sayRole(speaker, role), { ...state, role, games: state.games + 1 });
  const puzzle = state.game === undefined ? undefined : state.puzzles[state.game];
  const open = puzzle !== undefined && !puzzle.over;
  const fact = state.role ? factIn(sentence) : undefined;
  if (fact !== undefined) return aboutFact(keep, state, speaker, fact, sentence, whole, spoken);
  const quiet = NOT_YET.test(sentence);
  const invitation =
    open && !/\b(?:again|another|new|now)\b/i.test(sentence) && GIVES_UP.test(sentence)
      ? undefined
      : invitationIn(keep, sentence);
  if (invitation && !(open && IN_MIND.test(sentence))) {
    const label = `${invitation.about}/${state.games}`;
    const thought = think(keep, invitation, state.turn, label);
    const made = thought.kind === 'word' ? ofLength(keep, thought) : thought;
    const next = { ...state, game: label, games: state.games + 1, puzzles: { ...state.puzzles, [label]: made } };
    return spoken(sayThought(speaker, keep, made), next);
  }
  if (!puzzle || state.game === undefined) return undefined;
  const keepPuzzle = (changed: Puzzle): KeeperState => ({
    ...state,
    puzzles: { ...state.puzzles, [state.game!]: changed },
  });
  const asked = open && !quiet ? askedOf(keep, puzzle, sentence) : undefined;
  const bare = !asked || (asked.guess === undefined && asked.letter === undefined && puzzle.kind !== 'item');
  if (bare && !quiet && GIVES_UP.test(sentence) && (open || /\b(?:again|was)\b/i.test(sentence))) {
    const thought = thoughtOf(keep, puzzle, state.turn);
    return spoken(sayRevealed(speaker, puzzle, thought), keepPuzzle(revealed(puzzle, thought)));
  }
  if (!open) return undefined;
  if (asked) return reply(keep, state, speaker, puzzle, asked, keepPuzzle, spoken);
  if (IN_MIND.test(sentence) || quiet) return spoken(sayInMind(speaker), state);
  const aside = keep.listen(sentence, {}).every(({ kind }) => ASIDE.has(kind));
  return aside ? spoken(sayDenied(speaker, puzzle), state) : undefined;
}

/** The length of a word is told at once: from then on, only words of that length fit. */
function ofLength(keep: Keep, puzzle: Puzzle): Puzzle {
  const { length } = puzzle.universe[thoughtOf(keep, puzzle, puzzle.turn)];
  return withReply(puzzle, (k) => puzzle.universe[k].length === length, true);
}

const ASIDE: ReadonlySet<string> = new Set(['unclear', 'yes', 'no', 'thank', 'greet', 'unknown', 'indifferent']);

function reply(
  keep: Keep,
  state: KeeperState,
  speaker: Speaker,
  puzzle: Puzzle,
  asked: Asked,
  keepPuzzle: (puzzle: Puzzle) => KeeperState,
  spoken: (text: string, next: KeeperState) => Step,
): Step {
  const thought = thoughtOf(keep, puzzle, state.turn);
  const yes = asked.test(thought);
  if (yes && asked.guess !== undefined && puzzle.told === undefined) {
    return spoken(sayConfirmed(speaker, puzzle, thought), keepPuzzle(revealed(puzzle, thought)));
  }
  if (asked.letter === undefined)
    return spoken(sayYesOrNo(speaker, yes), keepPuzzle(withReply(puzzle, asked.test, yes)));
  // The places of a letter are told with it: only words that show the same ones still fit.
  const letters = [...new Set([...puzzle.letters, asked.letter])];
  const shown = pattern(puzzle.universe[thought], letters);
  const after = { ...withReply(puzzle, (k) => pattern(puzzle.universe[k], letters) === shown, true), letters };
  if (!shown.includes('_')) return spoken(sayConfirmed(speaker, puzzle, thought), keepPuzzle(revealed(after, thought)));
  return spoken(`${sayYesOrNo(speaker, yes)} ${shown}`, keepPuzzle(after));
}

/** A fact about the person that is played: told when asked for, only thought of when it is to stay a secret. */
function aboutFact(
  keep: Keep,
  state: KeeperState,
  speaker: Speaker,
  about: string,
  sentence: string,
  whole: string,
  spoken: (text: string, next: KeeperState) => Step,
): Step {
  const label = `${state.role!.name}/${about}`;
  const known = state.puzzles[label];
  const made = known ?? think(keep, { kind: 'fact', about, universe: poolFor(keep, about) }, state.turn, label);
  const next = { ...state, game: label };
  const yesOrNo = known !== undefined && /^\W*(?:and |so )?(?:is|was|does|did|has)\b/i.test(sentence);
  // Whatever it is not, it is not: also names that it could never have been.
  const asked = yesOrNo ? (askedOf(keep, made, sentence) ?? { test: () => false }) : undefined;
  const keepPuzzle = (puzzle: Puzzle): KeeperState => ({ ...next, puzzles: { ...state.puzzles, [label]: puzzle } });
  if (asked) return reply(keep, next, speaker, made, asked, keepPuzzle, spoken);
  const invites =
    /\b(?:think|thinking|thought|decided?|invent\w*|make up|made up|pick\w*|choose|chosen|come up|in mind|ready)\b/i.test(
      sentence,
    );
  const secret = NOT_YET.test(whole) || /\b(?:secret(?:ly)?|guess|to yourself|in mind)\b/i.test(whole);
  if ((invites && !/\bwhat\b|\bwhich\b/i.test(sentence)) || (secret && !known))
    return spoken(sayInMind(speaker), keepPuzzle(made));
  const thought = thoughtOf(keep, made, state.turn);
  return spoken(sayFact(speaker, about, made.universe[thought]), keepPuzzle(revealed(made, thought)));
}
