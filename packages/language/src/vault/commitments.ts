/**
 * Writing into the vault, and releasing from it. What was written first stands: a second write of the same id, or about
 * the same thing while the first is still secret, changes nothing. That is what makes the assistant keep its word.
 * @module
 */
import { plainWords } from '../read/plain-words.ts';
import type { Commitment, Vault } from './vault.ts';

/** Commitments that a vault holds at most. */
export const MOST_COMMITMENTS = 20;

/** Characters of a commitment's value, at most. */
export const LONGEST_VALUE = 2000;

/** The vault holds as many secrets as it may. */
export class VaultFullError extends Error {
  constructor() {
    super(
      `The vault holds ${MOST_COMMITMENTS} commitments that are still secret, which is all it may: release or remove one first.`,
    );
    this.name = 'VaultFullError';
  }
}

/** A commitment that says nothing, or too much. */
export class CommitmentValueError extends Error {
  constructor(about: string, length: number) {
    super(
      length === 0
        ? `The commitment about "${about}" has no value: say what was decided.`
        : `The commitment about "${about}" is ${length} characters long; at most ${LONGEST_VALUE} are kept. Shorten it to what must be kept to.`,
    );
    this.name = 'CommitmentValueError';
  }
}

/** The vault has no commitment of this id. */
export class UnknownCommitmentError extends Error {
  readonly id: string;

  constructor(id: string, vault: Vault) {
    const ids = vault.commitments.map((one) => one.id).join(', ');
    super(
      `The vault has no commitment "${id}". ${ids === '' ? 'It is empty: commit to something first.' : `Its ids: ${ids}.`}`,
    );
    this.name = 'UnknownCommitmentError';
    this.id = id;
  }
}

function checked(about: string, value: string): string {
  const kept = value.trim();
  if (kept === '' || kept.length > LONGEST_VALUE) throw new CommitmentValueError(about, kept.length);
  return kept;
}

/**
 * The vault with a commitment. Without an id it gets the next of `v1`, `v2`, …. A full vault forgets what was released
 * first, oldest first: that is in the open anyway.
 *
 * Throws VaultFullError when all that it holds is secret still, and CommitmentValueError for a value that is empty or
 * longer than LONGEST_VALUE.
 */
export function writeCommitment(
  vault: Vault,
  commitment: { readonly id?: string; readonly about: string; readonly value: string; readonly turn: number },
): Vault {
  const { about, turn } = commitment;
  const value = checked(about, commitment.value);
  const stands = (one: Commitment): boolean =>
    commitment.id === undefined
      ? !one.isReleased && plainWords(one.about) === plainWords(about)
      : one.id === commitment.id;
  if (vault.commitments.some(stands)) return vault;
  let kept = vault.commitments;
  if (kept.length >= MOST_COMMITMENTS) {
    const oldest = kept.find((one) => one.isReleased);
    if (!oldest) throw new VaultFullError();
    kept = kept.filter((one) => one !== oldest);
  }
  const numbers = vault.commitments.map((one) => Number(/^v(\d+)$/u.exec(one.id)?.[1] ?? 0));
  const id = commitment.id ?? `v${Math.max(0, ...numbers) + 1}`;
  return { commitments: [...kept, { id, about, value, isReleased: false, turn }] };
}

/** The vault with what the host decided beforehand. Throws as writeCommitment does. */
export function seedVault(vault: Vault, seeds: readonly Pick<Commitment, 'id' | 'about' | 'value'>[]): Vault {
  return seeds.reduce((now, { id, about, value }) => writeCommitment(now, { id, about, value, turn: -1 }), vault);
}

/** From now on the commitment may be said openly. An id that does not exist is passed over. */
export function release(vault: Vault, id: string): Vault {
  if (!vault.commitments.some((one) => one.id === id && !one.isReleased)) return vault;
  return { commitments: vault.commitments.map((one) => (one.id === id ? { ...one, isReleased: true } : one)) };
}

/** An edit of the vault by the host program. */
export type VaultEdit =
  | { readonly do: 'commit'; readonly id: string; readonly about: string; readonly value: string }
  | { readonly do: 'change'; readonly id: string; readonly value: string }
  | { readonly do: 'release' | 'remove'; readonly id: string };

/**
 * The vault after an edit by the host, who alone can change or remove what was written. Throws UnknownCommitmentError
 * for an id that does not exist, and as writeCommitment does.
 */
export function editVault(vault: Vault, edit: VaultEdit): Vault {
  if (edit.do === 'commit') return seedVault(vault, [edit]);
  const known = vault.commitments.find((one) => one.id === edit.id);
  if (!known) throw new UnknownCommitmentError(edit.id, vault);
  if (edit.do === 'change') {
    const value = checked(known.about, edit.value);
    return { commitments: vault.commitments.map((one) => (one === known ? { ...one, value } : one)) };
  }
  if (edit.do === 'release') return release(vault, edit.id);
  return { commitments: vault.commitments.filter((one) => one !== known) };
}
