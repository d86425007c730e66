/**
 * Figures of a run, probe by probe as each gets its result.
 * @module
 */
import type { RunMetric, RunProbe, ShownRun, Standing } from '../api/run-types.ts';
import { rangeInWords, valueInWords } from './figure-words.ts';

const SIGNS: Readonly<Record<Standing, readonly [sign: string, words: string]>> = {
  ahead: ['▲', 'clearly ahead of it'],
  behind: ['▼', 'clearly behind it'],
  open: ['○', 'not told apart'],
  none: ['', ''],
};

/** The few figures that matter most; all that hold for the whole probe where none is named. */
function headlines({ metrics }: RunProbe): readonly RunMetric[] {
  const named = metrics.filter(({ isHeadline }) => isHeadline);
  return named.length > 0 ? named : metrics.filter(({ cell }) => cell === undefined);
}

function Cell({ metric, agent, focus }: { metric: RunMetric; agent: string; focus: string }) {
  const figure = metric.figures[agent];
  const standing = metric.comparisons.find(({ other }) => other === agent)?.standing ?? 'none';
  const [sign, words] = SIGNS[standing];
  if (figure === undefined) return <td className="quiet">–</td>;
  return (
    <td className={agent === focus ? 'runs-focus' : undefined}>
      <strong>{valueInWords(figure.mean, metric.unit)}</strong>{' '}
      <span className="quiet runs-range">{rangeInWords(figure, metric.unit)}</span>
      {sign !== '' && (
        <span className={`runs-standing ${standing}`} title={`${focus} is ${words}`}>
          {' '}
          {sign}
          <span className="unseen"> {words}</span>
        </span>
      )}
    </td>
  );
}

/** The table; a row for every probe that is still to come. */
export function LiveFigures({ run }: { run: ShownRun }) {
  const { agents, probes, focus, verdict } = run.report;
  const columns = agents.filter(({ isRule }) => !isRule).map(({ name }) => name);
  const waiting = run.probes.filter((name) => !probes.some((probe) => probe.name === name));
  return (
    <section aria-label="Figures" className="runs-figures">
      {probes.length > 0 && run.status !== 'running' && (
        <>
          <p className="runs-verdict">{verdict.sentences.join(' ')}</p>
          {verdict.rules !== undefined && <p className="runs-what">{verdict.rules}</p>}
        </>
      )}
      <div className="runs-wide">
        <table className="number">
          <caption className="small quiet">
            Means with 95% intervals over cases. ▲ {focus} is clearly ahead of this agent, ▼ clearly behind it, ○ not
            told apart.
          </caption>
          <thead>
            <tr>
              <th scope="col">Probe</th>
              <th scope="col">Figure</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {probes.map((probe) => (
            <tbody key={probe.name}>
              {headlines(probe).map((metric, at) => (
                <tr key={metric.name}>
                  {at === 0 && (
                    <th rowSpan={headlines(probe).length} scope="rowgroup">
                      {probe.name}
                    </th>
                  )}
                  <td className="runs-label">
                    {metric.label}
                    {metric.better !== 'neither' && (
                      <span className="quiet"> {metric.better === 'higher' ? '↑' : '↓'}</span>
                    )}
                  </td>
                  {columns.map((name) => (
                    <Cell agent={name} focus={focus} key={name} metric={metric} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
          {waiting.map((name) => (
            <tbody key={name}>
              <tr>
                <th scope="row">{name}</th>
                <td className="quiet" colSpan={columns.length + 1}>
                  {run.status === 'running' ? 'is still to come' : 'was not finished'}
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
