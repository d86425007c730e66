/**
 * On narrow screens one of the three is seen at a time: either side, or the mind of the one with initiative.
 * @module
 */

const VIEWS = [
  { id: 'initiative', name: 'With initiative' },
  { id: 'passive', name: 'Passive' },
  { id: 'mind', name: 'Its mind' },
] as const;

/** `initiative`, `passive` or `mind`. */
export type View = (typeof VIEWS)[number]['id'];

/** The choice; `name` sets it apart from others on the page. */
export function ViewChoice({ view, name, onChoose }: { view: View; name: string; onChoose: (view: View) => void }) {
  return (
    <fieldset className="talk-views">
      <legend className="unseen">Show</legend>
      {VIEWS.map(({ id, name: label }) => (
        <label key={id}>
          <input checked={view === id} className="unseen" name={name} onChange={() => onChoose(id)} type="radio" />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
