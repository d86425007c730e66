/**
 * Table: what is talked about now, and how to talk about a table of one's own.
 * @module
 */
import './table-room.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dropTable, previewFile } from '../api/client.ts';
import type { PolicyStatus } from '../api/policy-types.ts';
import type { CatalogSummary, Preview } from '../api/types.ts';
import { PolicyCard } from '../policy/policy-card.tsx';
import { POLICY } from '../policy/use-policy.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { enter } from '../shell/room.ts';
import { CurrentCatalog } from './current-catalog.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportPage } from './import-page.tsx';

/** The room. `onChanged` is told when another catalogue is in use, `upload` if it is one's own: every conversation has ended then. */
export function TableRoom({
  catalog,
  policy,
  onChanged,
}: {
  catalog: CatalogSummary;
  policy: PolicyStatus | undefined;
  onChanged: (source: CatalogSummary['source']) => void;
}) {
  const queries = useQueryClient();
  const [preview, setPreview] = useState<Preview>();
  const changed = (now: CatalogSummary) => {
    queries.setQueryData(['catalog'], now);
    queries.invalidateQueries({ queryKey: ['wishes'] });
    // What was known is about another table.
    queries.resetQueries({ queryKey: POLICY });
    onChanged(now.source);
  };
  const reading = useMutation({ mutationFn: previewFile, onSuccess: setPreview });
  const leaving = useMutation({ mutationFn: dropTable, onSuccess: changed });
  if (preview) {
    return (
      <ImportPage
        key={preview.upload}
        onCancel={() => setPreview(undefined)}
        onUsed={(now) => {
          changed(now);
          enter('talk');
        }}
        preview={preview}
      />
    );
  }
  return (
    <div className="table-room">
      <section className="table-load">
        <h1>Talk about your own table</h1>
        <p className="table-lead">
          One row an item, one column an attribute. Nothing leaves this machine, and nothing changes until you say so.
        </p>
        <DropZone busy={reading.isPending} onFile={(file) => reading.mutate(file)} />
        {reading.error && (
          <RefusalNote error={reading.error}>
            <p className="small quiet">Nothing was loaded: {catalog.name} is still in use.</p>
          </RefusalNote>
        )}
        <PolicyCard status={policy} />
      </section>
      <CurrentCatalog
        busy={leaving.isPending}
        catalog={catalog}
        error={leaving.error}
        onLeave={() => leaving.mutate()}
      />
    </div>
  );
}
