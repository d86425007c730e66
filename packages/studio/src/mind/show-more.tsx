/**
 * The way to the rest of a list that is seen in part, and back.
 * @module
 */

/** Nothing where all are seen anyway. Stands in a line of text. */
export function ShowMore({ hidden, all, onAll }: { hidden: number; all: boolean; onAll: (all: boolean) => void }) {
  if (hidden === 0 && !all) return null;
  return (
    <>
      {' '}
      <button className="link" onClick={() => onAll(!all)} type="button">
        {all ? 'Show fewer' : `Show ${hidden} more`}
      </button>
    </>
  );
}
