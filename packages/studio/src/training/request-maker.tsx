/**
 * A request put together from what decides whether asking pays: how open it is, how much time the user has, and whether the
 * user could answer. Beside it stands the best first act, which dynamic programming knows.
 * @module
 */
import './request-maker.css';
import { useState } from 'react';
import type { ExampleRequest } from '../api/training-types.ts';
import { PillChoice } from '../shell/pill-choice.tsx';

type Situation = Pick<ExampleRequest, 'openness' | 'hurry' | 'reliability'>;

const CHOICES = [
  {
    field: 'openness',
    legend: 'What the request leaves open',
    options: [
      ['closed', 'nothing'],
      ['narrow', 'one of two'],
      ['open', 'one of four'],
      ['wide', 'twice one of two'],
    ],
  },
  {
    field: 'hurry',
    legend: 'The user’s time',
    options: [
      ['relaxed', 'plenty'],
      ['plain', 'some'],
      ['hurried', 'none'],
    ],
  },
  {
    field: 'reliability',
    legend: 'Could the user answer a question?',
    options: [
      ['sure', 'yes'],
      ['half-sure', 'at times'],
      ['unsure', 'no'],
    ],
  },
] as const;

const ACTS = [
  ['ask', 'ask'],
  ['recommend', 'recommend'],
  ['abstain', 'say that it does not know'],
] as const;

/** The choice; `onSay` gets the words. */
export function RequestMaker({
  requests,
  busy,
  onSay,
}: {
  requests: readonly ExampleRequest[];
  busy: boolean;
  onSay: (text: string) => void;
}) {
  const [situation, setSituation] = useState<Situation>({ openness: 'open', hurry: 'relaxed', reliability: 'sure' });
  const request = requests.find(
    (one) =>
      one.openness === situation.openness && one.hurry === situation.hurry && one.reliability === situation.reliability,
  );
  return (
    <section aria-labelledby="request-maker" className="maker">
      <h2 id="request-maker">Put a request together</h2>
      {CHOICES.map(({ field, legend, options }) => (
        <PillChoice
          chosen={situation[field]}
          className="maker-choice"
          key={field}
          legend={legend}
          legendClass="small"
          name={field}
          onChoose={(value) => setSituation({ ...situation, [field]: value })}
          options={options}
        />
      ))}
      {request && (
        <>
          <blockquote className="maker-words">{request.text}</blockquote>
          <Best request={request} />
          <button className="button firm" disabled={busy} onClick={() => onSay(request.text)} type="button">
            Begin with this, to both
          </button>
        </>
      )}
    </section>
  );
}

/** What each act is worth, the best first. */
function Best({ request: { best, worth } }: { request: ExampleRequest }) {
  const ranked = ACTS.toSorted(([a], [b]) => worth[b] - worth[a]);
  return (
    <div className="maker-best">
      <p>
        Best first act: <strong>{ACTS.find(([act]) => act === best)?.[1]}</strong>
      </p>
      <dl className="small number">
        {ranked.map(([act, name]) => (
          <div key={act}>
            <dt>{name}</dt>
            <dd>{worth[act].toFixed(2).replace('-', '−')}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">
        What each is worth (R*: success, less turns and wrong bags), if all that follows is done as well as can be.
      </p>
    </div>
  );
}
