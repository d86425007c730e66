/**
 * What a person has corrected, kept apart from what was inferred.
 * @module
 */
import type { Correction, Corrections, PreviewColumn } from '../api/types.ts';

/** Adds a correction of one column to those before. */
export function correct(before: Corrections, key: string, correction: Correction): Corrections {
  return { ...before, [key]: { ...before[key], ...correction } };
}

/** The column as it will be. */
export function corrected(column: PreviewColumn, corrections: Corrections): PreviewColumn {
  const correction = Object.hasOwn(corrections, column.key) ? corrections[column.key] : {};
  return { ...column, ...correction, unit: correction.unit ?? column.unit };
}

/** A column that people can have wishes about; the others only describe. */
export function isAttribute(column: PreviewColumn): boolean {
  return ['category', 'list', 'number', 'boolean'].includes(column.type);
}
