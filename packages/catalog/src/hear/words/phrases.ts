/**
 * What people say to steer a conversation, by what they mean with it. Phrases are compared by lemma, with short forms
 * spelt out; the longest that fits wins. " / " separates phrases.
 * @module
 */

/** Words that act on the wishes around them. */
export const OPERATORS = {
  not: `no / not / without / w/o / never / neither / except / except for / excluding / exclude / other than / apart from / avoid /
    avoiding / hate / dislike / can not stand / do not want / do not like / would not want / would not like / will not have /
    do not want any / anything but / everything but / all but / rather not / would rather not have / nothing / none / non /
    stay away from / keep away from / rule out / allergic to / free of / free from / lacking / anything except / not into /
    not a fan of / do not really want / do not really like / do not show me / do not give me / do not recommend / do not suggest /
    do not show / do not want to see / minus / do not want to have`,
  nor: 'nor / and not / and no / or no / and neither / and without',
  needless: `do not need / not need / need not / does not need / does not have to / do not have to / not necessarily / not necessary /
    no need for / no need / not required / not a must / optional / can live without / can do without / could do without /
    not essential / does not need to be / does not have to be / do not really need / does not really need / do not necessarily need / not needed / stay at home / stay home / staying at home / left at home / not compulsory / not mandatory`,
  indifferent: `no longer matter / no longer matters / no longer important / do not care / do not mind / does not matter / do not matter / not matter / no matter / not important / unimportant /
    irrelevant / no preference / do not have a preference / do not have any preference / have no preference / not care / whatever /
    makes no difference / make no difference / not fussy / not picky / no object / could not care less / can not be bothered /
    not an issue / not a concern / not bothered / up to you / you choose / you decide / you pick / your choice / either way /
    anything goes / all the same / open to anything / flexible / not a factor / not a problem / i am open / i am easy /
    not that important / not so important / not too important / not very important / not really important / really does not matter /
    does not really matter / do not really care / do not really mind / not too bothered / not fussed / no strong feeling /
    no strong preference / do not have a strong preference / any is fine / anything is fine / either is fine / both are fine /
    all are fine / any will do / is secondary / not care much / do not care much / surprise me / or not / with or without`,
  unknown: `do not know / no idea / not sure / unsure / no clue / can not say / hard to say / do not really know / depends / undecided /
    not decided / have not decided / not certain / can not tell / could not tell / could not say / have not thought about /
    never thought about / have not a clue / beats me / who knows / no opinion / do not understand / not really sure /
    not quite sure / not too sure / do not have an opinion / have not got a clue / do not know yet / not sure yet`,
  withdraw: `forget / forget what i said about / ignore what i said about / forget about / drop / remove / ignore / never mind / delete / disregard / leave out / give up / scrap /
    get rid of / let go of / no longer care about / no longer need / no longer want / do not worry about / not worry about /
    relax / waive / scratch / take out / cancel`,
  want: `want / need / would like / would love / would prefer / prefer / looking for / look for / must have / must be / must /
    has to be / have to be / give me / make it / should be / should have / insist on / searching for / interested in / let it be /
    change it to / change that to / change to / switch to / i mean / i meant / essential / need to be / needs to have / has to have`,
  like: 'i like / i love / i want / i would like / i would love / i prefer / i would prefer',
  also: `also / as well / too / additionally / in addition / add / besides / on top of that / is fine too / are fine too /
    would be fine too / is ok too / is okay too / works too / would work too / would also do / also fine / also ok / is good too /
    would do too`,
  instead: `instead / actually / on second thought / thinking about it / come to think of it / changed my mind / change my mind /
    wait / no wait / hang on / hold on / sorry / correction`,
  replacing: 'instead of / rather than / in place of',
  any: 'any / all / any number of / any amount of',
  or: 'or / or maybe / or perhaps / or even / or else / and or / alternatively / or something / either',
  and: 'and / plus / along with / together with / as well as',
  but: 'but / however / though / although / only / as long as / provided',
  mild: `not too / not very / not so / not that / not overly / not particularly / not really / not super / not extremely /
    not all that / not as / not terribly / neither too`,
  too: 'too / way too / far too / a bit too / a little too / much too / still too',
  very: 'very / really / super / extremely / ultra / as / so',
  enough: 'enough',
  preposition: 'with / for / under / in / that / which / who / if',
} as const;

