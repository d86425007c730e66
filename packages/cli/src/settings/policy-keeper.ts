/**
 * Keeps the policies that a server trains as files: beside the table that they are for, and for uploads, which lie nowhere, in
 * `policies` beside the runs.
 * @module
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@sente/catalog';
import type { PolicyKeeper, ServedTable } from '@sente/server';
import { hasPolicy, loadPolicy, policyPlace, savePolicy } from './policy-files.ts';

/** Where things are. */
interface KeeperPlaces {
  /** The table that the server starts with, absolute; undefined: the built-in one. */
  readonly catalog: string | undefined;
  /** Folder of the runs, absolute. */
  readonly runs: string;
  /** What tells one upload from another, as part of a file's name. */
  fingerprint(catalog: Catalog): string;
}

/** Makes it. */
export function policyKeeper({ catalog, runs, fingerprint }: KeeperPlaces): PolicyKeeper {
  const placeOf = ({ source, catalog: served }: ServedTable): string => {
    if (source !== 'upload') return policyPlace(catalog === undefined ? {} : { catalog }, runs);
    // What a table is called may change, and a download gets a number; what is in it tells.
    const ending = `-${fingerprint(served)}`;
    const folder = join(runs, 'policies');
    const kept = existsSync(folder) && readdirSync(folder).find((file) => file.endsWith(`${ending}.json`));
    return join(folder, kept ? kept.slice(0, -'.json'.length) : `${fileName(served.name)}${ending}`);
  };
  return {
    find(table) {
      const place = placeOf(table);
      return hasPolicy(place) ? loadPolicy(place) : undefined;
    },
    keep(table, policy) {
      const place = placeOf(table);
      savePolicy(place, policy);
      return `${place}.json`;
    },
  };
}

/** A name that any file system takes, like the one that was given. */
function fileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '');
  return [...plain].slice(0, 40).join('') || 'table';
}
