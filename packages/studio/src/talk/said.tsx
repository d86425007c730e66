/**
 * What the user said, in the record of any conversation.
 * @module
 */
import './said.css';

/** The words; below them what was heard in them, if that is known. */
export function Said({ words, heard = [] }: { words: string; heard?: readonly string[] }) {
  return (
    <div className="said">
      <p className="said-words">
        <span className="unseen">You: </span>
        {words}
      </p>
      {heard.length > 0 && (
        <p className="said-heard small quiet">
          <span>Heard:</span> {heard.join(' · ')}
        </p>
      )}
    </div>
  );
}
