/**
 * A small board: five lines by five, with something on the middle point.
 * @module
 */
import './board.css';
import type { ReactNode } from 'react';

/** Decoration. */
export function Board({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="board">
      {children}
    </span>
  );
}
