// Wire shape of a funder's totals.
import * as z from 'zod/mini';

const pence = z.int();

export const totals = z.object({
  allocations: z.int(),
  pools: z.int(),
  grantedPence: pence,
  notInPoolsPence: pence,
  freePence: pence,
  heldPence: pence,
  paidPence: pence,
  returnedPence: pence,
});
