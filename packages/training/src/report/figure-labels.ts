/**
 * Names and units of the experiment's figures, as the report writes them.
 * @module
 */

/** How a figure is written: in percent, or as a number. */
type FigureUnit = 'share' | 'number' | 'turns';

const LABELS: Readonly<Record<string, readonly [label: string, unit: FigureUnit]>> = {
  reward: ['reward R*', 'number'],
  success: ['success', 'share'],
  turns: ['user turns', 'turns'],
  regret: ['regret against the best play', 'number'],
  'asks@open': ['asks when something is open', 'share'],
  'asks@closed': ['asks when nothing is open', 'share'],
  'asks@unsure': ['asks the user who cannot answer', 'share'],
  'asks@pays': ['asks where that is best', 'share'],
  'asks@vain': ['asks where that is not best', 'share'],
  agreement: ['asks or not, as the best play does', 'share'],
  'balanced-agreement': ['the same, both halves counting alike', 'share'],
  'agreement@1': ['agrees with the best play for w = 1', 'share'],
  'agreement@2': ['agrees with the best play for w = 2', 'share'],
  'act-agreement': ['same first act as the best play', 'share'],
  abstains: ['says that it does not know', 'share'],
  'abstains@pays': ['the same where that is best', 'share'],
  'abstains@vain': ['the same where that is not best', 'share'],
  unclear: ['does none of the three', 'share'],
  'right-question': ['questions that are about what is open', 'share'],
  fits: ['recommendations that fit what was said', 'share'],
  wrong: ['wrong recommendations', 'number'],
  premature: ['recommends too early, in pieces', 'share'],
  'premature@fresh': ['the same, asked afresh', 'share'],
  'premature@ledger': ['the same, with a ledger', 'share'],
  'p@full': ['score, all in one request', 'share'],
  'p@concat': ['score, pieces put together', 'share'],
  'p@sharded': ['score, in pieces', 'share'],
  'p@fresh': ['score in pieces, asked afresh', 'share'],
  'p@ledger': ['score in pieces, with a ledger', 'share'],
  'recovered@fresh': ['share of the drop that asking afresh recovers', 'share'],
  'recovered@ledger': ['share of the drop that the ledger recovers', 'share'],
  brier: ['Brier score', 'number'],
  skill: ['skill score', 'number'],
  ece: ['calibration error, equal width', 'number'],
  calibration: ['calibration error, equal mass', 'number'],
  aurc: ['area under risk and coverage', 'number'],
  'selective@0.5': ['success of the surest half', 'share'],
  'selective@0.8': ['success of the surest four fifths', 'share'],
  'accuracy@easy': ['next-token accuracy, easy', 'share'],
  'accuracy@medium': ['next-token accuracy, medium', 'share'],
  'accuracy@hard': ['next-token accuracy, hard', 'share'],
  'thinking@easy': ['the same, thinking first, easy', 'share'],
  'thinking@medium': ['the same, thinking first, medium', 'share'],
  'thinking@hard': ['the same, thinking first, hard', 'share'],
};

/** "asks when something is open"; a name that is not known stands for itself. */
export function figureLabel(name: string): string {
  const [own, greedy] = name.split('@greedy');
  const label = LABELS[own]?.[0] ?? own;
  return greedy === undefined ? label : `${label}, likeliest words`;
}

/** Its unit; a number unless known. */
export function figureUnit(name: string): FigureUnit {
  return LABELS[name.replace('@greedy', '')]?.[1] ?? 'number';
}

/** Names in the order of the list; others behind, by name. */
export function inOrder(names: readonly string[]): string[] {
  const all = Object.keys(LABELS);
  const rank = (name: string): number => {
    const at = all.indexOf(name.replace('@greedy', ''));
    return at < 0 ? all.length : at;
  };
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
