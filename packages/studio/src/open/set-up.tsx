/**
 * Which model to talk to: its ID, a planner if another is to decide, a key for this run. Tried with one tiny call.
 * @module
 */
import './set-up.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { forgetModel, setModel, tryModel } from '../api/open-client.ts';
import type { ShownModel } from '../api/open-types.ts';
import { Board } from '../brand/board.tsx';
import { Stone } from '../brand/stone.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { Field } from './field.tsx';
import { PriceFields } from './price-fields.tsx';
import { choiceOf, startingFrom, type Typed } from './typed-model.ts';

const EXAMPLES = [
  { id: 'ollama:qwen3:8b', what: 'on this machine, with Ollama' },
  { id: 'openai:gpt-5-mini', what: 'at OpenAI, with a key' },
  { id: 'http://127.0.0.1:8080/v1#my-model', what: 'anything OpenAI-compatible' },
];

/** The panel. `onSet` is told of a model that answered, or that is to be used all the same. */
export function SetUp({
  model,
  onSet,
  onCancel,
  onForgotten,
}: {
  model: ShownModel | null;
  onSet: (model: ShownModel) => void;
  onCancel: (() => void) | undefined;
  onForgotten: () => void;
}) {
  const [typed, setTyped] = useState(() => startingFrom(model));
  const put = (name: keyof Typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const setting = useMutation({
    mutationFn: async ({ tries }: { tries: boolean }) => {
      const { model: set } = await setModel(choiceOf(typed));
      if (tries) await tryModel();
      return set!;
    },
    onSuccess: onSet,
  });
  const forgetting = useMutation({ mutationFn: forgetModel, onSuccess: onForgotten });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.id.trim() !== '' && !setting.isPending) setting.mutate({ tries: true });
  };
  const wasSet = setting.error !== null && 'code' in setting.error && setting.error.code === 'model-failed';
  return (
    <div className="set-up">
      <div className="set-up-head">
        <Board>
          <Stone side="initiative" size="l" />
        </Board>
        <h1>Open world</h1>
        <p>
          Talk to any chat model twice at once: the model as it is, and the same model with initiative. Beside them, who
          it imagines you to be, what it could do, and what each is worth.
        </p>
      </div>
      <form className="set-up-form" onSubmit={send}>
        <Field
          id="model-id"
          label="Model"
          onChange={put('id')}
          placeholder="ollama:NAME, openai:NAME, URL#NAME or pocket"
          required
          value={typed.id}
        />
        <ul aria-label="Examples" className="set-up-examples">
          {EXAMPLES.map(({ id, what }) => (
            <li key={id}>
              <button className="chip" onClick={() => setTyped({ ...typed, id })} type="button">
                {id}
              </button>
              <span className="quiet small">{what}</span>
            </li>
          ))}
        </ul>
        <Field
          help="Decides in the model's place; a smaller and faster one is often enough."
          id="model-planner"
          label="Planner (optional)"
          onChange={put('planner')}
          placeholder="the same model"
          value={typed.planner}
        />
        <Field
          help="Kept in memory until the server stops, never written down. Without it, keys of the environment are used: OPENAI_API_KEY, SENTE_MODEL_KEY."
          id="model-key"
          label="Key (optional)"
          onChange={put('key')}
          placeholder={model?.hasKey ? 'one is set; type it again to go on with it' : ''}
          type="password"
          value={typed.key}
        />
        <PriceFields hasPlanner={typed.planner.trim() !== ''} put={put} typed={typed} />
        {setting.error && (
          <RefusalNote error={setting.error}>
            {wasSet && (
              <button className="button" onClick={() => setting.mutate({ tries: false })} type="button">
                Use it all the same
              </button>
            )}
          </RefusalNote>
        )}
        <div className="set-up-ways">
          <button className="button firm" disabled={typed.id.trim() === '' || setting.isPending} type="submit">
            {setting.isPending ? 'Trying it …' : 'Try it and begin'}
          </button>
          {onCancel && (
            <button className="button" onClick={onCancel} type="button">
              Keep {model?.id}
            </button>
          )}
          {model && (
            <button className="button bare" onClick={() => forgetting.mutate()} type="button">
              Forget model and key
            </button>
          )}
          <p aria-live="polite" className="quiet small">
            {setting.isPending
              ? 'A model on this machine may have to be loaded first.'
              : 'Nothing leaves this machine but calls to the model that you name.'}
          </p>
        </div>
      </form>
    </div>
  );
}
