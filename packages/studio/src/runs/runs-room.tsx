/**
 * Runs: what was measured, while it is being measured and afterwards.
 * @module
 */
import './runs-room.css';
import { usePlace } from '../shell/room.ts';
import { RunList } from './run-list.tsx';
import { RunPage } from './run-page.tsx';

/** The room: the list, or the run that the address names. */
export function RunsRoom() {
  const id = usePlace();
  return <div className="runs">{id === undefined ? <RunList /> : <RunPage id={id} key={id} />}</div>;
}
