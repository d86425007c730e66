/**
 * Who decides, what was learned and how a training goes, in words.
 * @module
 */
import type { LearnedCard, PolicyName, PolicyStatus } from '../api/policy-types.ts';
import { percent } from '../shell/percent.ts';

const NAMES: Readonly<Record<PolicyName, string>> = { planned: 'planning', learned: 'the learned policy' };

/** "planning" or "the learned policy", of conversations that begin now. */
export function whoDecides({ serving }: PolicyStatus): string {
  return NAMES[serving];
}

/** "; R* 1.02 with exact answers, planning 1.03", or nothing if the card has no such figures. */
function figuresOf({ figures }: LearnedCard): string {
  const { 'learned@exact': learned, 'planned@exact': planned } = figures;
  if (learned === undefined) return '';
  const beside = planned === undefined ? '' : `, planning\u00a0${planned.toFixed(2)}`;
  return `; R*\u00a0${learned.toFixed(2)} with exact answers${beside}`;
}

/** What the policy at hand was trained on, and how good it is there. */
export function learnedInWords(card: LearnedCard): string {
  const { states, whole } = card;
  const turns = `${states.toLocaleString('en')} turns`;
  const figures = figuresOf(card);
  if (card.origin === 'own') {
    // Whether it was stopped there or was no better later on: these turns are all that is in it.
    const isPart = whole !== null && states < whole;
    const part = isPart ? `the first ${states.toLocaleString('en')} of ${whole.toLocaleString('en')} turns` : turns;
    return `Learned from this table: ${part}${figures}.`;
  }
  const elsewhere = `${turns} on ${card.items.toLocaleString('en')} items`;
  if (card.origin === 'shipped') {
    return `Not learned from this table: the policy that ships was trained on a generated catalogue, ${elsewhere}${figures}.`;
  }
  return `Not learned from this table: it comes from a file, “${card.name}”, ${elsewhere}${figures}.`;
}

/** What R* is, for who reads it in `learnedInWords`; nothing where the card has no such figure. */
export function worthInWords({ figures }: LearnedCard): string | undefined {
  if (figures['learned@exact'] === undefined) return undefined;
  return 'R*: what a conversation is worth: whether the right one was found, how soon, and how high on the list. More is better.';
}

/** "Training: 41 % · planning decides meanwhile" */
export function trainingInWords(training: NonNullable<PolicyStatus['training']>, status: PolicyStatus): string {
  return `Training: ${percent(training.share)} · ${whoDecides(status)} decides meanwhile`;
}

/** What is said when a training is over, whether it came to its end or was stopped. */
export function trainingIsOver(status: PolicyStatus): string {
  const { ended, problem } = status;
  const stopped = ended === 'stopped' ? 'The training was stopped.' : undefined;
  // Whoever stopped it hears that it was, and what was held back while it went on.
  const said = problem === null ? [stopped ?? 'The training is over.'] : [stopped, problem];
  return [...said, newConversations(status)].filter((one) => one !== undefined).join(' ');
}

/** "New conversations are decided by the learned policy." */
export function newConversations(status: PolicyStatus): string {
  return `New conversations are decided by ${whoDecides(status)}.`;
}
