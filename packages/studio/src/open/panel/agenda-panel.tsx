/**
 * The assistant's own goals: how far each has come, what it is worth, by when; added and dropped by hand.
 * @module
 */
import { type FormEvent, useState } from 'react';
import type { Goal, OpenChange, OpenMind, ShownGoal } from '../../api/open-types.ts';
import { percent } from '../../shell/percent.ts';

const WORTH = '0.3';

/** What keeps a goal from being raised now, or what became of it. */
function standing({ progress, refusals, resting, deadline, found }: ShownGoal, turn: number): string {
  const parts = [
    progress >= 1 ? 'reached' : undefined,
    found === undefined ? undefined : `found: ${found}`,
    refusals > 0 ? `refused ${refusals === 1 ? 'once' : `${refusals} times`}` : undefined,
    progress < 1 && resting > turn ? `rests until turn ${resting + 1}` : undefined,
    progress < 1 && deadline !== undefined && turn > deadline ? 'too late' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** The goal as it was set; turns are counted from 1 on the page, and from 0 in the layer. */
function withDeadline(goal: Omit<Goal, 'deadline'>, turn: string): Goal {
  const last = Math.round(Number(turn));
  return turn.trim() === '' || !(last >= 1) ? goal : { ...goal, deadline: last - 1 };
}

function GoalRow({
  goal,
  turn,
  isBusy,
  onChange,
}: {
  goal: ShownGoal;
  turn: number;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [worth, setWorth] = useState(String(goal.worth));
  const [deadline, setDeadline] = useState(goal.deadline === undefined ? '' : String(goal.deadline + 1));
  const keep = () => {
    const { id, goal: words } = goal;
    const next = withDeadline({ id, goal: words, worth: Math.min(10, Math.max(0, Number(worth) || 0)) }, deadline);
    if (next.worth !== goal.worth || next.deadline !== goal.deadline) onChange({ agenda: { set: [next] } });
  };
  const became = standing(goal, turn);
  return (
    <li className="goal">
      <p className="goal-words">{goal.goal}</p>
      <span className="goal-share number">{percent(goal.progress)}</span>
      <span aria-hidden="true" className="bars-track goal-track">
        <span style={{ width: `${100 * goal.progress}%` }} />
      </span>
      <div className="goal-terms small">
        <label>
          worth{' '}
          <input
            disabled={isBusy}
            max={10}
            min={0}
            onBlur={keep}
            onChange={(event) => setWorth(event.target.value)}
            step={0.05}
            type="number"
            value={worth}
          />
        </label>
        <label>
          by turn{' '}
          <input
            disabled={isBusy}
            min={1}
            onBlur={keep}
            onChange={(event) => setDeadline(event.target.value)}
            placeholder="any"
            type="number"
            value={deadline}
          />
        </label>
        <button
          aria-label={`Drop the goal: ${goal.goal}`}
          className="link"
          disabled={isBusy}
          onClick={() => onChange({ agenda: { drop: [goal.id] } })}
          type="button"
        >
          Drop
        </button>
      </div>
      {became !== '' && <p className="goal-became small quiet">{became}</p>}
    </li>
  );
}

/** An id that no goal has yet. */
function freshId(goals: readonly Goal[]): string {
  const taken = new Set(goals.map(({ id }) => id));
  let number = goals.length + 1;
  while (taken.has(`goal-${number}`)) number++;
  return `goal-${number}`;
}

function AddGoal({
  goals,
  isBusy,
  onChange,
}: {
  goals: readonly Goal[];
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [words, setWords] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    onChange({ agenda: { set: [{ id: freshId(goals), goal: words.trim(), worth: Number(WORTH) }] } });
    setWords('');
  };
  return (
    <form className="open-add" onSubmit={add}>
      <label className="unseen" htmlFor="goal-words">
        A new goal
      </label>
      <input
        id="goal-words"
        maxLength={2000}
        onChange={(event) => setWords(event.target.value)}
        placeholder="find out their team size"
        value={words}
      />
      <button className="button" disabled={isBusy || words.trim() === ''} type="submit">
        Add
      </button>
    </form>
  );
}

/** All goals. */
export function AgendaPanel({
  mind,
  isBusy,
  onChange,
}: {
  mind: OpenMind;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  return (
    <section aria-labelledby="open-agenda">
      <h2 id="open-agenda">Agenda</h2>
      <p className="small quiet">
        Goals of its own, pursued when the moment is good. Serving you well is worth 1; a goal competes with that.
      </p>
      {mind.agenda.length > 0 && (
        <ul aria-label="Goals" className="goals">
          {mind.agenda.map((goal) => (
            <GoalRow
              goal={goal}
              isBusy={isBusy}
              key={`${goal.id} ${goal.worth} ${goal.deadline}`}
              onChange={onChange}
              turn={mind.turn}
            />
          ))}
        </ul>
      )}
      <AddGoal goals={mind.agenda} isBusy={isBusy} onChange={onChange} />
    </section>
  );
}
