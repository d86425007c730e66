/**
 * Where a file is dropped, or chosen.
 * @module
 */
import './drop-zone.css';
import { type ChangeEvent, type DragEvent, useState } from 'react';
import { Board } from '../brand/board.tsx';
import { Stone } from '../brand/stone.tsx';

/** A drop target with a file field in it; `onFile` gets the first file. */
export function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const enter = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the file field inside is everyone's
    <div
      className={over ? 'drop over' : 'drop'}
      data-busy={busy}
      onDragLeave={() => setOver(false)}
      onDragOver={enter}
      onDrop={drop}
    >
      <Board>
        <span className="drop-place">
          <Stone side="initiative" size="l" />
        </span>
      </Board>
      <label>
        <span className="drop-words">
          <strong>{busy ? 'Reading …' : 'Drop a file here'}</strong>
          <span>
            or <u>choose one</u>
          </span>
          <span className="small drop-kinds">CSV with any delimiter, JSON, or JSONL; up to 64 MB</span>
        </span>
        <input
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.gz"
          aria-label="Choose a table"
          className="drop-field"
          disabled={busy}
          onChange={choose}
          type="file"
        />
      </label>
    </div>
  );
}
