/**
 * The first items as they stand in the file.
 * @module
 */
import type { Preview, PreviewColumn } from '../api/types.ts';

/** A plain table; wide ones scroll inside their frame. */
export function SampleRows({ sample, columns }: { sample: Preview['sample']; columns: readonly PreviewColumn[] }) {
  const shown = columns.filter(({ key }) => sample.some((row) => Object.hasOwn(row, key)));
  return (
    <details className="samples">
      <summary>The first {sample.length} items</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section aria-label="The first items" className="samples-frame" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {shown.map(({ key }) => (
                <th key={key} scope="col">
                  {key}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and never move
              <tr key={at}>
                {shown.map(({ key }) => (
                  <td key={key}>{row[key]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
