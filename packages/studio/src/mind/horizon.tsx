/**
 * How far to look ahead: a stone on a line of the board, from this reply alone (0) to four turns ahead.
 * @module
 */
import './horizon.css';

const STEPS = [0, 1, 2, 3, 4];

/** In words, for those who hear the slider. */
function inWords(horizon: number): string {
  if (horizon === 0) return '0, passive: this reply alone';
  return `${horizon} ${horizon === 1 ? 'turn' : 'turns'} ahead`;
}

/** A slider over the horizons; a ring marks the one that is being played. */
export function Horizon({
  horizon,
  played,
  disabled,
  onSlide,
}: {
  horizon: number;
  played: number;
  disabled: boolean;
  onSlide: (horizon: number) => void;
}) {
  return (
    <div className="horizon">
      <label className="horizon-label small" htmlFor="horizon">
        Horizon
        <span className="quiet"> how many of your turns ahead it looks</span>
      </label>
      <div className="horizon-board">
        <div aria-hidden="true" className="horizon-points">
          {STEPS.map((step) => (
            <span className={step === played ? 'played' : undefined} key={step} />
          ))}
        </div>
        <input
          aria-valuetext={inWords(horizon)}
          className={horizon === 0 ? 'white' : 'black'}
          disabled={disabled}
          id="horizon"
          max={4}
          min={0}
          onChange={(event) => onSlide(Number(event.target.value))}
          step={1}
          type="range"
          value={horizon}
        />
      </div>
      <div aria-hidden="true" className="horizon-steps small number">
        {STEPS.map((step) => (
          <span className={step === horizon ? 'now' : 'quiet'} key={step}>
            {step === 0 ? '0 passive' : step}
          </span>
        ))}
      </div>
    </div>
  );
}
