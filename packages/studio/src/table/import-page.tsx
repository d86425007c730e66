/**
 * The import page: every column as inferred, to be looked over and corrected before the table is used.
 * @module
 */
import './import-page.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { previewCorrected, takeTable } from '../api/client.ts';
import type { CatalogSummary, Correction, Corrections, Preview } from '../api/types.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { ColumnRow } from './column-row.tsx';
import { correct, corrected, isAttribute } from './corrections.ts';
import { SampleRows } from './sample-rows.tsx';

/** The page for one upload. */
export function ImportPage({
  preview,
  onCancel,
  onUsed,
}: {
  preview: Preview;
  onCancel: () => void;
  onUsed: (catalog: CatalogSummary) => void;
}) {
  const [corrections, setCorrections] = useState<Corrections>({});
  const [noun, setNoun] = useState({ one: '', many: '' });
  const checking = useMutation({ mutationFn: (columns: Corrections) => previewCorrected(preview.upload, columns) });
  const using = useMutation({ mutationFn: takeTable, onSuccess: onUsed });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  const inferred = (checking.data ?? preview).columns;
  const columns = inferred.map((column) => corrected(column, corrections));
  const asked = columns.filter((column) => isAttribute(column) && column.askable).length;

  const onCorrect = (key: string, correction: Correction) => {
    const next = correct(corrections, key, correction);
    setCorrections(next);
    using.reset();
    if (correction.type !== undefined || correction.role !== undefined) checking.mutate(next);
  };
  const use = () =>
    using.mutate({
      upload: preview.upload,
      columns: corrections,
      noun: noun.one.trim() !== '' && noun.many.trim() !== '' ? noun : undefined,
    });
  const error = using.error ?? checking.error;
  return (
    <div className="import">
      <header className="import-head">
        <div>
          <p className="small quiet">Look it over, correct what is wrong</p>
          <h1 ref={title} tabIndex={-1}>
            {preview.name}
          </h1>
          <p className="number">
            {preview.size.toLocaleString('en')} items, {columns.length} columns, {asked} to ask about
          </p>
        </div>
        <fieldset className="import-noun">
          <legend className="small quiet">What are they called?</legend>
          <label>
            <span className="unseen">One of them</span>
            <input
              onChange={(event) => setNoun({ ...noun, one: event.target.value })}
              placeholder="one: bike"
              value={noun.one}
            />
          </label>
          <label>
            <span className="unseen">Several of them</span>
            <input
              onChange={(event) => setNoun({ ...noun, many: event.target.value })}
              placeholder="many: bikes"
              value={noun.many}
            />
          </label>
        </fieldset>
      </header>
      <div className="columns-frame">
        <table aria-label="Columns" className="columns">
          <thead className="columns-heads">
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Type</th>
              <th scope="col">Called</th>
              <th scope="col">Unit</th>
              <th scope="col">Role</th>
              <th scope="col">Ask</th>
              <th scope="col">Distinct</th>
              <th scope="col">Missing</th>
              <th scope="col">Samples</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow column={column} key={column.key} onCorrect={onCorrect} />
            ))}
          </tbody>
        </table>
      </div>
      <SampleRows columns={columns} sample={(checking.data ?? preview).sample} />
      <footer className="import-foot">
        {error && <RefusalNote error={error} />}
        <div className="import-ways">
          <button className="button firm" disabled={using.isPending} onClick={use} type="button">
            {using.isPending ? 'Setting up …' : 'Use this table'}
          </button>
          <button className="button" onClick={onCancel} type="button">
            Choose another file
          </button>
          <p className="small quiet" role="status">
            {checking.isPending ? 'Reading it again with your corrections …' : 'Conversations start over with it.'}
          </p>
        </div>
      </footer>
    </div>
  );
}
