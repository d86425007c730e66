/**
 * Exchanges about the shop: a user's question, what is said to it, and how it ends. They make the words of the shop known
 * to a model in every place of a sentence and from both sides, question words too where assistants never ask.
 * @module
 */
import { type Phrases, phrases } from './phrases.ts';

/** "what the user says | what the assistant says". */
export const SMALL_TALK: Phrases = phrases(`
  which sizes do you have ? | we have small , medium and large ones .
  what sizes are there ? | there are three sizes , small , medium and large .
  which colours do you have ? | red , blue , green and black .
  how many colours are there ? | there are many colours here .
  what materials do you have ? | cotton , leather , wool and canvas .
  which material do you like more ? | i like {material} more than {material2} .
  which material is strong ? | leather is very strong , and canvas is , too .
  which material is light ? | cotton is light and wool is rather light .
  what colour is yours ? | mine is {colour} , and his is {colour2} .
  which of these is yours ? | the {size} one is mine , the other one is his .
  when can i get it ? | you can have it now , or {later} .
  when will you have more ? | we will have more {later} , i guess .
  why does leather have that price ? | because leather is strong and cotton is not .
  why does this one cost more ? | because it is {size} , and large things cost more .
  where can i see the bags ? | they are all here in the store .
  who can help me ? | our staff can help you {later} .
  who are you ? | i am one of the staff in this shop .
  can i talk to the staff ? | sure , they are here all day .
  is this good for {use} ? | yes , it is {good} for {use} .
  is there a bag for {use} ? | yes , every bag here is {good} for {use} .
  i need something for {use} . | then you might like something {light} .
  my {person} needs a thing for {use} . | we have many things for {use} .
  do these have a strap ? | {some} of them have a strap .
  does it have a pocket ? | yes , it has {few} pockets .
  how many pockets does it have ? | it has {few} pockets and a strap .
  do you only sell bags ? | yes , we sell nothing but bags .
  do you sell anything that is not a bag ? | no , only bags , sorry .
  are you busy today ? | no , it is a slow and calm morning .
  are there any questions that you ask ? | i ask few questions and give quick answers .
  is there another shop in the city ? | there is another in the market .
  is there another option ? | yes , there are {few} options .
  what options do i have ? | there is a lovely {colour} one and a simple {colour2} one .
  do i have a choice ? | yes , the choice is yours .
  how do i choose ? | choose what you like , not what they like .
  what did {he} buy ? | {he} did not buy anything .
  what has {he} found ? | {he} has found a {light} {colour} one .
  what would he take ? | he would take the first one , not the next .
  would she like it ? | she should like it , it is {light} .
  should i buy it today ? | you should take your time and decide {later} .
  must i decide now ? | no , you may decide {later} .
  may i bring it again ? | you may bring it {later} .
  may i try this one ? | please do , you can try both .
  might there be more {later} ? | there might be , we hope so .
  could it be too {size} for me ? | it could be , try it first .
  is it too light or too strong ? | neither , it is exactly right .
  do you have both ? | yes , we have either of them in stock .
  are all of them new ? | all are new , and some are very new .
  are both of them yours ? | both are ours , neither is mine .
  do you know my {person} ? | yes , {he} was here and we like {him} .
  do you think that it will do ? | i think it will do quite well .
  do you think so , really ? | yes , i really do think so .
  well , what do you say ? | i say yes , without question .
  am i right ? | you are right again , as always .
  am i wrong about that ? | you are never wrong , only too fast .
  is this your last one ? | it is the last one , but there will be more soon .
  is it the first or the last one ? | it is the next to last .
  is it open ? | the shop is open from morning on .
  will it be open {later} ? | it will be open then , too .
  how long are you open ? | we are open for ten hours , less on a short day .
  how long does it take ? | it takes {few} minutes , not an hour .
  i must wait , how long is it ? | an hour , or {few} minutes if we rush .
  how quickly can you find it ? | quite quickly , in less than {few} minutes .
  does it cost {ten} euro or more ? | a euro more than you think , i am afraid .
  how are you this morning ? | i am fine , thanks , and you ?
  hello , how are you ? | hello , i am well , thank you .
  hi , what a lovely day . | hi , it really is a lovely day .
  good morning to all of you . | good morning , what can we do for you ?
  good day , i was here last time . | good day , it is good to see you again .
  i hope you are well . | i am , thanks , and i hope you are , too .
  do you mind if i look about ? | not at all , please look .
  can i just look ? | sure , look as long as you like .
  can you recommend your shop ? | i can recommend it , and so does my {person} .
  what do you suggest ? | i suggest that you look at them all .
  what do you prefer ? | i prefer whatever is simple .
  what does your {person} prefer ? | {he} prefers {colour} to {colour2} .
  what is your taste ? | my taste is simple , i like {colour} things .
  does my taste matter ? | yes , your taste matters more than the price .
  what matters more ? | it matters that you like it .
  does it matter to you ? | it does not matter to us .
  do you care ? | we care for everything that we sell .
  i was looking at that piece . | that is a nice piece , and a light one .
  i see a piece of {material} there . | that piece is new in the shop .
  what kind of thing is this ? | this is a kind of bag in {material} .
  what kind of {material} is it ? | it is a very {good} kind of {material} .
  is this {material} ? | it is partly {material} and partly {material2} .
  what part of it is {material} ? | the strap is , the other part is {material2} .
  is that one {colour} or {colour2} ? | half {colour} and half {colour2} .
  the {colour} bags , are those yours ? | those are ours , yes .
  let me guess , it is {material} . | you guess well , it is .
  i guess it is out of stock . | no , it is still in stock .
  is it out ? | yes , but we will get it in {later} .
  can he take it into the train ? | he can take it into any train .
  can she take it by train ? | by train it is fine , she can .
  i found something at the market . | well , then let us see what you found .
  i did find it . | great , we were wrong then .
  my {person} is at school . | then buy {him} something for school .
  my {person} has to work . | then {he} is busy with work , as we all are .
  it was for {him} . | it will be right for {him} .
  it is for her , not for him . | then i will give it to her .
  give it to them , please . | i will give them whatever they need .
  tell me something . | something nice , or something simple ?
  say something about it . | what can i say , it is perfect .
  do they know ? | they know , but they cannot say .
  could they help us ? | they could , if they had the time .
  i had a bag . | then you know what it is like to have one .
  he had one , too . | then we should have had more of them .
  we have been here . | it has been a long time .
  what has been the matter ? | nothing , it has just been slow .
  i should have been at work . | then be quick , work will not wait .
  we were here first . | you were , so you are next .
  were you hurried ? | we were , but now we are calm .
  are you still there ? | i am still here .
  are you certain ? | i am quite certain about it .
  are you sure , perhaps it is wrong ? | maybe , but i am rather sure .
  are you unsure ? | i am never unsure about a bag .
  not that i mind , but why ? | because we always do so .
  i never mind . | then we do not mind it either .
  is this all ? | that is everything , there is nothing more .
  there is something in it . | that is only the strap .
  it is for us two . | then take two of these , one is for him .
  two or three of them , please . | sure , here are three .
  we would like some more . | how many more would you like ?
  a few more , not many . | then {few} will do , i think .
  what is less , ten or twenty ? | ten is less than twenty .
  is twenty more than fifteen ? | yes , twenty is more than fifteen .
  is fifty much ? | fifty euros is quite much , forty is less .
  i must not wait , can i buy it ? | buying is quick , it takes {few} minutes .
  i am buying it for the {use} . | buying it for the {use} is a great choice .
  can you do the search for me ? | i can search our store for you .
  try again , please . | i will try again , and again if i must .
  it was not right . | sorry , i will make it right .
  can you make it by {later} ? | we cannot make it so fast , sorry .
  can you bring me one , too ? | i will bring one {later} .
  do you rush in here ? | no , there is no rush , only now and then .
  do you hurry ? | never , we are calm and slow here .
  that was slow . | sorry , we will be fast next time .
  that was quick and fast , thanks . | we are always quick .
  why wait ? | because a good thing takes time .
  is somebody there ? | yes , somebody is always here .
  who is it from ? | it is from my {person} and me .
  where is it from ? | it is from the city , from a market there .
  whatever it is , i like it . | then take it , whatever they say .
  whatever you have , show me . | i can show you everything in the shop .
  if it is wrong , can i bring it in ? | if it is wrong , bring it to us .
  if i take both , is it less ? | if you take both , it is less , yes .
  do you know the answer ? | i know a few answers , not all .
  i have a question . | then ask , i may have the answer .
  what a question , you see . | every question is a good question .
  when does the train leave ? | the train is leaving {later} , i think .
  will you be leaving ? | we are leaving {later} , not now .
  is it a good gift ? | as a gift or present it is perfect .
  is it a nice birthday present ? | a lovely birthday present , i would say .
  it is his birthday today . | then he should get a present .
  my {person} and my {person2} are here . | it is good to see them both .
  is it your {person} or your {person2} ? | it is my {person2} , not my {person} .
  how is your {person2} ? | my {person2} is very well , thanks .
  can my {person} see it with my {person2} ? | sure , they can see it here .
  may my {person} have it ? | unfortunately not , it is for my {person2} .
  as a shop , are you {good} ? | we are a {good} shop , ask my {person2} .
  i am afraid it is too {size} . | maybe , but we have more .
  i am afraid of that . | there is nothing to be afraid of .
  unfortunately i have to leave . | unfortunately we cannot wait , bye .
  let us talk about {use} . | we could talk about {use} for hours .
  let us see . | let us see what there is .
  let me think . | think as long as you like .
  speak slowly , please . | i can speak slowly , yes .
  i did it myself . | you did it well .
  can i have it for myself ? | it is yours , not mine .
  this is ours , is it not ? | it is yours now .
  is it ours ? | it is ours , but it can be yours .
  no clue what that is . | it is a strap , i think .
  have you any idea ? | i have an idea , but only half a clue .
  sorry to ask , but is it yours ? | no need to be sorry , it is mine .
  can i speak to somebody from the shop ? | you can speak to any one of the staff .
  do you also have a {light} one ? | we also have a {light} one , yes .
  do you even have time ? | we even have hours .
  just one more , please . | just a minute , here it is .
  is it just for {use} ? | not just for {use} , for everything .
  is it without a strap ? | without a strap , but with {few} pockets .
  is it available ? | it is available , in any colour .
  what is available {later} ? | everything is available {later} .
  can you offer me something ? | i can offer you some {light} ones .
  what do you offer ? | we offer {light} bags of every kind .
`);

