// Random lives of a pool, followed by a second set of books that knows nothing but the postings.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPoolAccount } from '../../functions/journal/accounts.ts';
import { addDays, dayOf, daysBetween } from '../../functions/kernel/clock.ts';
import { refundable } from '../../functions/pools/journal/contribute.ts';
import { sessionDay } from '../../functions/pools/journal/sessions.ts';
import { sharesOf } from '../../functions/pools/journal/split.ts';
import { isHeld } from '../../functions/pools/journal/statuses.ts';
import { ENTERPRISE, heldSumsOf, ORDER, OWNER, people, TestPool } from './test-pool.ts';

const MEMBERS = 4;
const VERBS = [
  ...['give', 'buy', 'buy', 'vote', 'vote', 'vote', 'answer', 'deliver', 'deliver', 'confirm', 'dispute', 'resolve'],
  ...['cancel', 'stop', 'limit', 'attend', 'leave', 'withdraw', 'home', 'wait', 'wait', 'join'],
] as const;

const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  person: fc.constantFrom(...people(MEMBERS)),
  small: fc.nat(5),
  pence: fc.integer({ min: 1, max: 4000 }),
  days: fc.integer({ min: 0, max: 20 }),
  yes: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does, or tries to do, one thing; what is refused changes nothing. */
function perform(pool: TestPool, name: string, { verb, person, small, pence, days, yes }: Step): void {
  const { state } = pool;
  const today = dayOf(pool.at);
  const [proposal = ''] = Object.keys(state.proposals);
  const [id = '', commission] = Object.entries(state.commissions).at(small % 2 ? 0 : -1) ?? [];
  const held = commission?.sessionStatuses.findIndex(isHeld) ?? 0;
  const session = { id, n: held + 1 };
  const runs = [ENTERPRISE];
  switch (verb) {
    case 'give':
      if (state.members[person])
        pool.give(person, pence, addDays(today, 5 + small * 20), `${person}-${small}-${today}`);
      return;
    case 'buy': {
      const sessions = small + 1;
      const order = { sessions, startsOn: addDays(today, days + 1), every: 3, ahead: yes ? sessions : 1 };
      const price = { priceModel: yes ? 'per-session' : 'per-person', price: pence, charge: 33 } as const;
      const deal = { ...ORDER, ...price, ...order, least: 1 + (small % 2) };
      pool.try(person, { type: 'propose', id: name, barred: [], idea: { kind: 'buy', order: deal } });
      return;
    }
    case 'stop': {
      const which = yes ? { session: session.n } : {};
      pool.try(person, { type: 'propose', id: name, barred: [], idea: { kind: 'cancel', commissionId: id, ...which } });
      return;
    }
    case 'vote':
      for (const voter of Object.keys(state.members)) {
        const said = { choice: 'agree', joining: yes || voter === person } as const;
        pool.try(voter, { type: 'vote', id: proposal, vote: said, ownedEnterpriseIds: [] });
      }
      return;
    case 'answer':
      pool.try(OWNER, { type: small > 0 ? 'accept' : 'refuse', id, ownedEnterpriseIds: runs });
      return;
    case 'deliver':
      // Enterprises mostly do what they were asked to, when its day has come.
      pool.try(OWNER, { type: 'accept', id, ownedEnterpriseIds: runs });
      if (commission && held >= 0 && yes) pool.wait(Math.max(0, daysBetween(today, sessionDay(commission, session.n))));
      pool.try(OWNER, { type: 'deliver', ...session, ownedEnterpriseIds: runs });
      return;
    case 'confirm':
    case 'dispute':
      pool.try(person, { type: verb, ...session, ownedEnterpriseIds: [] });
      return;
    case 'resolve':
      pool.try(person, { type: 'dispute', ...session, ownedEnterpriseIds: [] });
      pool.try('broker', {
        type: 'resolve',
        ...session,
        side: 'referee',
        payPence: yes ? small : pence,
        ownedEnterpriseIds: [],
      });
      return;
    case 'cancel':
      pool.try(OWNER, { type: 'cancel', id, ownedEnterpriseIds: runs, ...(yes ? { n: session.n } : {}) });
      return;
    case 'limit':
      pool.try(person, { type: 'change-limit', id, upToPence: pence });
      return;
    case 'attend':
      pool.try(person, {
        type: yes ? 'attend' : 'stay-away',
        id,
        n: commission && small % 2 ? commission.sessions : session.n,
      });
      return;
    case 'leave':
      if (small === 0 && Object.keys(state.members).length > 1) pool.try(person, { type: 'leave' });
      return;
    case 'withdraw':
      for (const [lot, { freePence: free, ...one }] of Object.entries(state.lots))
        if (one.personId === person && free > 0)
          pool.try(person, { type: 'refund', lots: [{ lot, amountPence: Math.min(pence, free) }] });
      return;
    case 'home':
      for (const { lot, amountPence } of refundable(state, today))
        pool.try('clock', { type: 'refund', lots: [{ lot, amountPence }] });
      return;
    case 'join': {
      const [member = ''] = Object.keys(state.members);
      pool.try(member, { type: 'invite', id: name, endsOn: addDays(today, 5), uses: 1 });
      pool.try(person, { type: 'join', invitationId: name });
      return;
    }
    case 'wait':
      pool.wait(days / 2);
  }
}

