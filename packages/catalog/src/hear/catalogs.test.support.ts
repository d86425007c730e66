/**
 * Four small made catalogues to talk about in tests: laptops, walking trips, wines, flats.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { ColumnConfig } from '../table/config.ts';
import { catalogFromRows } from '../table/rows.ts';

function table(noun: string, columns: Readonly<Record<string, ColumnConfig>>, lines: string): Catalog {
  const keys = Object.keys(columns);
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => Object.fromEntries(line.split(';').map((cell, i) => [keys[i], cell.trim()])));
  return catalogFromRows(rows, { name: `${noun}s`, noun, columns });
}

const number = (unit?: string, more: ColumnConfig = {}): ColumnConfig => ({
  type: 'number',
  ...(unit && { unit }),
  ...more,
});

const laptops = table(
  'laptop',
  {
    name: { type: 'name' },
    brand: { type: 'category' },
    colour: { type: 'category' },
    price: number('€', { role: 'price' }),
    ram: number('GB', { label: 'RAM' }),
    storage: number('GB'),
    screen: number('in', { label: 'screen size' }),
    weight: number('kg'),
    processor: { type: 'category' },
    touchscreen: { type: 'boolean' },
    fan: { type: 'boolean' },
    battery: number('h', { label: 'battery life' }),
    ports: { type: 'list', separator: ',' },
  },
  `
  Aspire Go;      Acer;   silver; 299;  4;  128;  14;   1.5; Intel Core i3; no;  yes; 7;  USB-C,HDMI
  IdeaPad Slim;   Lenovo; grey;   449;  8;  256;  15.6; 1.7; AMD Ryzen 5;   no;  yes; 8;  USB-C,HDMI,SD card
  Vivobook;       Asus;   blue;   549;  8;  512;  15.6; 1.8; Intel Core i5; no;  yes; 8;  USB-C,HDMI
  Pavilion;       HP;     silver; 599;  8;  512;  14;   1.4; Intel Core i5; yes; yes; 9;  USB-C,HDMI,SD card
  Inspiron;       Dell;   black;  699;  16; 512;  15.6; 1.7; Intel Core i7; no;  yes; 9;  USB-C,HDMI,SD card
  Swift Edge;     Acer;   blue;   799;  16; 512;  16;   1.2; AMD Ryzen 7;   yes; yes; 10; USB-C,HDMI
  Zenbook;        Asus;   black;  899;  16; 1000; 13.3; 1.1; Intel Core i7; yes; yes; 14; USB-C,Thunderbolt
  Air 13;         Apple;  silver; 1199; 16; 256;  13.6; 1.2; Apple M3;      no;  no;  18; Thunderbolt
  ThinkPad X1;    Lenovo; black;  1399; 32; 1000; 14;   1.1; Intel Core i7; yes; yes; 12; USB-C,HDMI,Thunderbolt
  Spectre;        HP;     red;    1499; 32; 1000; 16;   2.1; Intel Core i7; yes; yes; 11; Thunderbolt,SD card
  XPS 15;         Dell;   silver; 1799; 32; 2000; 15.6; 1.9; Intel Core i7; yes; yes; 10; Thunderbolt,SD card
  Pro 16;         Apple;  grey;   2499; 64; 2000; 16.2; 2.2; Apple M3;      no;  yes; 20; Thunderbolt,SD card,HDMI
  `,
);

const trips = table(
  'trip',
  {
    name: { type: 'name' },
    region: { type: 'category' },
    difficulty: { type: 'category' },
    days: number('days', { label: 'duration' }),
    distance: number('km'),
    ascent: number('m'),
    months: { type: 'list', separator: ',' },
    stay: { type: 'category', label: 'accommodation' },
    dogs: { type: 'boolean', label: 'dogs allowed' },
    guided: { type: 'boolean' },
    price: number('€', { role: 'price' }),
  },
  `
  Lake Path;       Lakeland;     easy;     1;  9;   250;  May,June,July,August;       day trip;  yes; no;  0
  Mill Valley;     Lakeland;     easy;     2;  21;  500;  April,May,June;             inns;      yes; no;  140
  Three Summits;   North Alps;   hard;     3;  38;  3100; July,August,September;      huts;      no;  yes; 390
  Glacier Round;   North Alps;   hard;     7;  92;  6400; July,August;                huts;      no;  yes; 890
  Coast to Coast;  West Coast;   moderate; 14; 290; 5200; May,June,September;         inns;      yes; no;  1150
  Cliff Path;      West Coast;   moderate; 4;  61;  1400; April,May,June,September;   camping;   yes; no;  180
  Vineyard Walk;   South Hills;  easy;     3;  34;  600;  April,May,September,October; inns;     yes; no;  330
  Gorge Week;      South Alps;   moderate; 7;  88;  2900; June,July,August,September; huts;      no;  yes; 720
  High Crossing;   South Alps;   expert;   10; 120; 9800; July,August;                huts;      no;  yes; 1290
  Forest Ring;     South Hills;  easy;     2;  25;  400;  March,April,May,October;    camping;   yes; no;  90
  `,
);

const wines = table(
  'wine',
  {
    name: { type: 'name' },
    colour: { type: 'category' },
    grape: { type: 'category' },
    country: { type: 'category' },
    body: { type: 'category' },
    sweetness: { type: 'category' },
    vintage: number(undefined, {}),
    price: number('€', { role: 'price' }),
    alcohol: number('%'),
    organic: { type: 'boolean' },
    pairs: { type: 'list', label: 'goes with', separator: ',' },
  },
  `
  Casa Rossa;     red;       Sangiovese;   Italy;    medium; dry;      2019; 11;   13;   yes; pasta,beef,cheese
  Monte Nero;     red;       Nebbiolo;     Italy;    full;   dry;      2015; 42;   14.5; no;  beef,game
  Stein Kabinett; white;     Riesling;     Germany;  light;  off-dry;  2022; 14;   9.5;  no;  fish,poultry
  Goldberg;       white;     Riesling;     Germany;  medium; dry;      2021; 18;   12;   yes; fish,cheese
  Val Petit;      red;       Pinot Noir;   France;   light;  dry;      2020; 28;   12.5; yes; poultry,cheese
  Pierre Grise;   white;     Pinot Gris;   France;   medium; dry;      2021; 16;   13;   no;  poultry,fish
  Bulles;         sparkling; Chardonnay;   France;   light;  dry;      2018; 35;   12;   no;  fish,cheese
  Rosa Mia;       rosé;      Sangiovese;   Italy;    light;  dry;      2023; 9;    12;   yes; pasta,fish
  Sierra Alta;    red;       Tempranillo;  Spain;    full;   dry;      2016; 24;   14;   no;  beef,game
  Dulce Sol;      white;     Moscatel;     Spain;    medium; sweet;    2020; 12;   11;   no;  dessert
  Kap Bay;        white;     Chenin Blanc; South Africa; medium; dry;  2022; 8;    12.5; yes; fish,poultry
  Alte Reben;     red;       Pinot Noir;   Germany;  medium; dry;      2019; 22;   13;   no;  beef,poultry
  `,
);

const flats = table(
  'flat',
  {
    name: { type: 'name' },
    district: { type: 'category' },
    rooms: number(),
    area: number('m²'),
    floor: number(),
    rent: number('€', { role: 'price', label: 'rent' }),
    balcony: { type: 'boolean' },
    lift: { type: 'boolean' },
    pets: { type: 'boolean', label: 'pets allowed' },
    furnished: { type: 'boolean' },
    heating: { type: 'category' },
    size: { type: 'category', label: 'kitchen' },
  },
  `
  Garden Yard;   Old Town; 2; 48;  0; 780;  no;  no;  yes; no;  gas;      small
  Tower View;    Harbour;  3; 74;  9; 1450; yes; yes; no;  yes; district; large
  Brick Lane;    Harbour;  1; 31;  2; 690;  no;  no;  no;  yes; electric; small
  Market Corner; Old Town; 4; 112; 3; 1890; yes; no;  yes; no;  gas;      large
  Park Side;     West End; 3; 82;  1; 1240; yes; yes; yes; no;  district; medium
  Rail Studio;   Station;  1; 27;  5; 540;  no;  yes; no;  yes; electric; small
  Hill House;    West End; 5; 140; 0; 2300; yes; no;  yes; no;  heat pump; large
  Canal Loft;    Harbour;  2; 66;  4; 1180; yes; yes; yes; yes; district; medium
  `,
);

/** The catalogues by name. */
export const CATALOGS: Readonly<Record<'laptops' | 'trips' | 'wines' | 'flats', Catalog>> = {
  laptops,
  trips,
  wines,
  flats,
};
