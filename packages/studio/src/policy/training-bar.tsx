/**
 * How far a training is: words and a bar. It is not read out at every step; its end is, by `TrainingNews`.
 * @module
 */
import './training-bar.css';
import type { PolicyStatus } from '../api/policy-types.ts';
import { trainingInWords } from './policy-words.ts';

/** Nothing while nothing is trained. */
export function TrainingBar({ status }: { status: PolicyStatus }) {
  const { training } = status;
  if (training === null) return null;
  return (
    <div className="training-bar">
      <p className="number">
        {trainingInWords(training, status)}
        <span className="quiet small">
          {' '}
          iteration {training.iteration} of {training.of}
        </span>
      </p>
      <progress aria-label="Training" max={1} value={training.share} />
    </div>
  );
}
