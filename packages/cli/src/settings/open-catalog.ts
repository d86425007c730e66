/**
 * The catalogue that a command works with: a file of the user's, or the one that ships with Sente.
 * @module
 */
import { builtinCatalog, type Catalog, CatalogError, loadCatalog } from '@sente/catalog';
import { UsageError } from '../failure.ts';
import { userPath } from './user-path.ts';

/** A catalogue and where it came from. */
interface OpenedCatalog {
  readonly catalog: Catalog;
  readonly source: 'built-in' | 'file';
}

/** Loads `file`, or the built-in catalogue. Throws UsageError with file, line and column as the user wrote the file. */
export async function openCatalog(file: string | undefined): Promise<OpenedCatalog> {
  if (file === undefined) return { catalog: await builtinCatalog(), source: 'built-in' };
  const path = userPath(file);
  try {
    return { catalog: await loadCatalog(path), source: 'file' };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    throw new UsageError(error.message.replaceAll(path, file), { cause: error });
  }
}
