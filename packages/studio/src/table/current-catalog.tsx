/**
 * The catalogue in use: its attributes, and the way back to the one the studio was started with.
 * @module
 */
import './current-catalog.css';
import type { CatalogSummary } from '../api/types.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';

const SOURCES: Readonly<Record<CatalogSummary['source'], string>> = {
  'built-in': 'made for Sente',
  file: 'the file this studio was started with',
  upload: 'your table',
};

type Attribute = CatalogSummary['attributes'][number];

/** "12 values: Acer, Lenovo, HP, …" */
function describe(attribute: Attribute): string {
  const first = attribute.values.slice(0, 4).map(({ value }) => value);
  const more = attribute.distinct > first.length ? ', …' : '';
  return `${first.join(', ')}${more}`;
}

/** Name, size, attributes. */
export function CurrentCatalog({
  catalog,
  busy,
  error,
  onLeave,
}: {
  catalog: CatalogSummary;
  busy: boolean;
  error: Error | null;
  onLeave: () => void;
}) {
  return (
    <section aria-labelledby="current-catalog" className="current">
      <p className="small quiet">In use now: {SOURCES[catalog.source]}</p>
      <h2 id="current-catalog">{catalog.name}</h2>
      <p className="number">
        {catalog.size.toLocaleString('en')} {catalog.size === 1 ? catalog.noun.one : catalog.noun.many},{' '}
        {catalog.attributes.length} attributes
      </p>
      <ul className="current-attributes small">
        {catalog.attributes.map((attribute) => (
          <li key={attribute.attribute}>
            <span className="current-label">
              {attribute.label}
              {attribute.unit !== null && <span className="quiet"> ({attribute.unit})</span>}
              {!attribute.askable && <span className="quiet"> never asked</span>}
            </span>
            <span className="quiet current-values">{describe(attribute)}</span>
          </li>
        ))}
      </ul>
      {catalog.source === 'upload' && (
        <button className="button" disabled={busy} onClick={onLeave} type="button">
          Back to the first catalogue
        </button>
      )}
      {error && <RefusalNote error={error} onRetry={onLeave} />}
    </section>
  );
}
