/**
 * The report of one experiment.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { experimentReport } from '../api/training-client.ts';
import { ReportPage } from '../runs/report-page.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';

/** The page. */
export function ExperimentPage({ id }: { id: string }) {
  const report = useQuery({
    queryKey: ['experiment-report', id],
    queryFn: () => experimentReport(id),
    staleTime: 30_000,
  });
  return (
    <div className="training-page">
      <header className="training-page-head">
        <p className="small">
          <a href="#/training">Training</a>
        </p>
        <h1>{id}</h1>
      </header>
      {report.isPending && <p className="quiet">Writing the report …</p>}
      {report.error && <RefusalNote error={report.error} onRetry={() => report.refetch()} />}
      {report.data !== undefined && <ReportPage id={id} page={report.data} />}
    </div>
  );
}
