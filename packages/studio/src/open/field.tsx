/**
 * A field with its label and a word of help.
 * @module
 */
import type { InputHTMLAttributes } from 'react';

/** A field with its label above and a word of help below. */
export function Field({
  label,
  help,
  ...input
}: { label: string; help?: string; id: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className="set-up-field">
      <label htmlFor={input.id}>{label}</label>
      <input
        aria-describedby={help === undefined ? undefined : `${input.id}-help`}
        autoComplete="off"
        spellCheck={false}
        {...input}
      />
      {help !== undefined && (
        <p className="quiet small" id={`${input.id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
