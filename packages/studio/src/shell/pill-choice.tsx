/**
 * One of a few, in a pill: radio buttons that look like a switch.
 * @module
 */
import './pill-choice.css';

/** The choice; `name` sets it apart from others on the page. The caller's class says where it stands, and how its legend looks. */
export function PillChoice<Value extends string>({
  legend,
  legendClass,
  className,
  name,
  options,
  chosen,
  onChoose,
}: {
  legend: string;
  legendClass: string;
  className?: string;
  name: string;
  /** Each value with the words for it, and the id of what describes it further. */
  options: readonly (readonly [Value, string, string?])[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a fieldset may be a radiogroup (ARIA in HTML), and so it is announced as one
    <fieldset className={className === undefined ? 'pill-choice' : `pill-choice ${className}`} role="radiogroup">
      <legend className={legendClass}>{legend}</legend>
      <div>
        {options.map(([value, words, describedBy]) => (
          <label key={value}>
            <input
              aria-describedby={describedBy}
              checked={chosen === value}
              className="unseen"
              name={name}
              onChange={() => onChoose(value)}
              type="radio"
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
