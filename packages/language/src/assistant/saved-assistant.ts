/**
 * A conversation on disk.
 * @module
 */
import type { RestraintRules } from '@sente/engine';
import type { ModelMessage } from 'ai';
import type { Session } from '../session/session.ts';

/**
 * A conversation as plain JSON. **Secret**: the session holds the vault, that is, what the assistant has privately
 * decided; whoever can read this can read the reserve price. Keep it where the user cannot see it.
 */
export interface SavedAssistant {
  readonly version: 1;
  readonly messages: readonly ModelMessage[];
  readonly session: Session;
  /** Limits as they were last set. */
  readonly restraint?: RestraintRules;
  readonly silence: Silence;
}

/** How long nothing was said. */
export interface Silence {
  /** When something was said last, or the conversation began; in milliseconds since 1970. */
  readonly since: number;
  /** Times since then that the agenda was looked into and nothing said. */
  readonly tries: number;
}

/** What was to be restored is no saved assistant, or of another version. */
export class SavedAssistantError extends Error {
  override readonly name = 'SavedAssistantError';

  constructor(what: string) {
    super(`This cannot be restored: ${what}. Pass what \`assistant.save()\` gave, parsed from JSON.`);
  }
}

/** The same, if it has the form of a saved assistant. Throws SavedAssistantError. */
export function checkSaved(saved: SavedAssistant): SavedAssistant {
  if (typeof saved !== 'object' || saved === null) throw new SavedAssistantError('it is no object');
  if (saved.version !== 1)
    throw new SavedAssistantError(`its version is ${String(saved.version)}, and 1 is known here`);
  if (!Array.isArray(saved.messages)) throw new SavedAssistantError('it has no list of messages');
  if (saved.session?.version !== 1) throw new SavedAssistantError('it has no session of version 1');
  const { since, tries } = saved.silence ?? {};
  if (!Number.isFinite(since) || !Number.isFinite(tries)) throw new SavedAssistantError('it has no silence');
  return saved;
}
