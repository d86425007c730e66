/**
 * Limits that a person sets on its initiative, and what initiative it has taken so far.
 * @module
 */
import { useState } from 'react';
import type { OpenChange, Restraint, Taken } from '../../api/open-types.ts';

type Limit = 'cap' | 'capPerDay' | 'coolDown';

const LIMITS: readonly { readonly id: Limit; readonly label: string; readonly unit: string }[] = [
  { id: 'cap', label: 'At most', unit: 'acts in this conversation' },
  { id: 'capPerDay', label: 'At most', unit: 'acts in 24 hours' },
  { id: 'coolDown', label: 'Quiet for', unit: 'turns after each act' },
];

const DONE: Readonly<Record<Taken['kind'], string>> = { ask: 'asked', offer: 'offered', lead: 'led' };

function NumberLimit({
  id,
  label,
  unit,
  value,
  isBusy,
  onKeep,
}: {
  id: Limit;
  label: string;
  unit: string;
  value: number | undefined;
  isBusy: boolean;
  onKeep: (value: number | undefined) => void;
}) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const keep = () => {
    const number = Math.max(0, Math.round(Number(text)));
    const next = text.trim() === '' || Number.isNaN(number) ? undefined : Math.min(1_000_000, number);
    setText(next === undefined ? '' : String(next));
    if (next !== value) onKeep(next);
  };
  return (
    <label className="restraint-limit" htmlFor={`restraint-${id}`}>
      {label}
      <input
        disabled={isBusy}
        id={`restraint-${id}`}
        min={0}
        onBlur={keep}
        onChange={(event) => setText(event.target.value)}
        placeholder="–"
        type="number"
        value={text}
      />
      {unit}
    </label>
  );
}

/** The limits; an empty one is off. */
export function RestraintPanel({
  restraint,
  taken,
  isBusy,
  onChange,
}: {
  restraint: Restraint;
  taken: readonly Taken[];
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [topics, setTopics] = useState((restraint.quietTopics ?? []).join(', '));
  const set = (some: Restraint) => {
    // What is undefined falls away on its way as JSON: the limit is off.
    onChange({ settings: { restraint: { ...restraint, ...some } } });
  };
  const keepTopics = () => {
    const list = topics
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== '');
    if (list.join() !== (restraint.quietTopics ?? []).join()) set({ quietTopics: list.length > 0 ? list : undefined });
  };
  return (
    <section aria-labelledby="open-restraint">
      <h2 id="open-restraint">Restraint</h2>
      <div className="restraint">
        <label className="restraint-check">
          <input
            checked={restraint.off ?? false}
            disabled={isBusy}
            onChange={(event) => set({ off: event.target.checked || undefined })}
            type="checkbox"
          />
          No initiative at all
        </label>
        <label className="restraint-check">
          <input
            checked={restraint.evidence ?? false}
            disabled={isBusy}
            onChange={(event) => set({ evidence: event.target.checked || undefined })}
            type="checkbox"
          />
          Only with something to point to as evidence
        </label>
        {LIMITS.map((limit) => (
          <NumberLimit
            {...limit}
            isBusy={isBusy}
            key={limit.id}
            onKeep={(value) => set({ [limit.id]: value })}
            value={restraint[limit.id]}
          />
        ))}
        <div className="open-setting tall">
          <label htmlFor="restraint-topics">Topics that it does not raise, with commas between</label>
          <input
            disabled={isBusy}
            id="restraint-topics"
            maxLength={1000}
            onBlur={keepTopics}
            onChange={(event) => setTopics(event.target.value)}
            placeholder="insurance, newsletter"
            value={topics}
          />
        </div>
      </div>
      <h3>Initiative so far</h3>
      {taken.length === 0 ? (
        <p className="quiet small">None yet.</p>
      ) : (
        <ol className="taken">
          {taken.map(({ turn, id, kind, text, dismissed }) => (
            <li key={`${turn} ${id}`}>
              <span className="quiet small number">turn {turn + 1}</span>
              <span>
                {DONE[kind]}: {text}
                {dismissed && <span className="quiet small"> · dismissed</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
