/**
 * Who may be asking: complete guesses at what the user wants, with their weights.
 * @module
 */
import type { Intent } from '../../api/open-types.ts';
import { percent } from '../../shell/percent.ts';
import { effectiveNumber } from '../figures.ts';

/** Likeliest first. */
export function IntentsPanel({ intents }: { intents: readonly Intent[] }) {
  const sorted = [...intents].sort((a, b) => b.weight - a.weight);
  const number = effectiveNumber(intents.map(({ weight }) => weight));
  return (
    <section aria-labelledby="open-intents">
      <h2 id="open-intents">Who may be asking</h2>
      {sorted.length === 0 ? (
        <p className="quiet">Nobody is imagined yet. Say something first.</p>
      ) : (
        <p className="small quiet">
          {number < 1.05 ? (
            'Imagined users who fit what was said; by now they amount to one.'
          ) : (
            <>
              Imagined users who fit what was said; they amount to{' '}
              <strong className="number">{number.toFixed(1)}</strong> people that differ.
            </>
          )}
        </p>
      )}
      <ol aria-label="Imagined intents, likeliest first" className="intents">
        {sorted.map(({ id, wants, good, next, weight }) => (
          <li className="intent" key={id}>
            <p className="intent-wants">{wants}</p>
            <span className="intent-weight number">{percent(weight)}</span>
            <span aria-hidden="true" className="bars-track intent-track">
              <span style={{ width: `${100 * weight}%` }} />
            </span>
            {good !== '' && (
              <p className="intent-more small">
                <span className="quiet">a good answer:</span> {good}
              </p>
            )}
            {next !== '' && (
              <p className="intent-more small">
                <span className="quiet">then asks:</span> {next}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
