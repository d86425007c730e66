/**
 * The wishes that stand, each with the words it came from.
 * @module
 */
import './standing-wishes.css';
import type { ShownWish } from '../api/types.ts';

/** Chips, or a sentence when nobody has wished for anything. */
export function StandingWishes({ wishes }: { wishes: readonly ShownWish[] }) {
  return (
    <div className="wishes">
      <h3>Your wishes</h3>
      {wishes.length === 0 ? (
        <p className="quiet small">None yet: everything is still possible.</p>
      ) : (
        <ul aria-label="Standing wishes">
          {wishes.map((wish) => (
            <li key={`${wish.attribute} ${wish.meaning}`}>
              <span>
                <span className="quiet">{wish.attribute}</span> <strong>{wish.meaning}</strong>
              </span>
              {wish.words !== '' && <q className="small quiet">{wish.words}</q>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
