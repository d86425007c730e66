/**
 * Who decides in conversations about the table, what was learned, and how a training goes.
 * @module
 */
import './policy-card.css';
import { useId } from 'react';
import type { PolicyName, PolicyStatus } from '../api/policy-types.ts';
import { PillChoice } from '../shell/pill-choice.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { learnedInWords, newConversations, worthInWords } from './policy-words.ts';
import { TrainingBar } from './training-bar.tsx';
import { type PolicyChange, usePolicyChange } from './use-policy.ts';

const POLICIES: readonly { readonly id: PolicyName; readonly name: string; readonly how: string }[] = [
  { id: 'planned', name: 'Planning', how: 'imagines people each turn' },
  { id: 'learned', name: 'Learned', how: 'a network that has played with such people beforehand' },
];

/** The card, for the owner; nothing for others, and where the server offers no choice. */
export function PolicyCard({ status }: { status: PolicyStatus | undefined }) {
  return status?.mayChange ? <Card status={status} /> : null;
}

function Card({ status }: { status: PolicyStatus }) {
  const id = useId();
  const change = usePolicyChange();
  // What was chosen is seen at once; a refusal takes it back.
  const wanted = change.isPending ? POLICIES.find((policy) => policy.id === change.variables)?.id : undefined;
  const { learned, training, problem } = status;
  const worth = learned ? worthInWords(learned) : undefined;
  return (
    <section aria-labelledby={id} className="policy-card">
      <h2 id={id}>Who decides</h2>
      <div className="policy-ways">
        <PillChoice
          chosen={wanted ?? status.chosen}
          legend="Who decides in conversations about this table"
          legendClass="unseen"
          name={`policy-${id}`}
          onChoose={change.mutate}
          options={POLICIES.map((policy) => [policy.id, policy.name, `${id}-${policy.id}`] as const)}
        />
        {POLICIES.map((policy) => (
          <p className="small quiet" id={`${id}-${policy.id}`} key={policy.id}>
            {policy.how}
          </p>
        ))}
      </div>
      <p className="policy-learned">
        {learned ? learnedInWords(learned) : 'Nothing has been learned for this table yet.'}
      </p>
      {worth !== undefined && <p className="small quiet policy-worth">{worth}</p>}
      {problem !== null && <RefusalNote error={new Error(problem)} />}
      {change.error && <RefusalNote error={change.error} onRetry={() => change.mutate(change.variables)} />}
      <div className="policy-work">
        <TrainingBar status={status} />
        <WorkButton isBusy={change.isPending} onChange={change.mutate} status={status} />
      </div>
      <p className="small quiet">
        {training === null
          ? `${newConversations(status)} Each keeps what it began with.`
          : 'A conversation keeps the policy that it began with.'}
      </p>
    </section>
  );
}

/** One button throughout, so that the focus stays when a training begins or ends. */
function WorkButton({
  status,
  isBusy,
  onChange,
}: {
  status: PolicyStatus;
  isBusy: boolean;
  onChange: (change: PolicyChange) => void;
}) {
  const { learned, training } = status;
  const begin = learned?.origin === 'own' ? 'Train anew' : 'Train for this table';
  return (
    <button
      className="button"
      // The second click of a double one must not stop what the first began.
      onClick={({ detail }) => !isBusy && detail < 2 && onChange(training ? 'stop' : 'train')}
      type="button"
    >
      {training ? 'Stop' : begin}
    </button>
  );
}