/** The same, with slots that are drawn anew at each place: few templates, many sentences. */
export const LOOSE_TALK: Phrases = phrases(`
  are {those} {mine} ? | {those} are {mine} , and {those} are {mine} .
  is {this} {thing} {mine} ? | no , {this} {thing} is {mine} , the other {thing} is {mine} .
  {why} did you {choose} it ? | because my {person} {found} one {with} a {strap} .
  {why} would we {choose} {those} ? | because {those} {might} be {light} .
  {why} does {he} {choose} {those} ? | {he} {prefers} {light} {things} , that is why .
  do they {also} {choose} them ? | they {also} {choose} them , {maybe} {later} .
  {might} i {choose} it {without} my {person} ? | {maybe} , if {he} does not mind .
  my {person} {prefers} {those} . | then {he} {might} {choose} {those} {next} .
  does your {person} {also} like them ? | {he} {also} {prefers} {light} {things} , i hope .
  i am {buying} for {him} . | are you {also} {buying} something for your {person} ?
  we were {buying} it {by} the {use} . | {those} were {also} {buying} it there .
  {who} is {buying} {with} {him} ? | a friend or my {person} , i guess .
  have you {found} {those} ? | we have {found} {those} , {unfortunately} not all .
  had they {found} it {by} then ? | {unfortunately} they had not {found} it .
  it has been done . | well done , then we are done {next} .
  is it done ? | it is done , i have done it {quickly} .
  what do you mean {by} {light} ? | i mean that it is {very} {light} .
  what does {light} mean ? | we mean that it is {also} new .
  you see what i mean . | i know what you mean , and {also} why .
  is there one {with} a {strap} ? | {those} are {with} a {strap} , {mine} is {without} .
  do {those} have a {strap} ? | neither of them has a {strap} , both have pockets .
  has it a pocket ? | it has a pocket , {also} a {strap} .
  does either of them have a pocket ? | neither has one pocket , both have {few} .
  neither is for me . | neither ? then {choose} either of the {next} two .
  i like both . | if you like both , take both .
  which {sizes} are out ? | {unfortunately} {those} {sizes} are out .
  in which {sizes} do you sell {those} ? | we have {those} in all {sizes} .
  do you have all {sizes} ? | of all {sizes} there are {few} .
  which {thing} is your {first} {option} ? | the {first} {option} is the {light} one .
  is there an {option} {without} it ? | the {option} {without} it costs less .
  does it cost less or more ? | less , it is a {few} euros less .
  it costs a euro less {there} . | one euro less , that is not much .
  can you {speak} {slowly} ? | {unfortunately} i {also} {speak} {quickly} .
  let us {speak} about it {slowly} . | sure , let us {speak} about it {later} .
  can i {speak} to {him} {first} ? | you can {speak} to our staff {first} .
  is the {use} open ? | the {use} is still open on a short day .
  is it still on up there ? | it is still up there in the shop .
  look up there , is {this} {thing} new ? | the {thing} up there is {very} new .
  can you bring it up {by} then ? | we bring it up from the store {later} .
  do not be hurried , i {also} have an hour . | i am not hurried , but {very} busy .
  was {he} hurried ? | {he} was hurried , and {he} still is .
  {unfortunately} i have only a minute . | a minute is {very} short , {unfortunately} .
  just a minute ! | one minute , sure !
  hello ! | hi ! good morning !
  perfect ! | great ! thanks !
  thank you ! | thank you , too !
  wait a minute , that is wrong ! | sorry ! it was wrong , you are right !
  do you even care ? | we care , even if it matters less to you .
  i care about {light} {things} . | we care about them , {also} about you .
  take care ! | thanks , take care , too !
  does it matter ? | it matters even to {him} , so we take care .
  afraid ? no , i was never afraid . | i was afraid that {he} {might} be wrong .
  i am afraid it is {mine} . | {unfortunately} it is {mine} , i am afraid .
  {choose} it for {him} . | i {might} {choose} it if i were {also} {buying} .
  is it by your friend ? | it is by somebody from the {use} .
  {when} can we get into the shop ? | you can get into the shop {later} .
  {who} was in the shop {first} ? | the {person} and the {person2} were {first} , then we .
  whatever you {choose} , {he} {prefers} it . | whatever it is , we will search for it .
  can we search it {again} ? | let us search it {again} , from {first} to last .
  i was searching for it {again} . | we were searching {with} you , even {later} .
  your {person} knows me . | {he} knows us , and we know {him} , too .
  {he} knows what {he} needs . | if {he} knows it , then {he} {might} decide .
  can you decide it ? | i can decide it if i have to decide .
  i still have to decide . | decide {later} , {slowly} and {with} care .
  {when} does the last train leave ? | the last one {might} be leaving {later} .
  the last ones were {light} . | the last ones were {light} , {those} {first} ones , too .
  {which} ones are {light} ? | the {first} ones and the last ones are .
  any other questions ? | {few} questions and {few} answers , thanks .
  it takes long , {why} ? | it takes an hour {by} train , it {always} does .
  {when} have you been at the {use} ? | i have been there {by} train , {when} was it ?
  has your {person} been here {again} ? | my {person} has been here , my {person2} has not been .
  which {option} is {light} ? | {option} one is more {light} than {option} two .
  what {option} does my {person} have ? | {mine} is the {option} that costs less than a euro more .
  what {sizes} are there ? | our {sizes} are all here , {why} ?
  the {sizes} matter to my {person} . | our {sizes} matter , your {person} is right .
  it matters to my {person2} . | if it matters to your {person2} , it matters to us .
  {why} does it matter to your {person} ? | it {always} matters to my {person} , and to my {person2} .
  what kind of piece is that ? | that kind of piece is {by} my {person} .
  is this piece more than that piece ? | this {thing} is more than that {thing} , {by} a euro .
  i {always} do it myself . | i do it myself , too , without my {person} .
  i am {buying} it for myself and my {person} . | {buying} for myself is what i {always} like , too .
  what is ' {material} ' ? | ' {material} ' is the material , ' {colour} ' is the colour .
  you said ' {light} ' , {why} ? | i said ' {light} ' because it is more {light} than {those} .
  is it for your {person} ? | not for my {person} , for my {person2} .
  my {person} will like our {sizes} . | we hope that your {person2} does , too .
  it is my {person} who takes it . | if your {person} takes it , your {person2} takes one , too .
  does my {person} know your {person2} ? | my {person2} and your {person} have been {buying} there .
  is something out of it ? | something is out , but {those} are in .
  who takes the slow train ? | my {person} takes it , slow as it is .
  give him one {with} a strap . | i will give him one {without} it , {mine} is out .
  {when} can i get into the shop ? | get into our shop {when} you like , by day .
  our materials are by the {use} . | then our {sizes} are by the {use} , too .
  my {person} found him there . | they found him by the shop , {when} he was {buying} one .
  was my {person} hurried ? | {he} was hurried , by train and without time .
  a pocket without a bag , {why} ? | because our {person} found it {with} him .
  take it into the {use} by train . | we take him into the {use} , {when} it is open .
  i found {sizes} . | you found {sizes} , and our {person} found more .
  hurried ? | never hurried , {maybe} slow .
  {why} did {he} find him without us ? | he found us by {buying} here .
  our colours are in {first} . | the colours are in , {when} will our materials be in ?
  are you done {buying} ? | we are done , and our {person} is done , too .
  neither is done , {why} ? | neither is done {with} time , both are done {later} .
  {why} is it done like that ? | it has been done like that from the {first} day .
`);

