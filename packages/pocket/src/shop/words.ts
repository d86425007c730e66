/**
 * The words that are spoken in the pocket shop, by users of every kind and by assistants: the pocket model's vocabulary.
 * @module
 */

/** In no particular order; marks count as words. A model's card keeps its own copy, so that the list may grow. */
export const SHOP_WORDS: readonly string[] = `
. , ? ! '
small medium large red blue green black cotton leather wool canvas
size colour material bag bags sizes colours materials one ones piece thing things kind
ten fifteen twenty thirty forty fifty five euros euro price cost costs much how
i you he she it we they me my mine your his her him them our us
a an the this that these those some any every all both other another
is are am was be been do does did done can could will would should may might must have has had
not no yes never always please thanks thank hello hi good morning day bye okay sure fine great right wrong exactly perfect sorry well
want wants wanted need needs like likes look looking search searching find found buy buying get take takes give show see think know knows tell say said help
choose prefer prefers matter matters mind decide care hope guess try bring make ask
and or but so if then because than with without for from of in on at to by as about into out up
what which who where when why there here now today soon later still again also only just even quite very really too rather maybe perhaps
time hurry rush quick quickly minutes hour hours wait waiting long short busy slow slowly fast train leave leaving hurried calm
present gift friend mother father sister brother son daughter uncle aunt wife husband colleague neighbour birthday somebody myself
taste idea clue certain unsure half part partly open everything something anything nothing whatever either neither
recommend suggest offer available shop stock store sell strap pocket pockets new nice lovely simple strong light trip work school market city travel
first last next more less many few two three question questions answer answers options option choice
afraid unfortunately cannot let talk speak staff mean were yours ours minute
`
  .trim()
  .split(/\s+/);
