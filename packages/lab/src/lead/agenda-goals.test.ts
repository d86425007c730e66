import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { AGENDA_GOALS, raisedIn, toldIn } from './agenda-goals.ts';

const shop = hikingShop();
const raised = (text: string): string[] => raisedIn(shop, text).raised.map(({ id }) => id);
const told = (text: string): string[] => AGENDA_GOALS.filter((goal) => toldIn(shop, goal, text)).map(({ id }) => id);

describe('goals in the words of the assistant', () => {
  it('knows a question about a goal, whoever words it', () => {
    expect(raised('Good choice! By the way: What would you like to spend per person?')).toEqual(['budget']);
    expect(raised('What is your budget, roughly?')).toEqual(['budget']);
    expect(raised('In which month would you travel?')).toEqual(['month']);
    expect(raised('May I e-mail you a packing list?')).toEqual(['packing-list']);
    expect(raised('When would you like to go? And shall I send you a packing list by e-mail?')).toEqual([
      'month',
      'packing-list',
    ]);
  });

  it('raises nothing by other questions, by statements, and by items with their prices', () => {
    const name = shop.names[3];
    expect(raised('Should it be guided?')).toEqual([]);
    expect(raised('All trips come with a packing list.')).toEqual([]);
    expect(raised(`1. ${name}: 3 days, €330\nWould one of these suit you?`)).toEqual([]);
  });

  it('takes the questions out, and leaves everything else as it was', () => {
    const list = `I would take one of these:\n1. ${shop.names[1]}: 3 days, €330\n2. ${shop.names[2]}: 2 days, €119.50`;
    expect(raisedIn(shop, `${list}\nWhen would you like to go?`).rest).toBe(list);
    expect(raisedIn(shop, 'When would you like to go?').rest).toBe('');
    expect(raisedIn(shop, list).rest).toBe(list);
  });
});

describe('goals in the words of the user', () => {
  it('hears a budget, a month and leave', () => {
    expect(told('I can spend up to €600.')).toEqual(['budget']);
    expect(told('We want to go in June.')).toEqual(['month']);
    expect(told('Yes, send me the packing list.')).toEqual(['packing-list']);
  });

  it('hears none where nothing was told', () => {
    expect(told("I'd rather not say.")).toEqual([]);
    expect(told('No packing list, please.')).toEqual([]);
    expect(told(`I'll take ${shop.names[3]}, please.`)).toEqual([]);
  });
});
