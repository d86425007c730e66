/**
 * The Go stone: black has the initiative, white answers. A number on it is the move, as in a printed game record.
 * @module
 */
import './stone.css';
import type { Side } from '../api/types.ts';

/** Decoration: whatever it says is also said in words beside it. */
export function Stone({ side, move, size = 'm' }: { side: Side; move?: number; size?: 's' | 'm' | 'l' }) {
  return (
    <span aria-hidden="true" className={`stone ${side} ${size}`}>
      {move}
    </span>
  );
}
