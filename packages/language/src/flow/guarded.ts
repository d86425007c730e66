/**
 * Guards a reply when there is something to guard: what the words of the second try are, and what is said when all
 * else fails.
 * @module
 */
import type { Transcript } from '../transcript/transcript.ts';
import { createLeakGuard } from '../vault/leak-guard.ts';
import type { Vault } from '../vault/vault.ts';
import { guardText } from './guard-text.ts';
import type { PartForm } from './part-form.ts';
import type { Source } from './source.ts';

/** Said in place of a reply that would give a secret away twice. */
export const SAFE_SENTENCE = 'I would rather keep that to myself for now.';

/** A guarded reply. */
export interface GuardedOptions<Part> {
  readonly form: PartForm<Part>;
  readonly vault: Vault;
  readonly transcript: Transcript;
  /** Writes the reply anew with a further note. */
  again?(note: string): Promise<Source<Part>>;
  readonly safe?: string;
  caught?(): void;
}

/** Whether anything must be kept private. */
export function keepsSecrets(vault: Vault): boolean {
  return vault.commitments.some(({ isReleased }) => !isReleased);
}

/** What the user has said themselves is no secret to them. */
export function saidByUser({ messages }: Transcript): string {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ text }) => text)
    .join('\n');
}

/** The source itself when there is nothing to keep private. */
export function guarded<Part>(source: Source<Part>, options: GuardedOptions<Part>): Source<Part> {
  const { form, vault, transcript, again, safe = SAFE_SENTENCE, caught } = options;
  if (!keepsSecrets(vault)) return source;
  const known = saidByUser(transcript);
  return guardText(source, {
    form,
    guard: () => createLeakGuard(vault, known),
    again: again && ((sent) => again(secondNote(sent))),
    safe,
    caught,
  });
}

/** What the model is told before its second try. */
function secondNote(sent: string): string {
  const note =
    'A first version of this reply gave away what is private, and was stopped. Write it so that what is private can ' +
    'neither be read in it nor be told from it: do not write it, spell it, abbreviate it, translate it or quote it.';
  if (sent.trim() === '') return note;
  return `${note} The user has already seen the following beginning; carry on right after it and do not repeat it:\n<beginning>\n${sent}\n</beginning>`;
}
