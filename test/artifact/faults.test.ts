// The deployed functions lose nothing when they are cut off: unreadable records, cold starts and time-outs at every await.
import { randomUUID } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../call.ts';
import { type Account, openAccount } from './account.ts';
import { PLACE } from './deployment.ts';
import type { Loss, Sent } from './network.ts';
import { day, type Member, PRICE_PENCE, type Standing, type TwoMembers, twoMembersIn } from './two-members.ts';

let aws: Account;
let members: TwoMembers;
beforeAll(async () => {
  aws = await openAccount();
  members = await twoMembersIn(aws);
}, 240_000);
afterAll(() => aws?.close());

const plus = (was: Standing, change: Partial<Standing>): Standing => {
  const is = { ...was };
  for (const [name, by] of Object.entries(change)) Object.assign(is, { [name]: was[name as keyof Standing] + by });
  return is;
};

interface Attempt {
  readonly as: Member;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
}

/**
 * Cuts the api off at a request of its own, as a time-out does, and sends the same again to a fresh process.
 * Answers what that answered; undefined when there was no such request.
 */
async function cutOff({ as, method, path, body }: Attempt, loss: Loss, when: (sent: Sent) => boolean) {
  const key = randomUUID();
  const send = (): Promise<Answer> => members.call(as, method, path, body, key);
  const lost = aws.network.lose(loss, when).then(() => true);
  const first = send();
  if (!(await Promise.race([lost, first.then(() => false)]))) {
    aws.network.loseNothing();
    expect((await first).status).toBeLessThan(300);
    return undefined;
  }
  await aws.lambda('api').kill();
  expect(await first).toMatchObject({ status: 500, body: { message: 'Internal Server Error' } });
  const again = await send();
  expect(again.status).toBeLessThan(300);
  // And once more, as a client does that has not got that answer either.
  expect((await send()).body).toEqual(again.body);
  return again;
}

const isWriteOfEvents = ({ headers, body }: Sent): boolean =>
  /\.(PutItem|TransactWriteItems)$/.test(String(headers['x-amz-target'])) && body.includes('"E#');

describe('a cold start in the middle of', () => {
  const proposing = (): Attempt => {
    const { ann, pool, offerId } = members;
    return { as: ann, method: 'POST', path: `${pool}/proposals`, body: { offerId, sessions: 1, startsOn: day(40) } };
  };
  /** Checks that the proposal was made exactly once, by whichever request. */
  async function proposedOnce(was: Standing, proposalId: string | undefined): Promise<void> {
    const { ann, pool, must, standing } = members;
    expect(await standing(ann)).toEqual(plus(was, { poolEvents: 1 }));
    const { proposals } = await must(ann, 'GET', pool);
    const open = proposals.filter(({ status }: { status: string }) => status === 'open');
    expect(open.map(({ id }: { id: string }) => id)).toEqual([proposalId]);
    await must(ann, 'POST', `${pool}/proposals/${proposalId}/withdrawal`, {});
  }

  test('a write that the table took: the same request again finds the one event', async () => {
    const was = await members.standing(members.ann);
    const { starts } = aws.lambda('api');
    const again = await cutOff(proposing(), 'answer', isWriteOfEvents);
    expect(again?.status).toBe(201);
    expect(aws.lambda('api').starts).toBe(starts + 1);
    await proposedOnce(was, again?.body.proposalId);
  });

  test.each<Loss>(['request', 'answer'])('another, which waits for the issuer’s keys (%s lost)', async (loss) => {
    const was = await members.standing(members.ann);
    await aws.lambda('api').kill();
    const again = await cutOff(proposing(), loss, ({ path }) => path.endsWith('/jwks.json'));
    await proposedOnce(was, again?.body.proposalId);
  });
});

describe.each<Loss>(['request', 'answer'])('a time-out at every await of the api, with the %s lost', (loss) => {
  /** Cuts off at the first request, the second … until there is none; each time `attempt` changes the standing by `change`. */
  async function everywhere(attempt: () => Promise<Attempt>, change: Partial<Standing>): Promise<number> {
    for (let n = 1; ; n++) {
      const tried = await attempt();
      const was = await members.standing(tried.as);
      let asked = 0;
      const again = await cutOff(tried, loss, () => ++asked === n);
      expect(await members.standing(tried.as), `cut off at request ${n}`).toEqual(plus(was, change));
      if (!again) return n - 1;
    }
  }

  test('a contribution moves the money once, in both journals', async () => {
    const { ben: as, pool } = members;
    const body = { allocationId: as.allocationId, amountPence: 107 };
    const change = { freePence: 107, pooledPence: 107, availablePence: -107, poolEvents: 1, allocationEvents: 1 };
    const cuts = await everywhere(async () => ({ as, method: 'POST', path: `${pool}/contributions`, body }), change);
    // The pool's head, this request in it, the allocation's head, the writing of both.
    expect(cuts).toBeGreaterThanOrEqual(4);
  });

  test('the vote that meets the rule makes one order and one hold', async () => {
    const { ann, ben, pool, offerId, must } = members;
    const body = { choice: 'agree', joining: true };
    const vote = async (): Promise<Attempt> => {
      const wanted = { offerId, sessions: 1, startsOn: day(30) };
      const { proposalId } = await must(ann, 'POST', `${pool}/proposals`, wanted);
      const path = `${pool}/proposals/${proposalId}/vote`;
      await must(ann, 'PUT', path, body);
      return { as: ben, method: 'PUT', path, body };
    };
    const cuts = await everywhere(vote, { freePence: -PRICE_PENCE, heldPence: PRICE_PENCE, poolEvents: 1 });
    // What the voter runs, the pool's head, this request in it, the writing.
    expect(cuts).toBeGreaterThanOrEqual(4);
  });
});

describe('a record of the stream that cannot be read', () => {
  test('ends in the queue of failures, and all others of its batch proceed', async () => {
    const { table, stream } = aws;
    const { ann, ben, pool, contribute, standing } = members;
    await stream.drain();
    stream.hold();
    await contribute(ann, 1);
    const poison = { PK: `${PLACE}#POOL#poison`, SK: 'E#000000000001', op: '0', h: '0', v: 1, z: Buffer.from('?') };
    await table.database.send(new PutCommand({ TableName: table.name, Item: poison }));
    await contribute(ben, 1);
    await contribute(ben, 1);
    const before = aws.lambda('on-journal').log.length;
    expect(await stream.drain()).toBe(7);

    expect(aws.messagesIn('JournalFailures')).toEqual([
      {
        requestContext: expect.objectContaining({ condition: 'RetryAttemptsExhausted' }),
        DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1, streamArn: table.streamArn }),
      },
    ]);
    // In a batch with others, and then alone as often as the template says.
    const tried = aws
      .lambda('on-journal')
      .log.slice(before)
      .match(/projection-failed/g);
    expect(tried?.length).toBeGreaterThan(8);
    const { Items = [] } = await table.database.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'PK = :h',
        ExpressionAttributeValues: { ':h': `${PLACE}#VIEW` },
      }),
    );
    const [anns, bens] = [await standing(ann), await standing(ben)];
    expect(Object.fromEntries(Items.map(({ SK, seq }) => [SK, seq]))).toEqual({
      [`POOL#${pool.split('/').at(-1)}`]: anns.poolEvents,
      [`ALLOC#${ann.allocationId}`]: anns.allocationEvents,
      [`ALLOC#${ben.allocationId}`]: bens.allocationEvents,
    });
    expect(table.refusals).toEqual([]);
  });
});
