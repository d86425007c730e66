/**
 * A report in a frame that may do nothing; and the file, to keep or to send.
 * @module
 */
import './report-page.css';
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

/** The frame; `page` is the whole document. */
export function ReportPage({ id, page }: { id: string; page: string }) {
  const [theme] = useTheme();
  return (
    <section aria-label="Report" className="report-page">
      <p>
        <button className="button" onClick={() => save(id, page)} type="button">
          Save as one file
        </button>
      </p>
      <iframe sandbox="" srcDoc={inFrame(page, theme)} title={`Report of ${id}`} />
    </section>
  );
}