/** Fillings, drawn for each place. */
export const TALK_SLOTS: Readonly<Record<string, readonly string[]>> = {
  use: words('trip work school market city travel'),
  light: words('light simple strong nice lovely new'),
  good: words('good great perfect fine nice right'),
  later: ['today', 'later', 'later', 'later', 'soon', 'now', 'in the morning', 'in an hour', 'next'],
  ten: words('ten fifteen twenty thirty forty fifty'),
  some: words('some many few all two three half'),
  those: ['these', 'those', 'both', 'these ones', 'those two', 'some of them', 'any of these', 'some of ours'],
  mine: words('mine yours ours his'),
  this: words('this that the'),
  thing: words('thing piece kind one bag'),
  things: words('things ones bags'),
  why: words('why why when where how'),
  who: words('who somebody'),
  when: words('when where how'),
  which: words('which what'),
  choose: words('choose prefer find get bring make try see sell need'),
  prefers: words('prefers needs takes knows likes wants prefers needs'),
  found: words('found had'),
  with: words('with without'),
  without: words('without with'),
  strap: words('strap pocket'),
  always: words('always never'),
  might: words('might could should must will'),
  also: words('also even just still really only'),
  very: words('very quite really too rather even'),
  maybe: words('maybe perhaps yes no'),
  next: words('next again soon first'),
  first: words('first last next other'),
  buying: words('buying buying searching looking waiting'),
  by: words('by from at in'),
  again: words('again still'),
  unfortunately: words('unfortunately sorry'),
  sizes: words('sizes colours materials'),
  option: words('option choice'),
  there: words('there here'),
  speak: words('speak speak speak talk'),
  slowly: words('slowly quickly'),
  quickly: words('quickly slowly'),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
