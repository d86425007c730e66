/**
 * Abg-CoQA: questions about a text in a conversation, some of them ambiguous, with what users answer when asked which
 * they mean and what is right then.
 *
 * Source: Guo, Zhang, Reddy & Alikhani 2021, "Abg-CoQA: Clarifying Ambiguity in Conversational Question Answering", AKBC.
 * @module
 */
import { DATA_RULE, dataBlock } from '@sente/language';
import { ProbeDataError } from '../../probe/probe.ts';
import { type DataRecord, isRecord, objects, words } from './records.ts';
import type { Reading, WordsCase } from './words-case.ts';

/** Whether a first record is of this kind. */
export function looksLikeAbgCoqa({ fields }: DataRecord): boolean {
  return typeof fields.story === 'string' && isRecord(fields.target_turn);
}

/** One record. @throws {ProbeDataError} */
export function abgCoqaCase({ fields, where }: DataRecord): WordsCase {
  const target = fields.target_turn;
  if (!isRecord(target)) throw new ProbeDataError(where, '“target_turn” must be an object');
  const ambiguity = words(fields, 'ambiguity', where);
  if (ambiguity !== 'ambiguous' && ambiguity !== 'non_ambiguous') {
    throw new ProbeDataError(where, `“ambiguity” must be “ambiguous” or “non_ambiguous”, not “${ambiguity}”`);
  }
  const isOpen = ambiguity === 'ambiguous';
  const history = objects(fields, 'history_turns', where).map(
    (turn) => `Question: ${words(turn.fields, 'question', where)}\nAnswer: ${words(turn.fields, 'answer', where)}`,
  );
  return {
    kind: 'words',
    id: `abg-coqa ${words(fields, 'id', where)}`,
    world: 'open',
    cell: isOpen ? 'open' : 'closed',
    set: 'Abg-CoQA',
    instructions: [
      'You answer a reader’s questions about a text. Answers are a few words long, and rest on the text alone; where the text does not tell, say “unknown”.',
      DATA_RULE,
      dataBlock('the text', words(fields, 'story', where)),
      ...(history.length > 0 ? [dataBlock('questions and answers so far', history.join('\n'))] : []),
    ].join('\n\n'),
    request: words(target, 'question', where),
    readings: isOpen ? clarified(fields, where) : [{ answers: [words(target, 'answer', where)] }],
    scoring: 'overlap',
  };
}

/**
 * The readings of an ambiguous question. Users' answers in the data are answers to one wording of the clarifying question
 * ("Yes."), and assistants find other wordings: so the user says what was asked in the data together with the answer.
 */
function clarified(fields: Readonly<Record<string, unknown>>, where: string): readonly Reading[] {
  const turn = fields.clarification_turn;
  if (!isRecord(turn)) throw new ProbeDataError(where, 'an ambiguous question needs a “clarification_turn”');
  const asked = words(turn, 'question', where);
  const answers = objects(turn, 'answers', where);
  if (answers.length === 0) throw new ProbeDataError(where, '“clarification_turn” has no “answers”');
  return answers.map(({ fields: answer }) => ({
    reply: `“${asked}” ${words(answer, 'clr_ans', where)}`,
    answers: Object.entries(answer).flatMap(([name, text]) =>
      name.startsWith('org_ans') && typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [],
    ),
  }));
}
