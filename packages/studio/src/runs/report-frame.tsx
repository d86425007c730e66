/**
 * The report as `sente report` writes it, in a frame that may do nothing; and the file, to keep or to send.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { runReport } from '../api/run-client.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { useTheme } from '../shell/theme.ts';

/**
 * The page for a frame: with the studio's theme chosen in it, and with links that stay in it. A page in `srcdoc` takes
 * its base address from the studio, so `#ask` alone would lead there.
 */
function inFrame(page: string, theme: 'system' | 'light' | 'dark'): string {
  const own = page.replaceAll('href="#', 'href="about:srcdoc#');
  if (theme === 'system') return own;
  return own.replace('id="theme-system" checked', 'id="theme-system"').replace(`id="theme-${theme}"`, '$& checked');
}

function save(id: string, page: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  link.href = address;
  link.download = `sente-report-${id}.html`;
  link.click();
  // The browser has taken the file by the next turn of events.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The frame; made anew when another probe of the run is done. */
export function ReportFrame({ id, done }: { id: string; done: number }) {
  const [theme] = useTheme();
  const report = useQuery({ queryKey: ['report', id, done], queryFn: () => runReport(id), staleTime: 30_000 });
  if (report.error) return <RefusalNote error={report.error} onRetry={() => report.refetch()} />;
  if (report.data === undefined) return <p className="quiet">Writing the report …</p>;
  const page = report.data;
  return (
    <section aria-label="Report" className="runs-report">
      <p>
        <button className="button" onClick={() => save(id, page)} type="button">
          Save as one file
        </button>
      </p>
      <iframe sandbox="" srcDoc={inFrame(page, theme)} title={`Report of ${id}`} />
    </section>
  );
}
