/**
 * Does a reply ask the user to make the request clearer? Told by rules from its words alone, alike for every assistant.
 *
 * A sentence counts when it asks for something that only the user knows, and that the answer to the request hangs on:
 * `narrowing`. What looks like it and is none: `courtesy` ("Anything else I can help with?"), `offer` of a further service
 * ("Would you like me to book it?"), `closing` over what was just shown ("Which one do you like best?"), `rhetorical`
 * ("Why does this matter? Because …"). The rules are tried in that order; a question that none of them claims narrows.
 * @module
 */
import { splitSentences } from './split-sentences.ts';

type QuestionKind = 'narrowing' | 'courtesy' | 'offer' | 'closing' | 'rhetorical';

/** One question, or a request in another form ("Tell me your budget."). */
interface SpokenQuestion {
  readonly text: string;
  readonly kind: QuestionKind;
}

const ENDS_AS_QUESTION = /\?["”»)\]*_\s]*$/;

/** Requests for something that the user knows, which end in no question mark. */
const REQUEST =
  /\b(?:tell me|let me know|specify|clarify|indicate|share|confirm|give me|provide|choose between|say)\b(?! (?:goodbye|that))/i;
const REQUEST_OPENING =
  /^(?:please|kindly|just|first|but|so|and|to (?:help|answer|start|begin|narrow)\b.*?,|before .*?,|could you|can you|if you)\b|^(?:tell me|let me know|specify|clarify|share|say which|say whether|choose between)\b/i;
const ABOUT_REQUEST =
  /\b(?:which|what|whether|where|when|who|whom|how (?:many|much|long|often|hard|far|old|big)|more (?:about|details?|information)|your (?!trip|stay|journey|convenience)|the (?:following|details?)|if you (?:mean|meant|prefer|preferred|have|had|are|were)|details?)\b/i;
const NEED =
  /\b(?:I(?:['’]ll| will|['’]d| would)? (?:just |still |first )?need (?:to know|(?:a (?:bit|little) )?more|some more|a few (?:more )?details|your)|I(?:['’]d| would) (?:like|have|want) to know|(?:it )?would help (?:me )?(?:to know|if you|if I knew)|(?:it )?depends on (?:which|what|whether|where|when|who|how|your)\b)/i;

const COURTESY: readonly RegExp[] = [
  /\b(?:any(?:thing|one)?|something|what) else\b.*\b(?:help|assist|do|need|know|add|mind|question|look|like)/i,
  /^(?:is there |was there )?anything else\b/i,
  /\b(?:how|what) (?:can|may|could|might|shall|should) I (?:help|assist|do for)\b|\b(?:can|may|could) I (?:help|assist|be of)\b/i,
  /\b(?:any|more|other|further|additional) (?:more |other |further )?(?:questions?|concerns?|help|assistance|information)\b/i,
  /^(?:does|did|do|is|was) (?:that|this|it|my answer|the above)\b.*\b(?:help|answer|clear|sense|useful|clarify)/i,
  /^(?:how are you|how is your day|how's it going|how do you do)\b/i,
  /^(?:make|makes|sounds?) (?:sense|good|fair|right)\b/i,
  /\bfeel free\b|\bdon['’]t hesitate\b|\bhappy to help\b/i,
];

/** What the assistant would do next, not what the user wants. */
const SERVICE =
  '(?:show|list|search|look|find|book|reserve|explain|tell|send|give|check|help|write|draft|go|walk|compare|see|hear|know|learn|read|get|provide|share|suggest|recommend|continue|proceed|start|try|elaborate|expand|summari[sz]e|change|take|add|hold|note|put|save)';
const OFFER: readonly RegExp[] = [
  new RegExp(`^(?:and |or |so |then )?(?:shall|should|may|can|could|might) (?:I|we)\\b.*\\b${SERVICE}\\b`, 'i'),
  /\b(?:would you (?:like|want|prefer|care)(?: for)?|do you want|want|would it help|is it (?:ok|okay|all right)) (?:me|us|if I)\b/i,
  new RegExp(`\\b(?:would you (?:like|care|want)|do you want|want) to ${SERVICE}\\b`, 'i'),
  /^(?:need|want) (?:more|another|a hand|help|details?)\b/i,
  /\b(?:would you like|do you want|are you interested in|interested in) (?:some |any )?(?:more|further|another|a few more|additional|other) (?:details?|information|options?|suggestions?|examples?|ideas?|of)\b/i,
];
/** An offer that hangs on the answer: "Should I assume the Alps, or the coast?" */
const ALTERNATIVES =
  /\b(?:assume|take it|treat|interpret|focus|stick|use|include|exclude|aim|look (?:for|at)|search for|keep|limit|read|mean|go for|plan|write|suggest|recommend)\b.*(?:,? or (?!not\b)|\bwhether\b)/i;

const CLOSING: readonly RegExp[] = [
  /\b(?:which|any|either|one|some|none) (?:one )?(?:of (?:these|them|those|the (?:two|three|above))|one)\b.*\b(?:suit|like|take|for you|best|appeals?|do|work|fit|choose|prefer|pick|be|speaks?|catch|interests?|accept|right)\b/i,
  /^(?:so,? |now,? |and )?which (?:one )?(?:do you like|would you (?:like|take|choose|pick)|will it be|would it be|is it|appeals?|suits?)\b(?! .*:)/i,
  /^(?:so,? )?(?:is it|is one|is either|is there one|are any|do any|does any|does one|does either|would one|would either|will one)\b.*\b(?:of (?:these|them|those)|you like|suit)\b/i,
  /^(?:so,? |well,? |and )?(?:does|do|would|will|could) (?:that|this|it|these|they|those|either) (?:\w+ )?(?:suit|work|do|sound|look|fit|please|appeal|tempt|interest|come close|be (?:all right|ok|okay|good|fine|something))\b/i,
  /^(?:so,? |well,? |and )?(?:how|what) (?:do|does|about|is) (?:that|this|it|these|they|those|them)\b(?! (?:\w+ )?(?:mean|region|month|price))/i,
  /^(?:so,? |well,? |and )?(?:is|are) (?:that|this|these|those|it) (?:all right|ok|okay|good|fine|what you|one of|for you|the one|something for)\b/i,
  /^(?:so,? )?what do you (?:think|say)\b|^(?:what|any) (?:thoughts|feedback)\b|^thoughts\b/i,
  /^(?:so,? )?would you take\b|^(?:do|would) you (?:want|like) to (?:go with|take|have) (?:it|that|this|one|them)\b/i,
];

/** "Say which of these comes closest." */
const CHOICE =
  /\bwhich (?:one )?(?:of (?:these|them|those)(?: [\d\w]+)? )?(?:comes?|is closest|suits?|you (?:like|prefer|would take)|appeals?)\b/i;
/** Relaxing is asking: what gives way is the user's to say. */
const RELAXING = /\b(?:give way|could you (?:drop|give up)|would you accept|be flexible|can you compromise)\b/i;
const MEANING = /\byou (?:\w+ )?(?:mean|meant|referring|refer|have in mind|had in mind|looking for|thinking of)\b/i;
const WH = /^(?:so,? |and |but |then |now,? )?(?:which|what|when|where|who|how)\b/i;
const SECOND_PERSON = /\b(?:you|your|yours|yourself)\b/i;
const WONDERING =
  /^(?:so |but |and |now )?(?:why|how come|what(?:['’]s| is| are| does| do| makes| happens| if)\b|how does|how do|who knew|guess what|the result|the catch|sounds? (?:good|familiar)|ready|right|see|curious|surprised)/i;

/** The questions of a reply, in order. */
export function readQuestions(reply: string): readonly SpokenQuestion[] {
  return splitSentences(reply).flatMap(({ text, next }) => {
    if (ENDS_AS_QUESTION.test(text)) return [{ text, kind: kindOf(text, next) }];
    return asksWithoutMark(text) ? [{ text, kind: 'narrowing' as const }] : [];
  });
}

/** Whether a reply asks for something that only the user knows: whether it holds a narrowing question. */
export function putsQuestion(reply: string): boolean {
  return readQuestions(reply).some(({ kind }) => kind === 'narrowing');
}

/** "Please tell me which month you have in mind." "It depends on whether you mean the lake." */
function asksWithoutMark(text: string): boolean {
  if (COURTESY.some((pattern) => pattern.test(text))) return false;
  if (
    /^(?:just )?(?:let me know|tell me|say) if\b/i.test(text) ||
    /\blet me know if you(?:['’]d| would| need| want)\b/i.test(text)
  ) {
    return /\bif you (?:mean|meant|prefer|preferred)\b/i.test(text);
  }
  if (CHOICE.test(text) && !MEANING.test(text)) return false;
  if (NEED.test(text)) return true;
  return REQUEST_OPENING.test(text) && REQUEST.test(text) && ABOUT_REQUEST.test(text);
}

function kindOf(text: string, next: string | undefined): QuestionKind {
  // What was opened with something else is told by its last clause: "Good choice: which month?"
  const clause = text.replace(/^.*[:;–—]\s+(?=\p{Lu}?\p{L}+[^:;]*\?)/u, (head) => (/\?|\bor\b/.test(head) ? head : ''));
  const has = (patterns: readonly RegExp[]): boolean => patterns.some((p) => p.test(text) || p.test(clause));
  if (has(COURTESY)) return 'courtesy';
  if (MEANING.test(text) || RELAXING.test(text)) return 'narrowing';
  if (has(OFFER) && !WH.test(text) && !WH.test(clause)) return ALTERNATIVES.test(text) ? 'narrowing' : 'offer';
  if (has(CLOSING)) return 'closing';
  if (!SECOND_PERSON.test(text) && WONDERING.test(clause) && next !== undefined && !ENDS_AS_QUESTION.test(next)) {
    return 'rhetorical';
  }
  const tag = /^(?:right|see|ready|sounds good|okay|ok|deal|yes|no|well)\?|, (?:right|no|eh|huh|isn['’]t it)\?/i;
  return !SECOND_PERSON.test(text) && tag.test(text) ? 'rhetorical' : 'narrowing';
}
