/**
 * The head of a column: which checkpoint speaks there, to be chosen, and what it was trained for.
 * @module
 */
import '../talk/side-head.css';
import type { Checkpoint } from '../api/training-types.ts';
import type { Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { checkpointInWords, lessonOf } from './checkpoint-words.ts';

const LABELS: Readonly<Record<Side, string>> = {
  passive: 'Checkpoint on the left',
  initiative: 'Checkpoint on the right',
};

/** The choice, grouped by where the weights come from. */
export function CheckpointHead({
  side,
  all,
  chosen,
  onChoose,
}: {
  side: Side;
  all: readonly Checkpoint[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const origins = [...new Set(all.map(({ origin }) => origin))];
  const checkpoint = all.find(({ id }) => id === chosen);
  return (
    <div className={`side-head ${side}`}>
      <Stone side={side} size="l" />
      <div className="side-head-who training-who">
        <label className="unseen" htmlFor={`checkpoint-${side}`}>
          {LABELS[side]}
        </label>
        <select id={`checkpoint-${side}`} onChange={(event) => onChoose(event.target.value)} value={chosen}>
          {origins.map((origin) => (
            <optgroup key={origin} label={origin === 'shipped' ? 'Shipped with Sente' : origin}>
              {all
                .filter((one) => one.origin === origin)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {checkpointInWords(one)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <p className="quiet small">{checkpoint && lessonOf(checkpoint.kind)}</p>
      </div>
    </div>
  );
}
