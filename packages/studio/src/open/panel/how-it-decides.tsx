/**
 * Settings of the conversation beside the horizon; each counts from the next turn on.
 * @module
 */
import { useState } from 'react';
import type { OpenChange, OpenSettings } from '../../api/open-types.ts';

const DEPTHS = {
  estimate: 'estimate: two calls a turn at most',
  simulate: 'simulate: plays conversations forward, many calls',
};
const MODES = { act: 'act: what is decided goes out', observe: 'observe: decides, and the bare answer goes out' };
const VAULTS = { auto: 'on: private decisions are kept', off: 'off' };

/** Longest and shortest wait, in seconds. */
const LONGEST_WAIT = 300;
const SHORTEST_WAIT = 0.1;

function Choice<Value extends string>({
  id,
  label,
  value,
  options,
  disabled,
  onChoose,
}: {
  id: string;
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  disabled: boolean;
  onChoose: (value: Value) => void;
}) {
  return (
    <div className="open-setting">
      <label htmlFor={id}>{label}</label>
      <select disabled={disabled} id={id} onChange={(event) => onChoose(event.target.value as Value)} value={value}>
        {(Object.entries(options) as [Value, string][]).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The settings. */
export function HowItDecides({
  settings,
  isBusy,
  onChange,
}: {
  settings: OpenSettings;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [wait, setWait] = useState(String(settings.deadline / 1000));
  const [system, setSystem] = useState(settings.system);
  const set = (some: Partial<OpenSettings>) => onChange({ settings: some });
  const keepWait = () => {
    const seconds = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, Number(wait) || settings.deadline / 1000));
    setWait(String(seconds));
    if (seconds * 1000 !== settings.deadline) set({ deadline: Math.round(seconds * 1000) });
  };
  return (
    <div className="open-settings">
      <Choice
        disabled={isBusy}
        id="open-depth"
        label="Depth"
        onChoose={(depth) => set({ depth })}
        options={DEPTHS}
        value={settings.depth}
      />
      <Choice
        disabled={isBusy}
        id="open-mode"
        label="Mode"
        onChoose={(mode) => set({ mode })}
        options={MODES}
        value={settings.mode}
      />
      <Choice
        disabled={isBusy}
        id="open-vault"
        label="Vault"
        onChoose={(vault) => set({ vault })}
        options={VAULTS}
        value={settings.vault}
      />
      <div className="open-setting">
        <label htmlFor="open-wait">Waits for a decision</label>
        <span className="open-with-unit">
          <input
            disabled={isBusy}
            id="open-wait"
            inputMode="decimal"
            max={LONGEST_WAIT}
            min={SHORTEST_WAIT}
            onBlur={keepWait}
            onChange={(event) => setWait(event.target.value)}
            step="any"
            type="number"
            value={wait}
          />
          <span className="quiet small">seconds, then the bare answer goes out</span>
        </span>
      </div>
      <div className="open-setting tall">
        <label htmlFor="open-system">System prompt, of both sides</label>
        <textarea
          disabled={isBusy}
          id="open-system"
          maxLength={8000}
          onBlur={() => system !== settings.system && set({ system })}
          onChange={(event) => setSystem(event.target.value)}
          placeholder="none"
          rows={3}
          value={system}
        />
      </div>
    </div>
  );
}
