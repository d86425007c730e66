/**
 * IN3: tasks for an assistant, vague or clear, with the details that a vague one leaves out.
 *
 * Source: Qian et al. 2024, "Tell Me More! Towards Implicit User Intention Understanding of Language Model Driven Agents",
 * ACL, arXiv 2402.09205.
 * @module
 */
import { ProbeDataError } from '../../probe/probe.ts';
import { type DataRecord, flag, objects, words } from './records.ts';
import type { MissingDetail, WordsCase } from './words-case.ts';

const INSTRUCTIONS =
  'You carry out tasks for people. You can search the web and write text and code; nothing that you find is shown to you here, so answer with the plan that you would carry out, in at most five short steps.';

/** Whether a first record is of this kind. */
export function looksLikeIn3({ fields }: DataRecord): boolean {
  return 'task' in fields && 'vague' in fields;
}

/** One record. @throws {ProbeDataError} */
export function in3Case({ fields, where }: DataRecord): WordsCase {
  const isOpen = flag(fields, 'vague', where);
  const missing = objects(fields, 'missing_details', where).map(({ fields: one }) => detail(one, where));
  return {
    kind: 'words',
    id: `in3 ${where.replace(/^.*, /, '')}`,
    world: 'open',
    cell: isOpen ? 'open' : 'closed',
    set: 'IN3',
    instructions: INSTRUCTIONS,
    request: words(fields, 'task', where),
    readings: [],
    ...(isOpen && { missing }),
  };
}

function detail(one: Readonly<Record<string, unknown>>, where: string): MissingDetail {
  const importance = Number(one.importance);
  if (![1, 2, 3].includes(importance)) throw new ProbeDataError(where, '“importance” must be 1, 2 or 3');
  const options = one.options ?? [];
  if (!Array.isArray(options)) throw new ProbeDataError(where, '“options” must be a list');
  return {
    description: words(one, 'description', where),
    importance,
    inquiry: typeof one.inquiry === 'string' ? one.inquiry : '',
    options: options.filter((option): option is string => typeof option === 'string'),
  };
}