/** Words that bound a number. */
export const BOUNDS = {
  atLeast: `at least / minimum / min / minimum of / a minimum of / no less than / not less than / no fewer than / not fewer than /
    not under / not below / starting at / starting from / from / > = / ≥ / no lower than / no smaller than / no shorter than /
    upwards of / at minimum / at the very least / no under / nothing under / nothing below / nothing less than / not smaller than /
    not shorter than`,
  moreThan: `more than / over / above / greater than / higher than / beyond / > / exceeding / bigger than / larger than /
    in excess of / upward of / north of / past`,
  atMost: `at most / up to / max / maximum / max of / maximum of / a maximum of / a max of / no more than / not more than / not over /
    not above / not exceed / not exceeding / no higher than / no greater than / no bigger than / no larger than / no longer than /
    no heavier than / not longer than / not heavier than / nothing over / nothing above / nothing more than / within / until /
    till / < = / ≤ / a limit of / limit of / limit is / cap of / capped at / as much as / not beyond / at maximum / at the most /
    upto / no over / not bigger than / not larger than / nothing heavier than / nothing longer than / not higher than`,
  lessThan: 'under / below / less than / fewer than / lower than / < / smaller than / beneath / south of / underneath',
  around: `around / about / approximately / approx / roughly / ~ / circa / ca / close to / near / more or less / somewhere around /
    in the region of / something like / nearly / almost / in the neighbourhood of / in the ballpark of / like around`,
  between: `between / somewhere between / anywhere between / anywhere from / ranging from / in between / in the range of /
    in the range / from / either`,
  exactly: 'exactly / precisely / = / equal to',
  orMore: `or more / or above / or over / or higher / or better / or longer / or bigger / or larger / or warmer / or hotter / and up / and above / and over /
    and more / upwards / or greater / + / min / minimum / at least / and upwards / or later / or newer / at minimum / or up`,
  orLess: `or less / or under / or below / or lower / or cheaper / or fewer / or lighter / or shorter / or smaller / max / maximum /
    tops / at most / and under / and below / or colder / or cooler / or earlier / or older / at maximum / and less / at the most / at the very most`,
  orSo: 'or so / ish / give or take / more or less / approximately / roughly / - ish / odd',
} as const;

/** Acts of their own, wherever they stand in a clause. */
export const ACTS = {
  why: `why do you ask / why are you asking / why that question / why this question / why do you want to know / why does it matter /
    why does that matter / why is that important / why is this important / what for / how come / why would you ask / why ask /
    why that / why this / why these / why those / what makes you ask / why do you need to know / for what reason /
    why are you asking me / why did you / why do you recommend / why would you recommend / why do you suggest`,
  undo: `undo / go back / take that back / take it back / one step back / step back / scratch that / forget that / undo that / revert /
    that was a mistake / i made a mistake / i take that back / go one back / back one step / go back one step / go a step back / not what i meant / ignore that /
    ignore my last message / forget what i just said / forget what i said / forget my last message / i did not mean that /
    cancel that / never mind that / strike that / that was wrong / delete that / back up`,
  restart: `start over / start again / restart / reset / start from scratch / from scratch / begin again / start afresh / start anew /
    clear everything / clear all / forget everything / forget it all / forget all / from the beginning / from the start /
    new search / start new / wipe everything / all over again / start a new search / remove everything / drop everything /
    ignore everything / begin anew / clean slate`,
  show: `show me / just recommend / recommend something / recommend me / recommend one / suggest something / what do you have /
    what have you got / let me see / let us see / what would you recommend / what do you recommend / what do you suggest /
    what would you suggest / see result / see them / see the list / list them / list all / see what you have /
    your recommendation / enough question / stop asking / no more question / what are my option / what are the option /
    any recommendation / any suggestion / just pick one / which do you recommend / which one do you recommend /
    which would you recommend / which one would you recommend / what can you recommend / what can you offer /
    best match / top pick / see some / just show / recommend / suggest`,
  greet: `hi / hello / hey / good morning / good afternoon / good evening / good day / hiya / howdy / hi there / hello there /
    hey there / hallo`,
  thank: `thank / thank you / thank you so much / thank you very much / many thank / thank a lot / cheer / much appreciated /
    appreciate it / thank so much / thank for your help / thank you for your help / thank for the help`,
  bye: `that is it / bye / goodbye / good bye / bye bye / see you / see you later / that is all / that is it for now / that will be all / i am done /
    we are done / good night / have a nice day / have a good day / farewell / cya / quit / exit / i have to go / i got to go`,
  accept: `i will take / i take / i will have / i will go for / i will go with / let us go with / let us go for / let us take / go with /
    go for / i would take / i am taking / we will take / we take / we will have / i would go with / i would go for / want to buy /
    would like to buy / want to book / would like to book / want to order / would like to order / i would like to buy / i would like to book / i would like to order / i want to buy / i want to book / i want to order / i will buy / i will book /
    i will order / buy it / book it / order it / that one / that is the one / this is the one / sold / it is a deal / perfect /
    i choose / i pick / add to cart / add to basket / reserve it / i am sold / we have a winner / done deal / let us do /
    let us book / i decided on / i have decided on / i am going with / i am going for / i like it / i love it / that is perfect /
    sounds perfect / looks perfect / exactly what i want / just what i was looking for / exactly what i was looking for /
    just what i need / exactly what i need / i want it / i choose it / it will be`,
  reject: `none of these / none of those / none of them / none of the above / something else / not that one / not this one / not these /
    not those / not them / show me others / show me other / show me other one / other option / something different / different one /
    show me more / more option / other one / do not like it / do not like them / do not like these / do not like this /
    do not like that / do not like any / do not like those / hate it / not interested / not for me / not my thing / another one /
    show another / show me another / any other / anything else / what else / next one / not convinced / not quite right /
    not what i am looking for / not what i want / nothing for me / show more / see more / more please / keep looking /
    next please / more choice / more suggestion / neither of them / neither of these / neither of those / other suggestion /
    is there anything else / is that all you have / do not want it / do not want that / do not want this / do not want these /
    do not want any of these / do not want any of them / not what i need / do not like that one / do not like this one /
    do not want that one / different option / not right for me / do not like the look of`,
  count: 'how many',
} as const;

