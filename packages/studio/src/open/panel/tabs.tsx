/**
 * Tabs as the keyboard knows them: arrows, Home and End move along, Tab goes into the panel.
 * @module
 */
import './tabs.css';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

/** One tab; `note` stands beside its name in small. */
export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly note?: string;
}

/** The list and the open panel. */
export function Tabs<Id extends string>({
  label,
  items,
  open,
  onOpen,
  children,
}: {
  label: string;
  items: readonly TabItem<Id>[];
  open: Id;
  onOpen: (id: Id) => void;
  children: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === open);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const { id } = items[(next + items.length) % items.length];
    onOpen(id);
    list.current?.querySelector<HTMLElement>(`#tab-${id}`)?.focus();
  };
  return (
    <div className="tabs">
      <div aria-label={label} className="tabs-list" onKeyDown={onKey} ref={list} role="tablist">
        {items.map(({ id, name, note }) => (
          <button
            aria-controls="tab-panel"
            aria-selected={id === open}
            id={`tab-${id}`}
            key={id}
            onClick={() => onOpen(id)}
            role="tab"
            tabIndex={id === open ? 0 : -1}
            type="button"
          >
            {name}
            {note !== undefined && <span className="tabs-note number"> {note}</span>}
          </button>
        ))}
      </div>
      <div aria-labelledby={`tab-${open}`} className="tabs-panel" id="tab-panel" role="tabpanel">
        {children}
      </div>
    </div>
  );
}
