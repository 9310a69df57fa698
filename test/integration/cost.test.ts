// The bill's units are what the engine measures today, so that measured.json cannot go out of date.
import { expect, test } from 'vitest';
import { OPERATIONS, readMeasured } from '../../infra/aws/cost/measured.ts';
import { measureForBill } from '../bench/work.ts';

/** Sizes differ a little from run to run, because ids are random and packed. */
const MAX_DEVIATION = 0.1;

test('measured.json holds what operations cost now, within a tenth (else: npm run bench:work)', async () => {
  const now = await measureForBill();
  const kept = readMeasured();
  const off: string[] = [];
  const compare = (name: string, was: number, is: number): void => {
    if (Math.abs(is - was) > Math.max(0.5, MAX_DEVIATION * Math.abs(was))) off.push(`${name}: ${was} → ${is}`);
  };
  for (const name of OPERATIONS) {
    const [was, is] = [kept.operations[name], now.operations[name]];
    compare(`${name} writes`, was.own.write + was.stream.write, is.own.write + is.stream.write);
    compare(`${name} reads`, was.own.read + was.stream.read, is.own.read + is.stream.read);
    compare(`${name} notices`, was.notices, is.notices);
    compare(`${name} kilobytes`, was.bytes / 1024, is.bytes / 1024);
  }
  compare('an offer’s bytes', kept.offerBytes, now.offerBytes);
  compare('a view’s bytes', kept.viewBytes, now.viewBytes);
  compare('texts a notice', kept.textsANotice, now.textsANotice);
  expect(off).toEqual([]);
}, 180_000);
