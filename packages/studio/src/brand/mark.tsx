/**
 * The name and its mark: a corner of a board with the first move on it.
 * @module
 */
import './mark.css';

/** Drawn by hand rather than set in type, since not every machine has a font with these two characters. */
function SenteCharacters() {
  return (
    <svg aria-hidden="true" className="mark-characters" viewBox="0 0 216 100">
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" strokeWidth="7">
        <path d="M29 14 Q25 27 15 37" />
        <path d="M22 30 H80" />
        <path d="M50 8 V52" />
        <path d="M9 53 H92" />
        <path d="M38 54 Q36 78 10 92" />
        <path d="M61 54 V82 Q61 91 70 91 H80 Q90 91 90 76" />
        <path d="M188 12 Q162 22 132 22" />
        <path d="M134 43 H190" />
        <path d="M120 65 H204" />
        <path d="M162 21 V82 Q162 92 146 88" />
      </g>
    </svg>
  );
}

/** The studio's name, as a link to its first room. */
export function Mark() {
  return (
    <a className="mark" href="#/talk">
      <svg aria-hidden="true" className="mark-board" viewBox="0 0 32 32">
        <rect className="mark-wood" width="32" height="32" rx="7" />
        <path className="mark-lines" d="M10 2v28M22 2v28M2 10h28M2 22h28" />
        <circle className="mark-white" cx="22" cy="10" r="6.6" />
        <circle className="mark-black" cx="10" cy="22" r="7" />
      </svg>
      <span className="mark-name">Sente</span>
      <SenteCharacters />
    </a>
  );
}
