/**
 * Unmet wishes: what people wished for together and nothing had.
 * @module
 */
import './unmet-room.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { forgetWishes, unmetWishes } from '../api/client.ts';
import type { Wishes } from '../api/types.ts';
import { EmptyRoom } from '../shell/empty-room.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { enter } from '../shell/room.ts';

function Empty() {
  return (
    <EmptyRoom heading="Nobody has gone away empty-handed">
      <p>
        When somebody’s wishes fit nothing in the table, they are counted here: which wishes, in which combination, and
        which items came nearest. No names, no transcripts; only what is missing from the shelf.
      </p>
      <button className="button" onClick={() => enter('talk')} type="button">
        Wish for something impossible
      </button>
    </EmptyRoom>
  );
}

/** Single wishes by how often they stood when nothing fitted. */
function Single({ wishes }: { wishes: Wishes['wishes'] }) {
  const most = wishes[0]?.count ?? 1;
  return (
    <section aria-labelledby="unmet-single">
      <h2 id="unmet-single">Wish by wish</h2>
      <ol className="unmet-single">
        {wishes.map(({ wish, count }) => (
          <li key={wish}>
            <span className="unmet-wish">{wish}</span>
            <span className="number">{count.toLocaleString('en')}</span>
            <span aria-hidden="true" className="unmet-track">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Wishes as they stood together, with what came nearest. */
function Together({ combinations }: { combinations: Wishes['combinations'] }) {
  return (
    <section aria-labelledby="unmet-together">
      <h2 id="unmet-together">Wished for together</h2>
      <ol className="unmet-together">
        {combinations.map(({ wishes, count, nearest }) => (
          <li key={wishes.join('\n')}>
            <p className="unmet-count number">
              <strong>{count.toLocaleString('en')}</strong>{' '}
              <span className="quiet small">{count === 1 ? 'time' : 'times'}</span>
            </p>
            <div className="unmet-what">
              <ul aria-label="Wishes" className="unmet-chips">
                {wishes.map((wish) => (
                  <li key={wish}>{wish}</li>
                ))}
              </ul>
              {nearest.length > 0 && (
                <p className="small">
                  <span className="quiet">Nearest:</span> {nearest.join(', ')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The room. */
export function UnmetRoom() {
  const queries = useQueryClient();
  const unmet = useQuery({ queryKey: ['wishes'], queryFn: unmetWishes, staleTime: 0 });
  const forgetting = useMutation({
    mutationFn: forgetWishes,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['wishes'] }),
  });
  const { data } = unmet;
  return (
    <div className="unmet">
      <header className="unmet-head">
        <h1>Unmet wishes</h1>
        {data && data.total > 0 && (
          <p className="number">
            {data.total.toLocaleString('en')} {data.total === 1 ? 'time' : 'times'} nothing fitted.{' '}
            <span className="quiet">
              {data.kept === 'file' ? 'Kept on this machine only.' : 'Kept until the server stops.'}
            </span>{' '}
            <button className="link" disabled={forgetting.isPending} onClick={() => forgetting.mutate()} type="button">
              Forget them
            </button>
          </p>
        )}
      </header>
      {unmet.isPending && <p className="quiet">Counting …</p>}
      {unmet.error && <RefusalNote error={unmet.error} onRetry={() => unmet.refetch()} />}
      {forgetting.error && <RefusalNote error={forgetting.error} />}
      {data && data.total === 0 && <Empty />}
      {data && data.total > 0 && (
        <div className="unmet-body">
          <Together combinations={data.combinations} />
          <Single wishes={data.wishes} />
        </div>
      )}
    </div>
  );
}
