/**
 * One column of an uploaded table, with what can be corrected.
 * @module
 */
import type { ColumnType, Correction, PreviewColumn } from '../api/types.ts';
import { isAttribute } from './corrections.ts';

const TYPES: readonly { readonly id: ColumnType; readonly name: string }[] = [
  { id: 'category', name: 'category' },
  { id: 'list', name: 'list of values' },
  { id: 'number', name: 'number' },
  { id: 'boolean', name: 'yes or no' },
  { id: 'name', name: 'name' },
  { id: 'id', name: 'id' },
  { id: 'text', name: 'text' },
  { id: 'link', name: 'link' },
  { id: 'image', name: 'picture' },
  { id: 'popularity', name: 'popularity' },
  { id: 'ignore', name: 'leave out' },
];

/** How many items have no value, and how many one that is no number, in words. */
function missing({ empty, unread }: PreviewColumn): string {
  const parts = [
    empty > 0 && empty.toLocaleString('en'),
    unread > 0 && `${unread.toLocaleString('en')} not a number`,
  ].filter((part) => part !== false);
  return parts.join(', ') || 'none';
}

/** A field that keeps its words to itself until it is left. */
function Field({ label, value, onKeep }: { label: string; value: string; onKeep: (value: string) => void }) {
  return (
    <input
      aria-label={label}
      defaultValue={value}
      key={value}
      onBlur={(event) => event.target.value !== value && onKeep(event.target.value)}
      type="text"
    />
  );
}

/** A row of the columns table; on narrow screens a card. */
export function ColumnRow({
  column,
  onCorrect,
}: {
  column: PreviewColumn;
  onCorrect: (key: string, correction: Correction) => void;
}) {
  const { key } = column;
  const matters = isAttribute(column);
  const number = column.type === 'number';
  return (
    <tr className={matters ? 'column' : 'column describes'}>
      <th scope="row">
        {key}
        <span className="column-why quiet">{column.why}</span>
      </th>
      <td data-head="Type">
        <select
          aria-label={`Type of ${key}`}
          onChange={(event) => onCorrect(key, { type: event.target.value as ColumnType })}
          value={column.type}
        >
          {TYPES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td data-head="Called">
        {matters && (
          <Field label={`What ${key} is called`} onKeep={(label) => onCorrect(key, { label })} value={column.label} />
        )}
      </td>
      <td data-head="Unit">
        {number && (
          <Field label={`Unit of ${key}`} onKeep={(unit) => onCorrect(key, { unit })} value={column.unit ?? ''} />
        )}
      </td>
      <td data-head="Role">
        {number && (
          <select
            aria-label={`Role of ${key}`}
            onChange={(event) => onCorrect(key, { role: (event.target.value || null) as PreviewColumn['role'] })}
            value={column.role ?? ''}
          >
            <option value="">none</option>
            <option value="price">price</option>
            <option value="stock">stock</option>
          </select>
        )}
      </td>
      <td data-head="Ask">
        {matters && (
          <input
            aria-label={`Ask about ${key}`}
            checked={column.askable}
            onChange={(event) => onCorrect(key, { askable: event.target.checked })}
            type="checkbox"
          />
        )}
      </td>
      <td className="number" data-head="Distinct">
        {column.distinct.toLocaleString('en')}
      </td>
      <td className="number" data-head="Missing">
        {missing(column)}
      </td>
      <td className="column-samples" data-head="Samples">
        {column.examples.map((example) => (
          <span key={example}>{example}</span>
        ))}
      </td>
    </tr>
  );
}
