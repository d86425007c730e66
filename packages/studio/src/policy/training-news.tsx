/**
 * Says that a training is over to those who do not see the bar, in whichever room they are.
 * @module
 */
import { useState } from 'react';
import type { PolicyStatus } from '../api/policy-types.ts';
import { trainingIsOver } from './policy-words.ts';

/** Heard, not seen. A training that ends with its table is no news. */
export function TrainingNews({ status }: { status: PolicyStatus | undefined }) {
  const [seen, setSeen] = useState(status);
  const [news, setNews] = useState('');
  if (status !== seen) {
    setSeen(status);
    const isOver = seen?.training && status?.training === null;
    setNews(isOver ? trainingIsOver(status) : '');
  }
  return (
    <p aria-live="polite" className="unseen">
      {news}
    </p>
  );
}
