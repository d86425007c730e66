/**
 * The report of a run as `sente report` writes it.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { runReport } from '../api/run-client.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { ReportPage } from './report-page.tsx';

/** The report; made anew when another probe of the run is done. */
export function ReportFrame({ id, done }: { id: string; done: number }) {
  const report = useQuery({ queryKey: ['report', id, done], queryFn: () => runReport(id), staleTime: 30_000 });
  if (report.error) return <RefusalNote error={report.error} onRetry={() => report.refetch()} />;
  if (report.data === undefined) return <p className="quiet">Writing the report …</p>;
  return <ReportPage id={id} page={report.data} />;
}
