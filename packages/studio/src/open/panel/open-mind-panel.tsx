/**
 * The mind of the side with initiative: values, imagined intents, ledger, agenda and restraint, cost and latency.
 * @module
 */
import './open-mind-panel.css';
import { useState } from 'react';
import type { OpenState } from '../../api/open-types.ts';
import { RefusalNote } from '../../shell/refusal-note.tsx';
import type { OpenConversation } from '../use-open-conversation.ts';
import { AgendaPanel } from './agenda-panel.tsx';
import { CostPanel } from './cost-panel.tsx';
import { IntentsPanel } from './intents-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { RestraintPanel } from './restraint-panel.tsx';
import { Tabs } from './tabs.tsx';
import { ValuesPanel } from './values-panel.tsx';

type TabId = 'values' | 'intents' | 'ledger' | 'agenda' | 'cost';

/** A number beside a tab's name; none for nothing. */
function note(number: number): { readonly note?: string } {
  return number === 0 ? {} : { note: String(number) };
}

/** The panel. */
export function OpenMindPanel({ conversation, state }: { conversation: OpenConversation; state: OpenState }) {
  const [open, setOpen] = useState<TabId>('values');
  const { exchanges, pending, change, changeError } = conversation;
  const { mind, settings } = state;
  const isBusy = pending !== undefined;
  return (
    <Tabs
      items={[
        { id: 'values', name: 'Values' },
        { id: 'intents', name: 'Intents', ...note(mind.intents.length) },
        { id: 'ledger', name: 'Ledger', ...note(mind.ledger.filter(({ status }) => status === 'stands').length) },
        { id: 'agenda', name: 'Agenda', ...note(mind.agenda.length) },
        { id: 'cost', name: 'Cost' },
      ]}
      label="What is seen of its mind"
      onOpen={setOpen}
      open={open}
    >
      {changeError && <RefusalNote error={changeError} />}
      {open === 'values' && (
        <ValuesPanel
          isBusy={isBusy}
          key={exchanges.length}
          onChange={change}
          replies={exchanges.map(({ initiative }) => initiative)}
          settings={settings}
        />
      )}
      {open === 'intents' && <IntentsPanel intents={mind.intents} />}
      {open === 'ledger' && <LedgerPanel isBusy={isBusy} mind={mind} onChange={change} />}
      {open === 'agenda' && (
        <>
          <AgendaPanel isBusy={isBusy} mind={mind} onChange={change} />
          <RestraintPanel
            isBusy={isBusy}
            key={state.conversation}
            onChange={change}
            restraint={settings.restraint}
            taken={mind.taken}
          />
        </>
      )}
      {open === 'cost' && <CostPanel exchanges={exchanges} />}
    </Tabs>
  );
}
