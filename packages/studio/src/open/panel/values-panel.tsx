/**
 * What the side with initiative could have done in its last turn, and what each was worth; and how it is to decide.
 * @module
 */
import { useState } from 'react';
import type { OpenChange, OpenReply, OpenSettings } from '../../api/open-types.ts';
import { Candidates } from '../../mind/candidates.tsx';
import { Horizon } from '../../mind/horizon.tsx';
import '../../mind/would-say.css';
import { asideInWords } from '../aside-in-words.ts';
import { HowItDecides } from './how-it-decides.tsx';

const PLANS: Readonly<Record<string, string>> = {
  pass: 'The model answered the request just as it came.',
  say: 'These words went out as they are, in place of the model’s answer.',
  write:
    'The model answered with notes: what holds by now, and what it keeps to. Drafts that no longer count were left out.',
};

/** What the server puts in place of a text that would give something private away. */
const PRIVATE = '(private)';

/** Which turn is looked into; the latest one unless told otherwise. */
function TurnChoice({ turns, at, onChoose }: { turns: number; at: number; onChoose: (at: number) => void }) {
  if (turns < 2) return null;
  return (
    <span className="open-which">
      <label className="small quiet" htmlFor="open-turn">
        in turn
      </label>
      <select id="open-turn" onChange={(event) => onChoose(Number(event.target.value))} value={at}>
        {Array.from({ length: turns }, (_, turn) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are known by their number
          <option key={turn} value={turn}>
            {turn + 1}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Horizon, decision, and the rest of the settings; it is made anew for each turn. */
export function ValuesPanel({
  replies,
  settings,
  isBusy,
  onChange,
}: {
  /** Of the side with initiative, one a turn. */
  replies: readonly OpenReply[];
  settings: OpenSettings;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [at, setAt] = useState(replies.length - 1);
  const shown = replies.at(at);
  const { decision, aside, plan } = shown ?? {};
  const chosen = decision?.candidates.find(({ id }) => id === decision.chosen);
  const isOther = decision !== undefined && decision.horizon !== settings.horizon;
  return (
    <>
      <section aria-labelledby="open-decision">
        <div className="open-move">
          <h2 id="open-decision">Its move</h2>
          <TurnChoice at={at} onChoose={setAt} turns={replies.length} />
        </div>
        <Horizon
          disabled={isBusy}
          horizon={settings.horizon}
          onSlide={(horizon) => onChange({ settings: { horizon } })}
          played={decision?.horizon ?? settings.horizon}
        />
        {isOther && (
          <p className="small quiet">From the next turn on; the values below are of horizon {decision.horizon}.</p>
        )}
        {aside && <p className="open-aside">{asideInWords(aside)}</p>}
        {decision === undefined ? (
          <p className="quiet">
            {shown && 'Nothing was decided in this turn.'}
            {!shown && (isBusy ? 'Deciding …' : 'Once something is said: what it could do, and what each is worth.')}
          </p>
        ) : (
          <>
            <div className="would">
              {chosen && (
                <p className="would-choice">
                  <strong>{chosen.label.charAt(0).toUpperCase() + chosen.label.slice(1)}</strong>
                </p>
              )}
              {decision.why !== PRIVATE && <p className="would-why">{decision.why}</p>}
              {plan && aside === undefined && <p className="small quiet">{PLANS[plan]}</p>}
            </div>
            <Candidates actual={decision} decision={decision} stale={false} />
          </>
        )}
      </section>
      <section aria-labelledby="open-how">
        <h2 id="open-how">How it decides</h2>
        <HowItDecides isBusy={isBusy} key={settings.system} onChange={onChange} settings={settings} />
      </section>
    </>
  );
}
