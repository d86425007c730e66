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

/** Fillings that are drawn for each exchange. */
export const TALK_SLOTS: Readonly<Record<string, readonly string[]>> = {
  use: ['trip', 'work', 'school', 'market', 'city', 'travel'],
  light: ['light', 'simple', 'strong', 'nice', 'lovely', 'new'],
  good: ['good', 'great', 'perfect', 'fine', 'nice', 'right'],
  later: ['today', 'later', 'soon', 'now', 'in the morning', 'in an hour', 'later today'],
  ten: ['ten', 'fifteen', 'twenty', 'thirty', 'forty', 'fifty'],
  some: ['some', 'many', 'few', 'all', 'two', 'three', 'half', 'none'],
};
