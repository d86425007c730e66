/**
 * The frame of one side's turn: its stone, what it did in a verb, and the short replies to tap.
 * @module
 */
import './reply-view.css';
import type { ReactNode } from 'react';
import type { Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';

const NAMES: Readonly<Record<Side, string>> = { passive: 'Passive', initiative: 'With initiative' };

/** The frame around `children`; `verb` stands in the small line above the words. */
export function ReplyFrame({
  side,
  move,
  act,
  verb,
  children,
}: {
  side: Side;
  move: number;
  act: string;
  verb: string;
  children: ReactNode;
}) {
  return (
    <div className={`reply ${side}`} data-act={act}>
      <Stone move={move} side={side} />
      <div className="reply-body">
        <p className="reply-act small quiet">
          <span className="unseen">
            {NAMES[side]}, move {move}:{' '}
          </span>
          {verb}
        </p>
        {children}
      </div>
    </div>
  );
}

/** Short replies to tap; nothing when there are none. */
export function ReplyChoices({
  side,
  choices,
  onTap,
}: {
  side: Side;
  choices: readonly string[];
  onTap: (words: string) => void;
}) {
  if (choices.length === 0) return null;
  return (
    <ul aria-label={`Short replies to ${NAMES[side].toLowerCase()}`} className="reply-choices">
      {choices.map((choice) => (
        <li key={choice}>
          <button className="chip" onClick={() => onTap(choice)} type="button">
            {choice}
          </button>
        </li>
      ))}
    </ul>
  );
}
