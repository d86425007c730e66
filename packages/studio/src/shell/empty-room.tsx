/**
 * A room that has nothing to show yet: why, and what fills it.
 * @module
 */
import './empty-room.css';
import type { ReactNode } from 'react';
import { Board } from '../brand/board.tsx';
import { Stone } from '../brand/stone.tsx';

/** The block: a heading, and below it whatever is given. */
export function EmptyRoom({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="empty-room">
      <Board>
        <Stone side="passive" size="l" />
      </Board>
      <div>
        <h2>{heading}</h2>
        {children}
      </div>
    </div>
  );
}
