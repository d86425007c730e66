/**
 * On narrow screens one of the three is seen at a time: either side, or the mind of the one with initiative.
 * @module
 */
import { PillChoice } from '../shell/pill-choice.tsx';

const VIEWS = [
  ['initiative', 'With initiative'],
  ['passive', 'Passive'],
  ['mind', 'Its mind'],
] as const;

/** `initiative`, `passive` or `mind`. */
export type View = (typeof VIEWS)[number][0];

/** The choice; `name` sets it apart from others on the page. */
export function ViewChoice({ view, name, onChoose }: { view: View; name: string; onChoose: (view: View) => void }) {
  return (
    <PillChoice
      chosen={view}
      className="talk-views"
      legend="Show"
      legendClass="unseen"
      name={name}
      onChoose={onChoose}
      options={VIEWS}
    />
  );
}
