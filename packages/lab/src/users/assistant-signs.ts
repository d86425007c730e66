/**
 * Signs by which sentences of assistants are told apart: English, in the manner of tables and of language models. All are
 * tried on plain text (`plainText`).
 * @module
 */

/** Says that nothing (else) fits. */
export const NOTHING: readonly RegExp[] = [
  /\b(?:no|not a single|not one) (?:\w+ ){0,2}?(?:here |of ours |in the \w+ )?(?:fits?|match(?:es)?|meets?|satisf|is all|is like|with all|like that|combin)/,
  /\b(?:nothing|none)\b(?! is ruled out)[^.?!]*\b(?:fits?|match(?:es)?|meets?|satisf\w*|is (?:all of )?that|like that|all (?:of )?(?:these|this|that))\b/,
  /\bleaves nothing\b/,
  /\bzero \w+ (?:match|fit)/,
  /\b(?:we|i) (?:\w+ )?(?:don't|do not|cannot|can't) (?:currently |really )?(?:offer|sell|stock|provide)\b/,
  /\bno (?:results?|match(?:es)?|such)\b/,
  /\b(?:i|we) (?:\w+ )?have no (?!\w+ (?:preference|idea|information))/,
  /\b(?:don't|do not|doesn't|does not|didn't|did not|can't|cannot|couldn't|could not|won't|unable to|wasn't able to|haven't|have not)\b(?: \w+){0,2}? (?:have|find|see|offer|found|locate|got|think of)(?: \w+){0,2}? (?:any|a|an|anything|one|something)\b/,
  /\bthere (?:is|are|'s|aren't|isn't|is not|are not)(?: currently| unfortunately| sadly)? (?:no|nothing|none|any|anything)\b(?! in the table says)/,
  /\b(?:you have|you've) (?:now )?seen (?:every|all|everything)\b/,
  /\bthat was (?:everything|all that fits)\b/,
  /\bi have nothing\b/,
  /\bi do not have it\b/,
  /\bbeyond this table\b/,
  /\bnot one of the [\d,]+ fits\b/,
  /\bnothing (?:else )?(?:is )?(?:available|left|remains|suitable|at the moment)\b/,
  /\bno (?:\w+ ){0,2}?(?:available|left|remain\w*|exists?)\b/,
  /\bcan(?:not|'t) help (?:you )?any further\b/,
  /\bnone of the (?:[\d,]+|\w+ here)(?:, as things stand|\b[^.]*\bfits)/,
];
/** Speaks of a wish that could give way. */
export const FLEXIBLE: RegExp =
  /\b(?:with(?:out)? (?:any|the)|at (?:any|up to)|if (?:it|you|they|we|\S+ were|the \w+)|need not|were to|could (?:you )?(?:be flexible|change|drop|relax|give|adjust|consider|move|extend|stretch)|would you (?:consider|accept|be (?:open|willing|flexible))|give way|give up|instead|relax\w*|drop(?:ping)?|flexible|loosen\w*|try|different|another|higher|broaden|rather than|widen\w*|or not|not needed|allowed after all|may change)\b/;
/** Asks whether what was named would do. */
export const CLOSING: RegExp =
  /\b(?:suits?|sounds?|take (?:it|that|this|one|them)|for you\b(?! to)|like best|interests?\b(?! you in)|interested|appeals?|(?:of|about|like) (?:these|them|those|that|this|it)\b|which (?:one|of)|which (?:do|would) you (?:prefer|like|choose|fancy)\b(?=\W*$)|is it one|do all the same|do you think|works? for you|change that|give way|go with|all right|would (?:one|that|it) (?:of \w+ )?(?:do|be)|book (?:it|this|that|one)|(?:this|that) one|one you like|your favou?rite|accept|prefer one|comes closest|catch(?:es)? your eye|anything there|right direction|shall i (?:book|reserve|take|change))\b/;
/** Asks what is wanted, without naming anything. */
export const OPEN: RegExp =
  /\b(?:anything else|what else|tell me (?:more|what matters|what you|about (?:what|your)|your wishes|a bit)|(?:what|which) (?:are you looking|kind of|sort of|type of|matters|is (?:most )?important|would you like\b(?! to (?:see|spend))(?=\W*$)|do you (?:want|need|have in mind)\b(?=\W*$)|brings you|did you have in mind(?=\W*$)|can i (?:do|help|find)|trip)|how (?:can|may|could) i (?:help|assist)|(?:other|more|further|any|particular|specific) (?:preferences?|wishes|requirements?|criteria|must-haves?|needs)|what may i|which wish|which of your wishes|describe (?:your|what|the)|more (?:details|about what))\b/;
/** Asks what was wrong with what was shown. */
export const WHY_NOT: RegExp =
  /\bwhy not\b|\bwhat(?:'s| is| was| did| didn't| don't| do| puts| made)\b[^?]*\b(?:wrong|missing|not like|n't like|dislike|in the way|put you off|puts you off|not right|doesn't suit|turn (?:it|them|that) down)|\bwhat (?:didn't|don't|did|do) you (?:not )?like\b|\bwhich (?:part|of that) (?:doesn't|does not|is not|isn't)\b/;
/** Accepts an offer. */
export const AGREES: RegExp =
  /^\W*(?:it's |it is )?(?:deal|agreed|sold|done|accepted|fine, it's yours|you have a deal)\b|\b(?:it's|we have|that's|is) a deal\b|\bi (?:can )?accept (?:your offer|that|€|the)|\bagreed (?:at|on)\b/;
