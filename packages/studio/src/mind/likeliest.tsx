/**
 * The likeliest items under the belief.
 * @module
 */
import './bars.css';
import type { Mind } from '../api/types.ts';
import { percent } from '../shell/percent.ts';

/** How many are shown. */
const AT_ONCE = 6;

/** Names with their chances; bars are drawn against the likeliest one. */
export function Likeliest({ likeliest }: { likeliest: Mind['likeliest'] }) {
  const most = likeliest[0]?.probability ?? 0;
  return (
    <div className="bars">
      <h3>Likeliest</h3>
      {likeliest.length === 0 && <p className="quiet small">Nothing fits.</p>}
      <ol aria-label="Likeliest items">
        {likeliest.slice(0, AT_ONCE).map(({ item, name, probability }) => (
          <li key={item}>
            <span className="bars-name" title={name}>
              {name}
            </span>
            <span aria-hidden="true" className="bars-track">
              <span style={{ width: `${most > 0 ? (100 * probability) / most : 0}%` }} />
            </span>
            <span className="bars-share number">{percent(probability)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
