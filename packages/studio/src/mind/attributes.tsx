/**
 * Every attribute's distribution under the belief, as small bars.
 * @module
 */
import './attributes.css';
import './bars.css';
import type { ShownAttribute } from '../api/types.ts';
import { percent } from '../shell/percent.ts';

/** How many values are seen of one attribute. */
const AT_ONCE = 5;

const STATES: Readonly<Record<ShownAttribute['state'], string>> = {
  open: 'open',
  wished: 'wished',
  closed: 'does not matter',
};

/** The most probable values, in the order given, and how many are left out. */
function mostProbable(values: ShownAttribute['values']): ShownAttribute['values'] {
  const kept = new Set([...values].sort((a, b) => b.probability - a.probability).slice(0, AT_ONCE));
  return values.filter((value) => kept.has(value));
}

function Distribution({ attribute }: { attribute: ShownAttribute }) {
  const shown = mostProbable(attribute.values);
  const more = attribute.values.length - shown.length;
  return (
    <li className="attribute bars" data-state={attribute.state}>
      <h3>
        {attribute.label} <span className="attribute-state">{STATES[attribute.state]}</span>
      </h3>
      <ul>
        {shown.map(({ value, probability, count }) => (
          <li key={value} title={`${value}: ${count.toLocaleString('en')} left`}>
            <span className="bars-name">{value}</span>
            <span aria-hidden="true" className="bars-track">
              <span style={{ width: `${100 * probability}%` }} />
            </span>
            <span className="bars-share number">{percent(probability)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small quiet">and {more} more</p>}
    </li>
  );
}

/** Attributes that are wished for come first, those that do not matter last. */
export function Attributes({ attributes }: { attributes: readonly ShownAttribute[] }) {
  const order = ['wished', 'open', 'closed'];
  const sorted = [...attributes].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <ul aria-label="Distributions" className="attributes">
      {sorted.map((attribute) => (
        <Distribution attribute={attribute} key={attribute.attribute} />
      ))}
    </ul>
  );
}
