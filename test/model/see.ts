// What people see through the API, in the same shape and keys as the model's views.
import type { Live } from './kitty.ts';

// biome-ignore lint/suspicious/noExplicitAny: what the API answers is compared field by field, whatever it is.
type Any = any;

export async function seePool(live: Live, key: string, who: string) {
  const { status, body } = await live.get(`/v1/pools/${live.ids.get(key)}`, who);
  if (status !== 200) return undefined;
  for (const p of body.proposals)
    if (p.kind === 'buy' && p.commissionId) live.know(`${live.keyOf(p.id)}o`, p.commissionId);
  for (const lot of body.mine.lots) live.knowLot(key, live.keyOf(lot.allocationId), lot.lot);
  return {
    freePence: body.freePence,
    heldPence: body.heldPence,
    releasedPence: body.releasedPence,
    version: body.agreement.version,
    pending: body.pendingAgreement?.version,
    notYetSigned: body.pendingAgreement?.notYetSigned.map(live.keyOf),
    members: body.members
      .filter((one: Any) => one.leavingOn === undefined)
      .map((one: Any) => live.keyOf(one.personId))
      .sort(),
    myFree: body.mine.freePence,
    myHeld: body.mine.heldPence,
    lots: Object.fromEntries(
      body.mine.lots
        .filter((lot: Any) => lot.freePence + lot.heldPence > 0)
        .map((lot: Any) => [live.keyOf(lot.allocationId), `${lot.freePence}+${lot.heldPence}`]),
    ),
    paused: body.mine.standingPaused,
    proposals: Object.fromEntries(
      body.proposals.map((p: Any) => [
        live.keyOf(p.id),
        {
          status: p.status,
          electors: p.electors,
          closesAt: p.closesAt,
          joining: p.joining,
          because: p.notAgreedBecause,
          missing: missingOf(live, p.missing, who),
        },
      ]),
    ),
    orders: Object.fromEntries(
      body.commissions.map((order: Any) => [
        live.keyOf(order.id),
        { status: order.status, held: order.heldPence, released: order.sessionsReleased },
      ]),
    ),
  };
}

export const missingOf = (live: Live, missing: Any, who: string): string[] =>
  (missing ?? [])
    .map((one: Any) => {
      const person = live.keyOf(one.personId);
      return `${person}${one.mustAgreeToMore ? ' more' : ''}${person === who ? ` ${one.minePence ?? 0}` : ''}`;
    })
    .sort();

export async function seeOrder(live: Live, key: string, who: string) {
  const { status, body } = await live.get(`/v1/commissions/${live.ids.get(key)}`, who);
  if (status !== 200) return undefined;
  return {
    status: body.status,
    sessions: body.sessions.map((s: Any) => ({
      status: s.status,
      funded: s.funded,
      people: s.people,
      pricePence: s.pricePence,
      coming: s.coming,
      mySharePence: s.mySharePence,
      paidPence: s.paidPence,
      releasesAt: s.releasesAt,
    })),
  };
}

export async function seeAllocations(live: Live, who: string): Promise<Record<string, Any>> {
  const { body } = await live.get('/v1/allocations', who);
  return Object.fromEntries(
    body.items.map((one: Any) => [
      live.keyOf(one.id),
      {
        availablePence: one.availablePence,
        pooledPence: one.pooledPence,
        spentPence: one.spentPence,
        returnedPence: one.returnedPence,
        standing: one.standing.map((s: Any) => `${live.keyOf(s.poolId)} ${s.amountPence}`).sort(),
      },
    ]),
  );
}
