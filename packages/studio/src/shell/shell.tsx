/**
 * The frame around every room: name, rooms, the catalogue that is talked about, and the theme.
 * @module
 */
import './shell.css';
import { type ReactNode, useEffect } from 'react';
import type { CatalogSummary } from '../api/types.ts';
import { Mark } from '../brand/mark.tsx';
import { ROOMS, useRoom } from './room.ts';
import { type Theme, useTheme } from './theme.ts';

const THEMES: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'light', name: 'Light' },
  { id: 'system', name: 'Auto' },
  { id: 'dark', name: 'Dark' },
];

function ThemeChoice() {
  const [theme, choose] = useTheme();
  return (
    <fieldset className="shell-theme">
      <legend className="unseen">Theme</legend>
      {THEMES.map(({ id, name }) => (
        <label className="shell-theme-choice" key={id}>
          <input checked={theme === id} className="unseen" name="theme" onChange={() => choose(id)} type="radio" />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Header and the open room. */
export function Shell({ catalog, children }: { catalog: CatalogSummary | undefined; children: ReactNode }) {
  const open = useRoom();
  // Every room is entered at its top.
  useEffect(() => {
    window.scrollTo(0, 0);
    document.title = `${ROOMS.find(({ id }) => id === open)?.name} · Sente studio`;
  }, [open]);
  return (
    <div className="shell">
      <button className="shell-skip" onClick={toRoom} type="button">
        Skip to the room
      </button>
      <header className="shell-header">
        <Mark />
        <nav aria-label="Rooms" className="shell-rooms">
          {ROOMS.map(({ id, name }) => (
            <a aria-current={id === open ? 'page' : undefined} href={`#/${id}`} key={id}>
              {name}
            </a>
          ))}
        </nav>
        {catalog && (
          <p className="shell-catalog">
            <span className="shell-catalog-name">{catalog.name}</span>
            <span className="quiet number">
              {catalog.size.toLocaleString('en')} {catalog.size === 1 ? catalog.noun.one : catalog.noun.many}
            </span>
          </p>
        )}
        <ThemeChoice />
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The address after `#` names the room, so the skip link is a button that moves the focus by hand. */
function toRoom(): void {
  document.getElementById('main')?.focus();
}
