/**
 * Words that carry no wish of their own: never matched loosely, never a sign that something was not understood.
 * @module
 */

const LIST = `
quick quickly fast a able about above after absolutely actually again ago ah ahead ain all allow allowed almost alone along already alright also although
always am among amazing an and another any anybody anymore anyone anything anyway anywhere apart are around as ask at available
away awesome awhile back bad based basically be beautiful became because become been before begin behind being believe below
beside best better between big bit both bought bring but buy by call came can cannot care case certain certainly change
cheer choice choose clear come completely consider cool could couple course currently day deal decide decent definitely did
different do doe doing done down due during each easily either else end enough especially etc even ever every everybody
everyone everything exactly except excellent excuse explain extra fairly fan far feel few find fine first fit follow for found
from front fun further gave general generally get getting give given glad go goe going gone good got great guess guy had
half happen happy has hate have having he hear hello help her here hey hi him his hmm hold honestly hope how however i idea
ideal ideally if im important in include included including indeed instead into is it item its itself just keep kind kinda know
last lasting later lead least leave less let like likely little live ll long look looking lot lots love made main mainly make making many matter may
maybe me mean meant mention might mind minimum mm moment more most mostly much must my myself name near nearly necessarily
necessary need neither never new next nice no nobody non none nor normal normally not nothing now number occasionally of off
often oh ok okay old on once one only open oops option or order originally other otherwise ought our ourselves out over own part
particular particularly pay people per perfect perfectly perhaps person personally pick piece place please plenty plus point
possible possibly pref prefer preferably preference preferred present pretty probably product provide purpose put quite range
rather re ready real really reason reasonable reasonably recommend regard regarding right same save saw say search second see
seem seen sell send sense sensible serious seriously set several shall she should show similar simple simply since single so
some somebody someone something sometime sometimes somewhat somewhere soon sorry sort specific specifically start still stop
stuff such suggest suggestion suit suitable super suppose sure surely take taken talk tell than thank that the their them then
there these they thing think this those though thought through thus till time to today together told tomorrow too took top
totally tough toward tried tries true truly try turn two type typical uh um under unless until up upon ur us use used useful
usual usually various ve very via wait wanna want was way we well went were what whatever when where wherever whether which
whichever while who whole whom whose why will wish with within without wonder wondering wont work worry would wow yeah year yep
yes yet you your yourself ya eh ehm er erm lol haha hm pls plz thx ty bro dude mate guys folks kindly um well-being possibly
mine ours anytime anyhow tad wanting needing considering preferring thinking searching hunting shopping interested
interest interesting keen ideal must-have spend spending afford purchase buying gift present comfortable lovely nicely okay
criteria requirement requirements essential mandatory require required requires max maximum min least lets let's requested
come comes coming came offer offers offering offered stock carry contain containing featuring features feature equipped
fits near nearby close left remaining remain limit total overall altogether step per goes bringing wants needs likes loves hoping planning plan plans favour favourite maybe mainly big-time somehow
`;

/** The set of them, folded to lower case; singular and plural forms both count. */
export const STOP_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/).filter(Boolean));

const COMMON = `
house home work school office student university daughter son wife husband friend mother father mum mom dad kid child baby family
light night right might sight fight line wine vine fine mine train trail rain brain main plain drain plane place space race face
room moon soon book look cook hook door floor food foot boot root read real road load lead bread break speak steak beach reach
teach each peach week weak weekend month morning evening noon hour minute second date late gate rate state taste waste paste
water winter summer spring autumn snow sun sunny shine stone store story short shirt sport start smart large charge change chance
dance party pretty city country county count mount point paint print plant plate planet pound sound round ground hand land sand
band stand standard garden green greed great treat meat meal deal seal real steel steal wheel feel heel heat seat beat boat coat
goat float price prize size side ride wide hide guide glass class grass gas bass pass mass press dress stress address bed bad bag
bath path math match catch watch wash cash card care car bar far war wall ball call hall tall small smell shell shall still skill
bill hill mill fill kill will well tell sell bell fell cell help hell held hold gold cold old told sold bold world word sword
heavy heaven seven even event every very carry marry sorry worry story study body buddy busy easy early yearly nearly really music
video movie photo picture game gaming player play player playing coding programming editing travel travelling holiday vacation
trip tour hike hiking walk walking run running ride riding cycling drive driving swim swimming ski skiing climb climbing visit
stay staying shut damn knee hurt aching ache sore back hip ankle heart health age birthday anniversary honeymoon retirement boss colleague cousin uncle aunt nephew niece
dinner lunch breakfast cheese fish chicken beef pork lamb pasta pizza salad dessert cake cook cooking drink drinking bottle
relaxed romantic cosy quiet calm peaceful noisy loud silent bright dark warm cool cold dry wet soft hard smooth rough sweet sour
wooden metal plastic leather cotton silk wool paper battery memory screen keyboard camera speaker business private public school
college budget money dollar euro cent bank credit debit account bill pay paid price cost fee tax free sale discount offer beginner
expert professional amateur simple complex modern classic vintage antique fresh young adult senior elderly grandmother grandfather
rest professor teacher doctor nurse engineer designer developer artist writer singer gamer lawyer architecture medicine biology
`;

/** Ordinary English words that carry meaning, and so must never be taken for a misspelt value. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON.split(/\s+/).filter(Boolean));
