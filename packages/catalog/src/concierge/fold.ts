/**
 * Folds what the user did in one turn into the dialogue, move by move, in the order said. Pure. Says nothing: what is to
 * be answered is listed for whoever speaks.
 * @module
 */
import { dropWish, settleSuggestions } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { type Change, NO_CHANGE } from '../speak/acknowledge.ts';
import type { Move } from '../table/wish.ts';
import { comparedWish } from './bounds.ts';
import { type Dialogue, startDialogue } from './dialogue.ts';
import { type Aside, beside, type Ending, type Leaning, moveTo, note, type Progress, wishFor } from './progress.ts';
import { accept, choose, leaveOpen, reject, sayNo, sayYes } from './replies.ts';
import type { Understood } from './reply.ts';
import { weigh } from './weigh.ts';

/** What a turn of the user came to. */
export interface Folded {
  /** The turn's text. */
  readonly said: string;
  readonly dialogue: Dialogue;
  readonly change: Change;
  readonly asides: readonly Aside[];
  readonly understood: readonly Understood[];
  /** What the user said about how to go on, if anything. */
  readonly leaning: Leaning;
  /** The turn bears on what to do next: the act is decided anew. Otherwise the open one stands. */
  readonly decides: boolean;
  /** How the conversation ended with this turn, if it did. */
  readonly ending?: Ending;
}

/** Folds moves in. `said` is the turn's text, kept for undo. */
export function fold(index: CatalogIndex, start: Dialogue, moves: readonly Move[], said: string): Folded {
  const before: Progress = {
    index,
    said,
    dialogue: start,
    base: start,
    change: NO_CHANGE,
    asides: [],
    understood: [],
    agreed: [],
    leaning: undefined,
    changed: false,
    decides: false,
    wentBack: false,
  };
  return finish(settle(weigh(index, start, moves, said).reduce(take, before), start), start);
}

function take(progress: Progress, move: Move): Progress {
  const { index, dialogue } = progress;
  switch (move.kind) {
    case 'wish':
      return wishFor(progress, move.wish, move.words, move.also);
    case 'withdraw': {
      const withdrawn = [...progress.change.withdrawn, move.attribute];
      return moveTo(note(progress, move), dropWish(index, dialogue.state, move.attribute), { withdrawn });
    }
    case 'indifferent':
    case 'unknown':
      return leaveOpen(progress, move);
    case 'yes':
      return sayYes(progress);
    case 'no':
      return sayNo(progress);
    case 'accept':
      return accept(progress, move.rank);
    case 'reject':
      return reject(progress, move.rank);
    case 'compare': {
      const { attribute, direction, words } = move;
      const wish = comparedWish(index, dialogue.state, attribute, direction, dialogue.shown);
      return wish ? wishFor(progress, wish, words) : beside(progress, { kind: 'unclear', words, nearest: [] });
    }
    case 'choose':
      return choose(progress, move.number);
    case 'undo':
      return undo(note(progress, move));
    case 'restart':
      return restart(note(progress, move));
    case 'show':
      return { ...note(progress, move), leaning: 'show', decides: true };
    case 'bye':
      return { ...note(progress, move), ending: { kind: 'bye' } };
    case 'count':
      return beside(note(progress, move), move);
    case 'question':
      return beside(note(progress, move), { ...move, kind: 'about' });
    case 'why':
    case 'thank':
    case 'greet':
      return beside(note(progress, move), { kind: move.kind });
    case 'unclear':
      if (HELP.test(move.words)) return beside(progress, { kind: 'help' });
      if (FED_UP.test(move.words)) return beside(progress, { kind: 'sorry' });
      return beside(progress, FOREIGN.test(move.words) ? { kind: 'english' } : move);
  }
}

/** Asking for the assistant itself, which no table knows about. */
const HELP =
  /^\W*(?:help(?: me)?|who are you|what are you|what (?:can|do) (?:you|i) (?:do|say|ask)|how (?:does|do) (?:this|it|you) work|are you (?:a |an )?(?:bot|robot|human|person|real|ai|machine))\b/i;

