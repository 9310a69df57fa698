// Reads what version 1 stored in allocations' journals: the same things under other names. Throws for anything else.
import * as z from 'zod/mini';
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

const standing = z.pipe(
  z.object({ pence: amount, paid: amount }),
  z.transform(({ pence, paid }) => ({ amountPence: pence, instalmentsDone: paid })),
);

const state = z.pipe(
  z.extend(grant, {
    balance: amount,
    pools: z.record(text, amount),
    returned: amount,
    cuts: z.array(z.object({ from: text, pence: amount })),
    reduced: amount,
    owed: amount,
    standing: z.record(text, standing),
    ended: z.boolean(),
  }),
  z.transform(
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
  ),
);

const change = z.union([
  z.pipe(
    z.extend(grant, { is: z.literal('granted') }),
    z.transform(({ is: type, ...granted }): AllocationChange => ({ type, ...grantOf(granted) })),
  ),
  z.pipe(
    z.object({ is: z.literal('standing'), pool: text, pence: amount, paid: amount }),
    z.transform(
      ({ pool, pence, paid }): AllocationChange => ({
        type: 'standing-set',
        poolId: pool,
        amountPence: pence,
        instalmentsDone: paid,
      }),
    ),
  ),
  z.pipe(
    z.object({ is: z.literal('cut'), from: text, pence: amount }),
    z.transform(({ from, pence }): AllocationChange => ({ type: 'reduction-announced', from, pence })),
  ),
  z.pipe(
    z.object({ is: z.literal('cut-made'), from: text, pence: amount, owed: amount }),
    z.transform(
      ({ from, pence, owed }): AllocationChange => ({ type: 'reduction-applied', from, pence, owedPence: owed }),
    ),
  ),
  z.pipe(
    z.object({ is: z.literal('recalled'), pence: amount }),
    z.transform(({ pence }): AllocationChange => ({ type: 'owed-money-returned', pence })),
  ),
  z.pipe(
    z.object({ is: z.literal('ended') }),
    z.transform(({ is: type }): AllocationChange => ({ type })),
  ),
]);

export const upgradeAllocationState = (stored: unknown): AllocationState => state.parse(stored);
export const upgradeAllocationChange = (stored: unknown): AllocationChange => change.parse(stored);
