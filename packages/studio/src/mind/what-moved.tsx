/**
 * What moved a learned decision: a bar for each thing that was said and for each edge, towards what was done or towards the
 * best of the others.
 * @module
 */
import './what-moved.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Evidence, evidenceOf, type Ground } from '../api/evidence-client.ts';
import type { ChatReply } from '../api/types.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { barOf, type Group, groupsOf, meaning, signed, strongest, telling } from './evidence-words.ts';
import { ShowMore } from './show-more.tsx';

/** How many of each group are seen at first. */
const AT_ONCE = 4;

function Row({ ground, most, towards }: { ground: Ground; most: number; towards: string }) {
  const { left, width } = barOf(ground.onLead, most);
  return (
    <li className="moved-row" data-for={ground.onLead > 0 ? 'act' : 'rival'} data-kind={ground.kind}>
      <span className="moved-label">{ground.label}</span>
      <span className="moved-value number">
        {signed(ground.onLead)}
        <span className="unseen"> towards: {towards}</span>
      </span>
      <span aria-hidden="true" className="moved-track">
        <span className="moved-bar" style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
    </li>
  );
}

function Rows({ group: { title, grounds }, evidence, most }: { group: Group; evidence: Evidence; most: number }) {
  return (
    <>
      <h4 className="small quiet">{title}</h4>
      <ul aria-label={title}>
        {grounds.map((ground) => (
          <Row
            ground={ground}
            key={ground.id}
            most={most}
            towards={(ground.onLead > 0 ? evidence.act : evidence.rival).label}
          />
        ))}
      </ul>
    </>
  );
}

function Grounds({ evidence }: { evidence: Evidence }) {
  const [all, setAll] = useState(false);
  const grounds = telling(evidence);
  const most = strongest(grounds);
  const groups = groupsOf(grounds);
  const shown = all ? groups : groups.map((group) => ({ ...group, grounds: group.grounds.slice(0, AT_ONCE) }));
  const number = (some: readonly Group[]) => some.reduce((sum, { grounds }) => sum + grounds.length, 0);
  const hidden = number(groups) - number(shown);
  if (groups.length === 0) return <p className="small quiet">No one thing: leave out any, and the difference stays.</p>;
  return (
    <>
      <p aria-hidden="true" className="moved-sides small">
        <span>← {evidence.rival.label}</span>
        <span>{evidence.act.label} →</span>
      </p>
      {shown.map((group) => (
        <Rows evidence={evidence} group={group} key={group.title} most={most} />
      ))}
      <p className="small quiet">
        {meaning(evidence)}
        <ShowMore all={all} hidden={hidden} onAll={setAll} />
      </p>
    </>
  );
}

/** Evidence of a turn; `turn` tells one turn of a conversation from the next. Nothing where planning decided. */
export function WhatMoved({ actual, turn }: { actual: ChatReply; turn: number }) {
  const learned = actual.decision.policy === 'learned';
  const asked = useQuery({
    queryKey: ['evidence', actual.conversation, turn],
    queryFn: () => evidenceOf(actual.conversation),
    enabled: learned,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!learned || asked.data === null) return null;
  return (
    <section aria-busy={asked.isPending} aria-labelledby="mind-moved" className="moved">
      <h3 id="mind-moved">What moved it</h3>
      {asked.error && <RefusalNote error={asked.error} onRetry={() => asked.refetch()} />}
      {asked.isPending && <p className="small quiet">Leaving out one thing after another …</p>}
      {asked.data && <Grounds evidence={asked.data} />}
    </section>
  );
}
