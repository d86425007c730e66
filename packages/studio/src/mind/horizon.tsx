/**
 * How far to look ahead: a stone on a line of the board, from this reply alone (0) to four turns ahead.
 * @module
 */
import './horizon.css';

const STEPS = [0, 1, 2, 3, 4];

/** In words, for those who hear the slider. */
function inWords(horizon: number, learned: boolean): string {
  if (learned) return 'the learned policy, which looks to the end';
  if (horizon === 0) return '0, passive: this reply alone';
  return `${horizon} ${horizon === 1 ? 'turn' : 'turns'} ahead`;
}

/**
 * A slider over the horizons; a ring marks the one that is being played. A learned policy looks to the end whatever the
 * horizon: it stands where the ring is, and planning everywhere else.
 */
export function Horizon({
  horizon,
  played,
  disabled,
  learned = false,
  onSlide,
}: {
  horizon: number;
  played: number;
  disabled: boolean;
  /** The turn was decided by a learned policy. */
  learned?: boolean;
  onSlide: (horizon: number) => void;
}) {
  return (
    <div className="horizon">
      <label className="horizon-label small" htmlFor="horizon">
        Horizon
        <span className="quiet">
          {learned
            ? ' the learned policy looks to the end; slide to see what planning would do'
            : ' how many of your turns ahead it looks'}
        </span>
      </label>
      <div className="horizon-board">
        <div aria-hidden="true" className="horizon-points">
          {STEPS.map((step) => (
            <span className={step === played ? 'played' : undefined} key={step} />
          ))}
        </div>
        <input
          aria-valuetext={inWords(horizon, learned && horizon === played)}
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
            {learned && step === played ? 'learned' : step === 0 ? '0 passive' : step}
          </span>
        ))}
      </div>
    </div>
  );
}
