/**
 * AmbiEnt: two sentences, either of which may be ambiguous, whether the second follows from the first, and the readings.
 *
 * Source: Liu et al. 2023, "We're Afraid Language Models Aren't Modeling Ambiguity", EMNLP, arXiv 2304.14399.
 * @module
 */
import { ProbeDataError } from '../../probe/probe.ts';
import { type DataRecord, flag, objects, words } from './records.ts';
import type { WordsCase } from './words-case.ts';

/** The labels in plain words, as the assistant is to say them. */
const VERDICTS: Readonly<Record<string, string>> = { entailment: 'true', contradiction: 'false', neutral: 'open' };

const INSTRUCTIONS =
  'People bring you two sentences, and want to know whether the second is true if the first is. Say “true” if it must be, “false” if it cannot be, and “open” if it may or may not be. When you give your verdict, end with that one word.';

/** Whether a first record is of this kind. */
export function looksLikeAmbient({ fields }: DataRecord): boolean {
  return 'premise' in fields && 'hypothesis' in fields && 'premise_ambiguous' in fields;
}

/** One record. @throws {ProbeDataError} */
export function ambientCase({ fields, where }: DataRecord): WordsCase {
  const isOpen = flag(fields, 'premise_ambiguous', where) || flag(fields, 'hypothesis_ambiguous', where);
  const [premise, hypothesis] = [words(fields, 'premise', where), words(fields, 'hypothesis', where)];
  const readings = objects(fields, 'disambiguations', where).map(({ fields: one }) => ({
    reply: replyFor(words(one, 'premise', where), words(one, 'hypothesis', where), premise, hypothesis),
    answers: [verdict(words(one, 'label', where), where)],
  }));
  const labels = words(fields, 'labels', where).split(/\s*,\s*/);
  return {
    kind: 'words',
    id: `ambient ${String(fields.id ?? where)}`,
    world: 'open',
    cell: isOpen ? 'open' : 'closed',
    set: 'AmbiEnt',
    instructions: INSTRUCTIONS,
    request: `First sentence: ${premise}\nSecond sentence: ${hypothesis}\nIs the second true if the first is?`,
    readings: isOpen && readings.length > 0 ? readings : [{ answers: labels.map((label) => verdict(label, where)) }],
    scoring: 'verdict',
  };
}

function verdict(label: string, where: string): string {
  const found = VERDICTS[label];
  if (found === undefined) {
    throw new ProbeDataError(where, `“${label}” is no label: entailment, contradiction and neutral are`);
  }
  return found;
}

function replyFor(premise: string, hypothesis: string, asWritten: string, secondAsWritten: string): string {
  const parts = [
    ...(premise !== asWritten ? [`by the first sentence I mean: ${premise}`] : []),
    ...(hypothesis !== secondAsWritten ? [`by the second I mean: ${hypothesis}`] : []),
  ];
  return parts.length > 0 ? `Read it like this: ${parts.join(' And ')}` : 'Read it just as it stands.';
}
