// The rules of one allocation, by example: what is refused and why, and where each pound is afterwards.
import { describe, expect, test } from 'vitest';
import type { AllocationCommand } from '../../functions/allocations/journal/allocation-commands.ts';
import { allocationNextDue, allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import {
  type AllocationState,
  type Grant,
  totalPooledPence,
} from '../../functions/allocations/journal/allocation-state.ts';
import { availablePence, instalmentsOf } from '../../functions/allocations/journal/instalments.ts';

const GRANT: Grant = {
  id: 'a',
  personId: 'rosa',
  funder: 'council',
  stream: 'social-care',
  custody: 'funder',
  grantedPence: 120_00,
  startsOn: '2026-01-05',
  endsOn: '2026-12-31',
  instalment: 'once',
  outcomes: ['friendship'],
  pooling: true,
};
const noon = (day: string): string => `${day}T12:00:00.000Z`;

/** An allocation. Whatever has fallen due is done before each command, as the journal does. */
class Allocation {
  state: AllocationState = allocationReducer.empty;
  /** Kinds of event, with what each moved. */
  readonly story: string[] = [];

  constructor(grant: Partial<Grant> = {}) {
    this.do('2026-01-01', { type: 'grant', ...GRANT, ...grant }, 'fay');
  }

  /** The code of a refusal, or the kind of the event. */
  do(day: string, command: AllocationCommand, by = 'rosa'): string {
    for (
      let due = allocationReducer.dueStep(this.state, noon(day));
      due;
      due = allocationReducer.dueStep(this.state, noon(day))
    )
      this.take(day, due.command, 'clock');
    return this.take(day, command, by);
  }

  put(day: string, pence: number, pool = 'x', standing = false): string {
    return this.do(day, { type: 'contribute', poolId: pool, amountPence: pence, standing });
  }

  private take(day: string, command: AllocationCommand, by: string): string {
    const decided = allocationReducer.decide(this.state, command, noon(day), {
      idempotencyHash: '',
      bodyHash: '',
      actorId: by,
    });
    if (!decided.ok) return decided.refusal.code;
    this.state = decided.value.state;
    const { type: kind, postings } = decided.value.decision;
    this.story.push([kind, ...postings.map(({ from, to, amount: pence }) => `${from}>${to} ${pence}`)].join(' '));
    return kind;
  }
}

describe('contributing', () => {
  test('moves what is available into a pool, and no penny more', () => {
    const one = new Allocation();
    expect(one.put('2026-02-01', 12_001)).toBe('not-available');
    expect(one.put('2026-02-01', 12_000)).toBe('contributed');
    expect(one.put('2026-02-01', 1)).toBe('not-available');
    expect(one.state).toMatchObject({ balancePence: 0, pooledPence: { x: 12_000 } });
  });

  test.each([
    ['before it starts', 'not-started', '2026-01-04', {}, 'rosa', false],
    ['after it has ended', 'allocation-ended', '2027-01-01', {}, 'rosa', false],
    ['by somebody else', 'not-found', '2026-02-01', {}, 'sam', false],
    ['without the funder’s consent', 'no-pooling', '2026-02-01', { pooling: false }, 'rosa', false],
    ['with later instalments that never come', 'no-instalments', '2026-02-01', {}, 'rosa', true],
  ] as const)('%s is refused: %s', (_, code, day, grant, by, standing) => {
    const one = new Allocation(grant);
    expect(one.do(day, { type: 'contribute', poolId: 'x', amountPence: 1, standing }, by)).toBe(code);
  });

  test('works on the first and on the last day', () => {
    const one = new Allocation();
    expect(one.put('2026-01-05', 1)).toBe('contributed');
    expect(one.put('2026-12-31', 1)).toBe('contributed');
  });

  test('by a supporter counts as the person’s', () => {
    const { state } = new Allocation();
    const command = { type: 'contribute', poolId: 'x', amountPence: 1, standing: false } as const;
    const decided = allocationReducer.decide(state, command, noon('2026-02-01'), {
      idempotencyHash: '',
      bodyHash: '',
      actorId: 'sue',
      onBehalfOf: 'rosa',
    });
    expect(decided.ok).toBe(true);
  });

  test('takes only instalments that have come', () => {
    const one = new Allocation({ grantedPence: 1000, instalment: 'four-weekly', endsOn: '2026-03-01' });
    expect(availablePence(one.state, noon('2026-01-05'))).toBe(500);
    expect(one.put('2026-02-01', 501)).toBe('not-available');
    expect(one.put('2026-02-02', 501)).toBe('contributed');
    expect(availablePence(one.state, noon('2026-02-02'))).toBe(499);
  });

  test('to an allocation that nobody granted is refused', () => {
    const command = { type: 'contribute', poolId: 'x', amountPence: 1, standing: false } as const;
    const who = { idempotencyHash: '', bodyHash: '', actorId: 'rosa' };
    const decided = allocationReducer.decide(allocationReducer.empty, command, noon('2026-02-01'), who);
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(new Allocation().do('2026-02-01', { type: 'grant', ...GRANT })).toBe('already-granted');
  });
});

describe('instalments are whole periods', () => {
  test.each([
    ['weekly', 2_080_00, 52, 40_00, '2028-03-22', '2028-03-23'],
    ['four-weekly', 3_120_00, 13, 240_00, '2028-03-01', '2028-03-02'],
  ] as const)(
    'a year of %s money is %i pence in %i parts of %i',
    (instalment, grantedPence, parts, each, before, last) => {
      const one = new Allocation({ instalment, grantedPence, startsOn: '2027-04-01', endsOn: '2028-03-31' });
      expect(instalmentsOf(one.state)).toBe(parts);
      expect(availablePence(one.state, noon('2027-04-01'))).toBe(each);
      expect(availablePence(one.state, noon(before))).toBe(grantedPence - each);
      expect(availablePence(one.state, noon(last))).toBe(grantedPence);
      expect(availablePence(one.state, noon('2028-03-31'))).toBe(grantedPence);
    },
  );

  test.each([
    ['a day', '2026-01-05', 1],
    ['a day less than a week', '2026-01-10', 1],
    ['a week', '2026-01-11', 1],
    ['a week and a day', '2026-01-12', 1],
    ['a day less than two weeks', '2026-01-17', 1],
    ['two weeks', '2026-01-18', 2],
  ])('weekly money for %s comes in as many parts as there are whole weeks, at least one', (_, endsOn, parts) => {
    const one = new Allocation({ instalment: 'weekly', endsOn });
    expect(instalmentsOf(one.state)).toBe(parts);
    expect(availablePence(one.state, noon('2026-01-05'))).toBe(120_00 / parts);
    expect(availablePence(one.state, noon(endsOn))).toBe(120_00);
  });

  test('a standing contribution is paid with the last of them, and with nothing on the days left over', () => {
    const one = new Allocation({ instalment: 'weekly', endsOn: '2026-01-20', grantedPence: 200 });
    one.put('2026-01-05', 50, 'x', true);
    expect(one.do('2026-01-12', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('contributed');
    expect(allocationNextDue(one.state)).toBe('2026-01-21T00:00:00.000Z');
    expect(one.do('2026-01-19', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
  });

  test('a standing contribution that was dealt with for days left over, as they once counted, simply ends', () => {
    const one = new Allocation({ instalment: 'weekly', endsOn: '2026-01-20', grantedPence: 200 });
    one.put('2026-01-19', 50, 'x', true);
    one.state = { ...one.state, standing: { x: { amountPence: 50, instalmentsDone: 3 } } };
    expect(availablePence(one.state, noon('2026-01-19'))).toBe(150);
    expect(one.do('2026-01-19', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
    expect(allocationNextDue(one.state)).toBe('2026-01-21T00:00:00.000Z');
  });
});

describe('taking back', () => {
  test('makes money available again', () => {
    const one = new Allocation();
    one.put('2026-02-01', 10_000);
    expect(one.do('2026-02-02', { type: 'take-back', poolId: 'x', amountPence: 4000 })).toBe('came-home');
    expect(one.state).toMatchObject({ balancePence: 6000, pooledPence: { x: 6000 } });
    expect(availablePence(one.state, noon('2026-02-02'))).toBe(6000);
  });

  test('never returns more than went into that pool', () => {
    const one = new Allocation();
    one.put('2026-02-01', 100, 'x');
    one.put('2026-02-01', 100, 'y');
    expect(one.do('2026-02-02', { type: 'take-back', poolId: 'x', amountPence: 101 })).toBe('not-available');
    expect(one.do('2026-02-02', { type: 'take-back', poolId: 'z', amountPence: 1 })).toBe('not-available');
    one.do('2026-02-02', { type: 'take-back', poolId: 'x', amountPence: 100 });
    expect(one.state.pooledPence).toEqual({ y: 100 });
  });
});

describe('a reduction', () => {
  const reduce = (pence: number, from: string, funder = 'council') => ({
    type: 'announce-reduction' as const,
    funder,
    amountPence: pence,
    from,
  });

  test('must be announced 28 days before, by the funder, within the allocation and what is left of it', () => {
    const one = new Allocation();
    expect(one.do('2026-02-01', reduce(1, '2026-02-28'), 'fay')).toBe('too-soon');
    expect(one.do('2026-02-01', reduce(1, '2027-01-01'), 'fay')).toBe('allocation-ended');
    expect(one.do('2026-02-01', reduce(1, '2026-03-01', 'health'), 'harry')).toBe('not-found');
    expect(one.do('2026-02-01', reduce(12_001, '2026-03-01'), 'fay')).toBe('too-much');
    expect(one.do('2026-02-01', reduce(7000, '2026-03-01'), 'fay')).toBe('reduction-announced');
    expect(one.do('2026-02-01', reduce(5001, '2026-04-01'), 'fay')).toBe('too-much');
    expect(one.do('2026-02-01', reduce(5000, '2026-04-01'), 'fay')).toBe('reduction-announced');
  });

  test('takes nothing before its day, then what is in the allocation, and the rest as it is returned from pools', () => {
    const one = new Allocation();
    one.put('2026-02-01', 9000);
    one.do('2026-02-01', reduce(5000, '2026-03-01'), 'fay');
    expect(availablePence(one.state, noon('2026-02-28'))).toBe(3000);
    expect(availablePence(one.state, noon('2026-03-01'))).toBe(0);
    expect(one.put('2026-03-01', 1)).toBe('not-available');
    expect(one.state).toMatchObject({
      balancePence: 0,
      returnedPence: 3000,
      owedPence: 2000,
      pooledPence: { x: 9000 },
    });
    one.do('2026-03-02', { type: 'take-back', poolId: 'x', amountPence: 1500 });
    one.do('2026-03-02', { type: 'take-back', poolId: 'x', amountPence: 1500 });
    expect(one.state).toMatchObject({
      balancePence: 1000,
      returnedPence: 5000,
      owedPence: 0,
      pooledPence: { x: 6000 },
    });
    expect(one.story.slice(-3)).toEqual([
      'reduced balance>returned 3000',
      'came-home pool:x>balance 1500 balance>returned 1500',
      'came-home pool:x>balance 1500 balance>returned 500',
    ]);
  });

  test('on the same day as another: both are taken', () => {
    const one = new Allocation();
    one.do('2026-02-01', reduce(100, '2026-03-01'), 'fay');
    one.do('2026-02-01', reduce(200, '2026-03-01'), 'fay');
    one.put('2026-03-01', 1);
    expect(one.state).toMatchObject({ returnedPence: 300, reducedPence: 300, reductions: [] });
  });

  test('is not undone by later instalments', () => {
    const one = new Allocation({ grantedPence: 1000, instalment: 'four-weekly', endsOn: '2026-03-01' });
    one.do('2026-01-05', reduce(600, '2026-02-02'), 'fay');
    expect(availablePence(one.state, noon('2026-02-01'))).toBe(500);
    expect(availablePence(one.state, noon('2026-02-02'))).toBe(400);
  });
});

describe('a standing contribution', () => {
  const weekly = () => {
    const one = new Allocation({ grantedPence: 5200, instalment: 'weekly', endsOn: '2027-01-03' });
    one.put('2026-01-05', 60, 'x', true);
    return one;
  };

  test('is paid once with each later instalment', () => {
    const one = weekly();
    expect(one.do('2026-01-11', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
    expect(one.do('2026-01-12', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('contributed');
    expect(one.do('2026-01-12', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
    expect(totalPooledPence(one.state)).toBe(120);
    expect(allocationNextDue(one.state)).toBe('2026-01-19T00:00:00.000Z');
  });

  test('that cannot be paid is missed, or stopped', () => {
    const one = weekly();
    one.put('2026-01-12', 140);
    expect(one.do('2026-01-12', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-available');
    expect(one.do('2026-01-12', { type: 'miss-standing', poolId: 'x', stop: false }, 'clock')).toBe('standing-missed');
    expect(one.do('2026-01-19', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('contributed');
    expect(one.do('2026-01-26', { type: 'miss-standing', poolId: 'x', stop: true }, 'clock')).toBe('standing-stopped');
    expect(one.do('2026-02-02', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
  });

  test('is changed and stopped by the person alone', () => {
    const one = weekly();
    expect(one.do('2026-01-06', { type: 'change-standing', poolId: 'x', amountPence: 0 }, 'sam')).toBe('not-found');
    expect(one.do('2026-01-06', { type: 'change-standing', poolId: 'y', amountPence: 0 })).toBe('nothing-standing');
    expect(one.do('2026-01-06', { type: 'change-standing', poolId: 'x', amountPence: 7 })).toBe('standing-changed');
    one.do('2026-01-12', { type: 'pay-standing', poolId: 'x' }, 'clock');
    expect(totalPooledPence(one.state)).toBe(67);
    expect(one.do('2026-01-13', { type: 'change-standing', poolId: 'x', amountPence: 0 })).toBe('standing-stopped');
    expect(one.state.standing).toEqual({});
  });
});

describe('the end', () => {
  test('returns what is in the allocation to the funder, and later what pools return', () => {
    const one = new Allocation();
    one.put('2026-02-01', 2000);
    one.do('2027-01-01', { type: 'take-back', poolId: 'x', amountPence: 500 }, 'clock');
    expect(one.story.slice(-2)).toEqual([
      'ended balance>returned 10000',
      'came-home pool:x>balance 500 balance>returned 500',
    ]);
    expect(one.state).toMatchObject({ ended: true, balancePence: 0, returnedPence: 10_500, pooledPence: { x: 1500 } });
    expect(
      one.do(
        '2027-01-02',
        { type: 'announce-reduction', funder: 'council', amountPence: 1, from: '2027-03-01' },
        'fay',
      ),
    ).toBe('allocation-ended');
  });

  test('stops standing contributions and reductions, after which nothing falls due', () => {
    const one = new Allocation({ instalment: 'weekly' });
    one.put('2026-01-05', 1, 'x', true);
    one.do('2026-11-01', { type: 'announce-reduction', funder: 'council', amountPence: 1, from: '2026-12-31' }, 'fay');
    expect(one.do('2027-01-04', { type: 'pay-standing', poolId: 'x' }, 'clock')).toBe('not-due');
    expect(one.state).toMatchObject({ ended: true, standing: {}, reductions: [] });
    expect(allocationNextDue(one.state)).toBeUndefined();
  });
});

test('what falls due next is the earliest of instalment, reduction and end', () => {
  const one = new Allocation({ instalment: 'four-weekly' });
  expect(allocationNextDue(allocationReducer.empty)).toBeUndefined();
  expect(allocationNextDue(one.state)).toBe('2027-01-01T00:00:00.000Z');
  one.do('2026-02-01', { type: 'announce-reduction', funder: 'council', amountPence: 100, from: '2026-06-01' }, 'fay');
  expect(allocationNextDue(one.state)).toBe('2026-05-31T23:00:00.000Z');
  one.put('2026-02-01', 10, 'x', true);
  expect(allocationNextDue(one.state)).toBe('2026-02-02T00:00:00.000Z');
});
