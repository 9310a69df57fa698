// Reads what version 1 stored in allocations' journals: the same things under other names. Throws for anything else.
import * as z from 'zod';
import { CUSTODIES, INSTALMENTS, STREAMS } from '../../kernel/words.ts';
import type { AllocationChange, AllocationState, Grant } from './allocation-state.ts';

const text = z.string();
const amount = z.number();

const grant = z.object({
  id: text,
  person: text,
  funder: text,
  stream: z.enum(STREAMS),
  custody: z.enum(CUSTODIES),
  granted: amount,
  startsOn: text,
  endsOn: text,
  instalment: z.enum(INSTALMENTS),
  outcomes: z.array(text),
  pooling: z.boolean(),
});

const grantOf = ({ person, granted, ...same }: z.output<typeof grant>): Grant => ({
  ...same,
  personId: person,
  grantedPence: granted,
});

const standing = z
  .object({ pence: amount, paid: amount })
  .transform(({ pence, paid }) => ({ amountPence: pence, instalmentsDone: paid }));

const state = grant
  .extend({
    balance: amount,
    pools: z.record(text, amount),
    returned: amount,
    cuts: z.array(z.object({ from: text, pence: amount })),
    reduced: amount,
    owed: amount,
    standing: z.record(text, standing),
    ended: z.boolean(),
  })
  .transform(
    ({
      balance,
      pools,
      returned,
      cuts,
      reduced,
      owed,
      standing: standingByPool,
      ended,
      ...granted
    }): AllocationState => ({
      ...grantOf(granted),
      balancePence: balance,
      pooledPence: pools,
      returnedPence: returned,
      reductions: cuts,
      reducedPence: reduced,
      owedPence: owed,
      standing: standingByPool,
      ended,
    }),
  );

const change = z.union([
  grant
    .extend({ is: z.literal('granted') })
    .transform(({ is: type, ...granted }): AllocationChange => ({ type, ...grantOf(granted) })),
  z.object({ is: z.literal('standing'), pool: text, pence: amount, paid: amount }).transform(
    ({ pool, pence, paid }): AllocationChange => ({
      type: 'standing-set',
      poolId: pool,
      amountPence: pence,
      instalmentsDone: paid,
    }),
  ),
  z
    .object({ is: z.literal('cut'), from: text, pence: amount })
    .transform(({ from, pence }): AllocationChange => ({ type: 'reduction-announced', from, pence })),
  z
    .object({ is: z.literal('cut-made'), from: text, pence: amount, owed: amount })
    .transform(
      ({ from, pence, owed }): AllocationChange => ({ type: 'reduction-applied', from, pence, owedPence: owed }),
    ),
  z
    .object({ is: z.literal('recalled'), pence: amount })
    .transform(({ pence }): AllocationChange => ({ type: 'owed-money-returned', pence })),
  z.object({ is: z.literal('ended') }).transform(({ is: type }): AllocationChange => ({ type })),
]);

export const upgradeAllocationState = (stored: unknown): AllocationState => state.parse(stored);
export const upgradeAllocationChange = (stored: unknown): AllocationChange => change.parse(stored);
