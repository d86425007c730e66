/**
 * What two texts have in common, by the words that carry meaning.
 * @module
 */

/** Words that say nothing by themselves, in the languages that logs are likeliest to be in. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an and are as at be but by can could did do does for from had has have he her his how i if in is it its just me my no not of
  on or our please she should so some than thanks that the their them then there these they this to us want was we were what when
  where which who will with would you your any about also need like help know tell give make get
  der die das ein eine und oder ist sind ich du sie wir es mit von zu auf für nicht bitte was wie wer wo kann hat habe den dem
  le la les un une et ou est sont je tu il nous vous de du des en pour pas que qui avec dans ce cette mon ma
  el los las una y o es son yo de del en para no que quién con por mi su se lo`.split(/\s+/),
);

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The meaning words of a text, cut to their first six letters: a stem good enough for most European languages. */
export function meaningWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase().normalize('NFKC'))) {
    if (!isWordLike || EMPTY.has(segment)) continue;
    // One Latin letter means nothing; one digit or one ideograph does.
    if (segment.length === 1 && /\p{Script=Latin}/u.test(segment)) continue;
    found.add([...segment].slice(0, 6).join(''));
  }
  return found;
}

/** The words of `a` that are in `b` too. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((word) => b.has(word)));
}

/** The words of `a` that are not in `b`. */
export function without(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((word) => !b.has(word)));
}
