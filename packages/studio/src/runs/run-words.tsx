/**
 * A run in words: what it measures, and how far it has come.
 * @module
 */
import type { ListedRun } from '../api/run-types.ts';
import { Stone } from '../brand/stone.tsx';

/** "27 Nov 2026, 08:30". */
export function whenStarted({ started }: ListedRun): string {
  return new Date(started).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** "hold, ask; llama3". */
export function whatMeasured({ probes, model }: ListedRun): string {
  const names = probes.length === 0 ? 'nothing yet' : probes.join(', ');
  return model === undefined ? names : `${names}; ${model}`;
}

const WORDS: Readonly<Record<ListedRun['status'], string>> = { running: 'going on', stopped: 'stopped', done: 'done' };

/** Status with a stone: black when it is done, white while it is not. */
export function RunState({ run }: { run: ListedRun }) {
  const { status, done, probes, conversations } = run;
  return (
    <span className="runs-state">
      <Stone side={status === 'done' ? 'initiative' : 'passive'} size="s" />
      <span>
        {WORDS[status]}
        {status !== 'done' && probes.length > 0 && (
          <span className="quiet number">
            {' '}
            · {done} of {probes.length} {probes.length === 1 ? 'probe' : 'probes'}
          </span>
        )}
        <span className="quiet number">
          {' '}
          · {conversations.toLocaleString('en')} {conversations === 1 ? 'conversation' : 'conversations'}
        </span>
      </span>
    </span>
  );
}
