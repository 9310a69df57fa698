// Taking money back: one lot needs no choice, and no more goes back than is free in it.
import './browser.ts';
import { expect, test } from 'vitest';
import { chosenLot, mistakesIn } from '../../../web/src/pages/pools/take-back-draft.ts';

const lot = (name: string, freePence: number) => ({
  lot: name,
  allocationId: 'x',
  stream: 'health',
  endsOn: '2027-01-01',
  freePence,
  heldPence: 0,
});

const fields = (lots: ReturnType<typeof lot>[], typed: { lot: string; amount: string }) =>
  mistakesIn(lots, typed).map(({ field }) => field);

test('a single lot is chosen already', () => {
  expect(chosenLot([lot('1', 500)], { lot: '', amount: '' })?.lot).toBe('1');
  expect(chosenLot([lot('1', 500), lot('2', 500)], { lot: '', amount: '' })).toBeUndefined();
  expect(chosenLot([lot('1', 500), lot('2', 500)], { lot: '2', amount: '' })?.lot).toBe('2');
});

test('a lot must be chosen and an amount typed, no more than is free in it', () => {
  const lots = [lot('1', 500), lot('2', 1000)];
  expect(fields(lots, { lot: '', amount: '' })).toEqual(['lot', 'amount']);
  expect(fields(lots, { lot: '1', amount: '5.01' })).toEqual(['amount']);
  expect(fields(lots, { lot: '2', amount: '5.01' })).toEqual([]);
  expect(fields([lot('1', 500)], { lot: '', amount: '5' })).toEqual([]);
});