/** What each allocation has in the pool, reckoned from postings alone. */
class Ledger {
  private readonly pence = new Map<string, number>();
  /** Whose each lot is, also when the pool has forgotten it. */
  private readonly owners = new Map<string, string>();
  private followed = 0;

  follow(pool: TestPool): void {
    for (const { changes, postings } of pool.decisions.slice(this.followed)) {
      for (const change of changes) if (change.type === 'lot-made') this.owners.set(change.lot, change.allocationId);
      for (const { from, to, amount: pence } of postings) {
        expect(Number.isSafeInteger(pence) && pence > 0).toBe(true);
        this.add(from, -pence);
        this.add(to, pence);
      }
    }
    this.followed = pool.decisions.length;
  }

  /** Lots and holds count for the allocation that they came from; what goes home or is paid leaves the pool. */
  private add(account: string, pence: number): void {
    const { type, ...named } = readPoolAccount(account);
    if (type !== 'lot' && type !== 'held') return;
    const owner = this.owners.get(('lot' in named && named.lot) || '') ?? 'nobody';
    this.pence.set(owner, (this.pence.get(owner) ?? 0) + pence);
  }

  compare(pool: TestPool): void {
    const has = new Map<string, number>();
    const add = (n: string, pence: number): void => {
      expect(pence).toBeGreaterThanOrEqual(0);
      const owner = this.owners.get(n) ?? '';
      has.set(owner, (has.get(owner) ?? 0) + pence);
    };
    for (const [n, lot] of Object.entries(pool.state.lots)) add(n, lot.freePence);
    for (const commission of Object.values(pool.state.commissions))
      for (const [n, pence] of Object.entries(heldSumsOf(commission))) add(n, pence);
    for (const [owner, pence] of this.pence) expect(has.get(owner) ?? 0).toBe(pence);
  }
}

/** What each order holds of each person is their shares of its held sessions. */
function checkHolds({ state }: TestPool): void {
  for (const commission of Object.values(state.commissions)) {
    const due = new Map<string, number>();
    for (const [i, status] of commission.sessionStatuses.entries())
      if (isHeld(status))
        for (const [person, share] of sharesOf(state, commission, i + 1))
          due.set(person, (due.get(person) ?? 0) + share);
    for (const { personId: id } of commission.participants) {
      const own = Object.entries(heldSumsOf(commission)).filter(([n]) => state.lots[n]?.personId === id);
      expect(own.reduce((sum, [, pence]) => sum + pence, 0)).toBe(due.get(id) ?? 0);
    }
  }
}

test('whatever people do in whatever order, every penny of every allocation is free, held, paid or at home', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
      const pool = new TestPool(people(MEMBERS), { noticeWeeks: 1, votingDays: 5, decisionRule: 'majority' });
      const ledger = new Ledger();
      for (const person of people(MEMBERS)) pool.give(person, 15_000);
      for (const [i, one] of steps.entries()) {
        perform(pool, `s${i}`, one);
        ledger.follow(pool);
        ledger.compare(pool);
        checkHolds(pool);
      }
      for (const { type: kind } of pool.decisions) seen.add(kind);
    }),
    { numRuns: 150 },
  );
  // The lives are only worth something when most things happen in them.
  for (const kind of [
    'accepted',
    'refused',
    'confirmed',
    'disputed',
    'resolved',
    'cancelled',
    'notice-ended',
    'sent-home',
  ])
    expect(seen).toContain(kind);
});
