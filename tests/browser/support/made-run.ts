/**
 * A small run, written as `sente measure` would: two probes, one after the other. All numbers are made.
 * @module
 */
import { openRunStore, type ProbeResult } from '@sente/lab';

/** What a visitor might type to break a page. */
export const MARKUP = '<img src=x onerror=window.pwned=1> under 600 €';

const figure = (mean: number) => ({ mean, low: mean - 0.05, high: mean + 0.05, n: 40 });

function result(probe: string, label: string, bare: number, sente: number): ProbeResult {
  const difference = sente - bare;
  return {
    run: probe,
    probe,
    seed: 1,
    cases: 3,
    seconds: 1,
    settings: {},
    agents: { bare: { main: figure(bare) }, sente: { main: figure(sente) } },
    users: { strangers: { leaks: figure(0) } },
    comparisons: [{ a: 'sente', b: 'bare', metric: 'main', difference, low: difference - 0.1, high: difference + 0.1 }],
    metrics: [{ name: 'main', label, better: 'higher', unit: 'share', isHeadline: true }],
  };
}

/** A run that goes on until it is told to go further. */
export interface MadeRun {
  /** The first probe gets its conversations and its result. */
  first(): void;
  /** The second one, and the run is done. */
  rest(): void;
}

/** Begins the run in `file`. */
export function beginMadeRun(file: string): MadeRun {
  const store = openRunStore(file);
  const versions = { hold: '1', ask: '1' };
  const run = store.create({
    id: 'made-1',
    started: Date.now(),
    version: 1,
    settings: { probes: [], seed: 1, versions },
  });
  const play = (probe: string): void => {
    for (const agent of ['bare', 'sente']) {
      for (const [at, id] of ['c1', 'c2', 'c3'].entries()) {
        run.finish({ probe, case: id, agent, repeat: 0 }, undefined, {
          figures: { main: at / 2 },
          loss: at / 2,
          turns: [
            { speaker: 'user', text: `${MARKUP} (${id})` },
            { speaker: 'assistant', text: 'By train, or by car?', act: 'ask', note: `about ${id}` },
          ],
        });
      }
    }
  };
  return {
    first() {
      play('hold');
      run.result(result('hold', 'score in pieces', 0.5, 0.9));
    },
    rest() {
      play('ask');
      run.result(result('ask', 'F1 of asking', 0.2, 0.8));
      run.close('done');
      store.close();
    },
  };
}