/** Little words of German, French, Spanish and Italian that no English sentence has. */
const FOREIGN =
  /\b(?:ich|bitte|und|nicht|eine|einen|suche|guten|unter|ja|nein|danke|möchte|wir|je|nous|bonjour|merci|voudrais|avec|quiero|busco|hola|gracias|vorrei|cerco|grazie|buongiorno)\b/iu;

/** Words of people who have had enough; repeating them back would not help. */
const FED_UP =
  /\b(?:stupid|useless|suck|sucks|idiot|idiotic|dumb|rubbish|terrible|annoying|shut up|hate|crap|fuck\w*|shit\w*|bullshit|wtf|nonsense|ridiculous|moron)\b/i;

/** Back to before the last turn that changed something; within a turn that has, back to before this one. */
function undo(progress: Progress): Progress {
  const { base, changed, said } = progress;
  const forgot = { ...progress, change: NO_CHANGE, decides: false, changed: false, wentBack: true };
  if (changed) return beside({ ...forgot, dialogue: base }, { kind: 'undone', said });
  const { before } = base;
  if (!before) return beside(progress, { kind: 'nothing-to-undo' });
  const dialogue = before.dialogue;
  return beside({ ...forgot, dialogue, base: dialogue }, { kind: 'undone', said: before.said });
}

function restart(progress: Progress): Progress {
  const dialogue = startDialogue(progress.index);
  const fresh = { ...progress, dialogue, change: NO_CHANGE, changed: true, decides: true };
  return beside(fresh, { kind: 'restarted' });
}

function finish(progress: Progress, start: Dialogue): Folded {
  const { base, changed, asides, understood, leaning, ending, wentBack, said } = progress;
  const resumed = start.ended && (progress.decides || wentBack || !asides.every(isPolite));
  const decides = progress.decides || (resumed && !wentBack && ending === undefined);
  const ended = ending !== undefined || (start.ended && !resumed);
  const puzzled = understood.length === 0 ? start.puzzled + 1 : 0;
  const { guess: _, ...rest } = progress.dialogue;
  const guess = understood.length === 0 ? guessIn(asides) : undefined;
  let dialogue: Dialogue = { ...rest, ended, puzzled, ...(guess && { guess }) };
  if (changed || (ending !== undefined && !base.ended)) dialogue = { ...dialogue, before: { dialogue: base, said } };
  return { said, dialogue, change: progress.change, asides, understood, leaning, decides, ...(ending && { ending }) };
}

/** What words that were not understood most likely meant, when there is one such thing: a yes will take it. */
function guessIn(asides: readonly Aside[]): Dialogue['guess'] {
  const unclear = asides.flatMap((aside) => (aside.kind === 'unclear' ? [aside] : []));
  if (unclear.length !== 1 || unclear[0].nearest.length !== 1) return undefined;
  return { ...unclear[0].nearest[0], words: unclear[0].words };
}

function isPolite(aside: Aside): boolean {
  return aside.kind === 'thank' || aside.kind === 'greet';
}

/**
 * What became of the values that the assistant had suggested: one agreed to would do, one passed over is not suggested
 * again. One that the user asks for in words of their own is a wish like any other.
 */
function settle(progress: Progress, start: Dialogue): Progress {
  const act = start.open?.act;
  const { index, dialogue, agreed, changed } = progress;
  if (!changed || !act) return progress;
  const own = new Set(dialogue.state.wishes.map(({ wish }) => wish.attribute).filter((one) => !agreed.includes(one)));
  const facts = act.facts.filter((fact) => fact.kind !== 'suggest' || !own.has(fact.attribute));
  return { ...progress, dialogue: { ...dialogue, state: settleSuggestions(index, dialogue.state, { ...act, facts }) } };
}