/** Said alone, fillers aside, these answer whatever was asked or shown. Which of several readings holds, the context decides. */
export const ALONE = {
  yes: `yes / yeah / yep / yup / sure / of course / certainly / definitely / absolutely / ok / okay / yes please / sure thing / why not /
    please do / correct / exactly / that is right / right / indeed / by all means / aye / affirmative / go ahead / sounds good /
    sounds great / ya / yea / that would be great / that would be nice / that would be good / would be great / would be nice /
    would be good / i do / i would / for sure / totally / true / i think so / i guess so / i suppose so /
    preferably / ideally / y / alright / all right / fine by me / works for me / that works / good idea / great idea /
    let us do that / do that / do it / gladly / i need it / i need one / i want one / i want that / great / must have / a must /
    would be a plus / would be useful / fine / yes i do / yes it is / please / cool / 👍 / 👌 / ✅`,
  no: `no / no thank / no thank you / nope / nah / not really / i do not / i do not think so / i would not / rather not /
    i would rather not / not at all / absolutely not / definitely not / certainly not / no way / not for me thank / no please /
    negative / n / never / not needed / not now / prefer not / i prefer not / i would prefer not / not particularly /
    do not think so / hell no / of course not / do not / please do not / does not / no need / i am good / nay / not especially /
    i think not / without / false / i do not need it / i do not need one / i do not want one / preferably not / better not /
    no not really / do not want one / it is not / 👎 / ❌`,
  indifferent: `no limit / unlimited / no maximum / no minimum / any / anything / either / either one / either of them / both / all / all of them / any of them / any of those /
    any of these / whichever / skip / pass / next / skip this / skip that / skip it / skip this question / next question /
    never mind / everything / anything is good / any one / either works / anything works / both work / doesn't / all good / all fine / fine with anything / surprise me / i am fine with anything / anything really / any really / doesn't matter to me`,
  unknown: `maybe / perhaps / possibly / hmm / hm / um / uh / help me / tough one / good question / kind of / sort of / so so / huh /
    what / pardon / not yet / i wonder / could be / what do you mean / ?`,
  undo: 'back / previous / never mind / forget it / cancel / oops / mistake / my mistake',
  why: 'why / why so / how so / but why / reason / explain / explain yourself',
  accept: `great / excellent / deal / done / this / this one / awesome / amazing / lovely / nice / good / works / looks good /
    looks great / ideal / take it / brilliant / wonderful / fantastic`,
  reject:
    'next / more / another / others / neither / none / nothing / pass / meh / other / different / no more / other ones',
  show: 'go / show / list / result / results / options / recommendations / suggestions / browse / surprise me / show all / display',
  bye: 'end / stop / finish / finished / all done / nothing else / nothing more',
  thank: 'ta / ty',
  greet: 'yo / greetings / moin / good day',
} as const;

/** Words with which a message may open before it goes on to say more: "yeah, and under 800". */
export const OPENING_YES =
  'yes / yeah / yep / yup / sure / definitely / of course / absolutely / certainly / yes please / ya / yea';
export const OPENING_NO =
  'no / nope / nah / no thank / no thank you / not really / not at all / definitely not / absolutely not';

/** Politeness around an answer. */
export const FILLERS = `please / well / oh / ah / i think / i guess / just / then / honestly / really / so / thank / ok / okay / hm / hmm / um /
  uh / to be honest / i would say / i suppose / actually / maybe / now / for me / to me / for now / probably / quite / very / that / 's /
  fine / with me / by me / sorry / with that / dear / mate / i / me / am / is / it / a / the / one / yet / with / about / of / on / at / all / much / here / there / this / and / but / or / as / too / anyway / in general / though / them / these / those`;

/** Several words for one adjective. */
export const ADJECTIVE_PHRASES = {
  cheap: `budget friendly / budget - friendly / low - cost / low - budget / low - priced / tight budget / small budget / low budget / limited budget / on a budget / low cost / low priced / good value /
    value for money / bang for the buck / not much money / little money / reasonably priced / entry level`,
  expensive: 'high end / high - end / top - end / top of the range / top of the line',
  light: 'easy to carry / light weight',
  most: 'the more the better / as much as possible / as many as possible',
  least: 'the less the better / the fewer the better / as little as possible / as few as possible',
} as const;
