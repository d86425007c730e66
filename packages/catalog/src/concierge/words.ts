/**
 * A whole turn in words: what was understood, what was asked beside, and then the act.
 * @module
 */
import type { CatalogAct } from '../domain/act.ts';
import { isOrdinary } from '../hear/ordinary.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { sayAbout } from '../speak/about.ts';
import { NO_CHANGE, sayUnderstood } from '../speak/acknowledge.ts';
import { join } from '../speak/grammar.ts';
import { sayHowMany } from '../speak/how-many.ts';
import {
  sayEnglish,
  sayHelp,
  sayNothingShown,
  sayPartlyUnclear,
  saySorry,
  sayUnclear,
  sayWhatCounts,
  sayWhich,
} from '../speak/misunderstanding.ts';
import type { Scene } from '../speak/scene.ts';
import {
  sayGoodbye,
  sayHello,
  sayOpening,
  sayRestarted,
  sayTaken,
  sayUndone,
  sayWelcome,
} from '../speak/small-talk.ts';
import { sayAct, sayAgain } from '../speak/speak.ts';
import type { Speaker } from '../speak/voice.ts';
import { sayWhy } from '../speak/why.ts';
import type { Aside } from './progress.ts';
import { goneBack, type Present } from './respond.ts';

/** At most this many things that were not understood are mentioned in one turn. */
const MOST_UNCLEAR = 2;

/** The assistant's turn in words. `anew`: the act was decided in this turn, and is said in full. */
export function sayTurn(
  speaker: Speaker,
  index: CatalogIndex,
  present: Present,
  act: CatalogAct,
  anew: boolean,
): string {
  const { folded, asked, turn } = present;
  const scene: Scene = { index, state: folded.dialogue.state };
  if (turn === 0) return join([sayOpening(speaker, scene), sayAct(speaker, scene, act)]);
  if (folded.ending?.kind === 'taken') {
    return join([...thanks(speaker, folded.asides), sayTaken(speaker, scene, folded.ending.item)]);
  }
  if (folded.ending) return join([...thanks(speaker, folded.asides), sayGoodbye(speaker, scene)]);
  if (folded.dialogue.ended) return join(folded.asides.map((aside) => sayAside(speaker, scene, present, aside)));
  const parts: string[] = [];
  const first = folded.asides.filter((aside) => STEPS.has(aside.kind));
  const unclear = folded.asides.filter((aside) => aside.kind === 'unclear').slice(0, MOST_UNCLEAR);
  const others = folded.asides.filter((aside) => !STEPS.has(aside.kind) && aside.kind !== 'unclear');
  for (const aside of first) parts.push(sayAside(speaker, scene, present, aside));
  parts.push(sayUnderstood(speaker, scene, said(folded, act, anew)));
  for (const aside of [...others, ...unclear]) parts.push(sayAside(speaker, scene, present, aside));
  if (present.brief) return join(parts);
  // A question of the aside's own is left to stand: "Did you mean …?", "Which one?".
  if (!anew && (folded.dialogue.guess || folded.asides.some((aside) => asksBack(aside, asked)))) return join(parts);
  const lost = folded.dialogue.puzzled > 1 && folded.asides.every(({ kind }) => kind === 'unclear');
  if (lost) parts.push(sayWhatCounts(speaker, scene));
  parts.push(anew || goneBack(folded) ? sayAct(speaker, scene, act) : sayAgain(speaker, scene, act));
  return join(parts);
}

const STEPS: ReadonlySet<Aside['kind']> = new Set([
  'undone',
  'nothing-to-undo',
  'restarted',
  'thank',
  'greet',
] as const);

function asksBack(aside: Aside, asked: Present['asked']): boolean {
  return aside.kind === 'which' && aside.rank === undefined && countIn(asked.open?.act) > 1;
}

/** How many numbered things an act put before the user. */
function countIn(act: CatalogAct | undefined): number {
  if (act?.kind === 'recommend') return act.items.length;
  return act?.facts.filter((fact) => fact.kind === 'relax').length ?? 0;
}

/** What is said back: not the wishes when the act is about to list them itself. */
function said(folded: Present['folded'], act: CatalogAct, anew: boolean): Present['folded']['change'] {
  if (!anew) return NO_CHANGE;
  const lists = act.kind === 'recommend' || act.kind === 'offer' || act.kind === 'abstain';
  if (!lists) return folded.change;
  const { replaced, wished } = folded.change;
  const instead = wished.filter((wish) => replaced.some((old) => old.attribute === wish.attribute));
  return { ...folded.change, wished: instead, agreed: [] };
}

function thanks(speaker: Speaker, asides: readonly Aside[]): string[] {
  return asides.some((aside) => aside.kind === 'thank') ? [sayWelcome(speaker)] : [];
}

function sayAside(speaker: Speaker, scene: Scene, present: Present, aside: Aside): string {
  switch (aside.kind) {
    case 'why': {
      const open = present.asked.open;
      return open ? sayWhy(speaker, { index: scene.index, state: open.from }, open.act) : '';
    }
    case 'thank':
      return sayWelcome(speaker);
    case 'greet':
      return sayHello(speaker);
    case 'restarted':
      return sayRestarted(speaker, scene);
    case 'undone':
      return sayUndone(speaker, aside.said);
    case 'nothing-to-undo':
      return sayUndone(speaker, undefined);
    case 'nothing-shown':
      return sayNothingShown(speaker);
    case 'which':
      return sayWhich(speaker, countIn(present.asked.open?.act), aside.rank);
    case 'sorry':
      return saySorry(speaker);
    case 'english':
      return sayEnglish(speaker);
    case 'help':
      return sayHelp(speaker, scene);
    case 'count':
      return sayHowMany(speaker, scene, aside.wish);
    case 'about': {
      if (aside.rank !== undefined && aside.rank > present.asked.shown.length) return sayWhich(speaker, 0, aside.rank);
      return sayAbout(speaker, scene, aside.attribute, aside.values, askedAbout(present, aside.rank));
    }
    case 'unclear':
      return present.folded.understood.length > 0
        ? isOrdinary(aside.words)
          ? ''
          : sayPartlyUnclear(speaker, aside.words)
        : sayUnclear(speaker, scene, aside.words, aside.nearest);
  }
}

/**
 * Which items a question is about: the one ranked; those shown, when it points at them, or when they are the topic and it
 * does not ask what there is; else none in particular.
 */
function askedAbout(present: Present, rank: number | undefined): readonly number[] {
  const { shown, open } = present.asked;
  const ranked = rank === undefined ? undefined : shown[rank - 1];
  if (ranked !== undefined) return [ranked];
  const said = present.folded.said;
  if (/\bthere\b|\byou have\b|\bin general\b|\bin all\b/i.test(said)) return [];
  return open?.act.kind === 'recommend' || /\b(?:it|its|this|they|these|those|them)\b/i.test(said) ? shown : [];
}
