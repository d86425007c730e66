/**
 * A recommended item. Everything on it comes from a table: text, and links only where they are links to the web.
 * @module
 */
import './item-card.css';
import type { ShownItem } from '../api/types.ts';
import { percent } from '../shell/percent.ts';
import { webAddress } from './web-address.ts';

/** How many facts are seen before the rest is asked for. */
const FACTS_AT_ONCE = 4;

function Facts({ facts, brief = false }: { facts: ShownItem['facts']; brief?: boolean }) {
  return (
    <dl className={brief ? 'item-facts brief small' : 'item-facts small'}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="quiet">{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Name, chance, reasons, and facts; `rank` is what "the second one" counts. */
export function ItemCard({ item, rank }: { item: ShownItem; rank: number }) {
  const address = webAddress(item.link);
  const more = item.facts.slice(FACTS_AT_ONCE);
  return (
    <li className="item">
      <div className="item-head">
        <h3>
          <span className="item-rank number">{rank}</span>
          {address === undefined ? (
            item.name
          ) : (
            <a href={address} rel="noopener noreferrer" target="_blank">
              {item.name}
            </a>
          )}
        </h3>
        <span className="item-chance small number quiet">{percent(item.probability)}</span>
      </div>
      {item.reasons.length > 0 && (
        <ul aria-label="Why this one" className="item-reasons small">
          {item.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Facts brief facts={item.facts.slice(0, FACTS_AT_ONCE)} />
      {(more.length > 0 || item.description !== undefined) && (
        <details className="item-more small">
          <summary>More about it</summary>
          {item.description !== undefined && <p>{item.description}</p>}
          <Facts facts={more} />
        </details>
      )}
    </li>
  );
}
