/**
 * Experiments that were run here, each with the way to its report.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { allExperiments } from '../api/training-client.ts';
import type { ListedExperiment } from '../api/training-types.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';

/** Milliseconds between looks: one may be run in a terminal meanwhile. */
const LOOK = 10_000;

/** The list, or how to get one. */
export function ExperimentList() {
  const list = useQuery({ queryKey: ['experiments'], queryFn: allExperiments, staleTime: 0, refetchInterval: LOOK });
  return (
    <section aria-labelledby="experiments" className="training-experiments">
      <h2 id="experiments">The experiment</h2>
      <p className="training-text">
        Where does passivity come from? The same small model, trained on by each objective from the same weights, and
        measured on the same requests.
      </p>
      {list.isPending && <p className="quiet">Looking …</p>}
      {list.error && <RefusalNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.experiments.length === 0 && (
        <p className="training-text">
          None has been run here yet. <code>sente train passivity --preset quick</code> takes three minutes; its report
          appears here.
        </p>
      )}
      {list.data !== undefined && list.data.experiments.length > 0 && (
        <ul>
          {list.data.experiments.map((one) => (
            <li key={one.id}>
              <a href={`#/training/${encodeURIComponent(one.id)}`}>{one.id}</a>
              <span className="quiet small number">{inWords(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function inWords({ finished, preset, seeds, models }: ListedExperiment): string {
  const when = new Date(finished).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  return `${preset} · ${count(models, 'model')} · ${count(seeds, 'seed')} · ${when}`;
}
