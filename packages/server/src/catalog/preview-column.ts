/**
 * One column as its owner sees it.
 * @module
 */
import type { InferredColumn } from '@sente/catalog';
import type { ColumnPreview } from './catalog-schema.ts';

/** The catalogue's description of a column in the API's words. */
export function previewColumn(column: InferredColumn): ColumnPreview {
  const { header, label, type, unit = null, role = null, askable, distinct, missing, unread, samples } = column;
  return {
    key: header,
    label,
    type,
    unit,
    role,
    askable,
    distinct,
    empty: missing,
    unread,
    examples: samples,
    why: why(column),
  };
}

/** What was seen in the column that goes with its type. */
function why({ type, unit, distinct, missing }: InferredColumn): string {
  const different = `${distinct.toLocaleString('en')} different ${distinct === 1 ? 'value' : 'values'}`;
  const gaps = missing > 0 ? `, ${missing.toLocaleString('en')} empty` : '';
  if (type === 'number') return `numbers${unit ? ` in ${unit}` : ''}, ${different}${gaps}`;
  if (type === 'list') return `several values in a cell, ${different}${gaps}`;
  if (type === 'boolean') return `yes or no${gaps}`;
  if (type === 'category') return `${different}${gaps}`;
  if (type === 'text') return `words to read, not to choose from${gaps}`;
  if (type === 'popularity') return `how much each item is wanted${gaps}`;
  if (type === 'image' || type === 'link') return `addresses${gaps}`;
  return `${different}, tells items apart${gaps}`;
}
