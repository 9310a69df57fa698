// What the members of one pool did, day by day: each step calls the API's own action with the clock set to that day.
// A step's operation hash comes from its position in the script, so a second run after a crash repeats nothing and goes on.
import {
  answerRequest,
  cancelSessions,
  reportOnSession,
  resolveDispute,
} from '../../../functions/commissions/commissions.actions.ts';
import { contribute, leavePool } from '../../../functions/contributions/contributions.actions.ts';
import { runAllocation, runPool } from '../../../functions/due/due.actions.ts';
import type { CommandMeta } from '../../../functions/journal/journal.types.ts';
import { addDays, londonInstant } from '../../../functions/kernel/clock.ts';
import { digest } from '../../../functions/kernel/id.ts';
import type { Actor } from '../../../functions/platform/actor.ts';
import type { AppContext } from '../../../functions/platform/app-context.ts';
import type { AgreementTerms, Choice } from '../../../functions/pools/journal/pool-state.ts';
import { acceptInvitation, invite, openPool } from '../../../functions/pools/pools.actions.ts';
import { propose, vote } from '../../../functions/proposals/proposals.actions.ts';
import { must } from './helpers.ts';
import type { Holder, Stage } from './stage.ts';

const TERMS: AgreementTerms = {
  decisionRule: 'consent',
  quorum: 3,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
};

type Names = readonly (string | number)[];

interface Buying {
  readonly sessions: number;
  /** The day of the first session, from today. */
  readonly first: number;
  readonly time?: string;
  readonly everyDays?: number;
  readonly heldAhead?: number;
  readonly note?: string;
}

export class Script {
  private readonly context: AppContext;
  private readonly stage: Stage;
  private readonly name: string;
  private at = '';
  private steps = 0;
  private poolId = '';

  constructor(stage: Stage, name: string) {
    const now = () => this.at;
    this.stage = stage;
    this.name = name;
    this.context = { ...stage.context, now, journals: { ...stage.context.journals, now } };
  }

  /** The following steps happen on this day, which must be before today. */
  on(day: number, time = '10:00'): this {
    if (day >= 0) throw new Error('a demo step must lie before today');
    this.at = londonInstant(addDays(this.stage.today, day), time);
    return this;
  }

  private all(who: Names): Holder[] {
    return who.map((name) => this.stage.holder(name));
  }

  private request(actor: Actor): CommandMeta {
    this.steps += 1;
    const op = digest('demo', actor.place, this.name, String(this.steps));
    return {
      idempotencyHash: op,
      bodyHash: '',
      actorId: actor.actorId,
      ...(actor.actorId === actor.personId ? {} : { onBehalfOf: actor.personId }),
    };
  }

  async open(
    who: Names,
    purpose: string,
    outcomes: readonly string[],
    terms: Partial<AgreementTerms> = {},
  ): Promise<void> {
    const [first, ...others] = this.all(who);
    if (!first) return;
    const wanted = { name: this.name, purpose, outcomes, agreement: { ...TERMS, ...terms } };
    const { id } = must(await openPool(this.context, first, this.request(first), wanted));
    this.poolId = id;
    if (others.length === 0) return;
    const { code } = must(
      await invite(this.context, first, this.request(first), id, { uses: others.length, days: 14 }),
    );
    for (const other of others) must(await acceptInvitation(this.context, other, this.request(other), code));
  }

  /** An invitation that nobody has used yet. */
  async invites(who: string | number): Promise<void> {
    const actor = this.stage.holder(who);
    must(await invite(this.context, actor, this.request(actor), this.poolId, { uses: 2, days: 30 }));
  }

  async pay(who: Names, pounds: number, { standing = false, stream = 'social-care' } = {}): Promise<void> {
    for (const name of who) {
      const actor = this.stage.holder(name, stream);
      const wanted = { allocationId: actor.allocation, amountPence: pounds * 100, standing };
      must(await contribute(this.context, actor, this.request(actor), this.poolId, wanted));
    }
  }

  async buy(who: string | number, title: string, wanted: Buying): Promise<string> {
    const { first, time = '10:00', everyDays = 7, ...more } = wanted;
    const startsOn = addDays(this.stage.today, first);
    const idea = { kind: 'buy' as const, offerId: this.stage.offer(title).id, startsOn, time, everyDays, ...more };
    return this.propose(who, idea);
  }

  async changeAgreement(who: string | number, terms: Partial<AgreementTerms>, note: string): Promise<string> {
    return this.propose(who, { kind: 'agreement', agreement: { ...TERMS, ...terms }, note });
  }

  private async propose(who: string | number, idea: Parameters<typeof propose>[4]): Promise<string> {
    const actor = this.stage.holder(who);
    return must(await propose(this.context, actor, this.request(actor), this.poolId, idea)).proposalId;
  }

  /** Several people vote the same; returns the commission that the last vote made, if any. */
  async vote(who: Names, proposal: string, choice: Choice = 'agree', joining = choice === 'agree'): Promise<string> {
    return this.voteAs(this.all(who), proposal, { choice, joining });
  }

  async voteAs(
    actors: readonly Actor[],
    proposal: string,
    said: { choice: Choice; joining: boolean; reason?: string; accessNeeds?: string[] },
  ): Promise<string> {
    let commission = '';
    for (const actor of actors) {
      const voted = must(await vote(this.context, actor, this.request(actor), this.poolId, proposal, said));
      commission = ('commissionId' in voted && voted.commissionId) || commission;
    }
    return commission;
  }

  async answer(title: string, commission: string, accepts: boolean, reason?: string): Promise<void> {
    const { owner } = this.stage.offer(title);
    const verb = accepts ? 'accept' : 'refuse';
    must(await answerRequest(this.context, owner, this.request(owner), commission, verb, reason));
  }

  async deliver(title: string, commission: string, n: number): Promise<void> {
    const { owner } = this.stage.offer(title);
    must(await reportOnSession(this.context, owner, this.request(owner), commission, n, 'deliver', undefined));
  }

  async cancelSession(title: string, commission: string, n: number, reason: string): Promise<void> {
    const { owner } = this.stage.offer(title);
    must(await cancelSessions(this.context, owner, this.request(owner), commission, n, reason));
  }

  async say(
    who: string | number,
    verb: 'confirm' | 'dispute',
    commission: string,
    n: number,
    reason?: string,
  ): Promise<void> {
    const actor = this.stage.holder(who);
    must(await reportOnSession(this.context, actor, this.request(actor), commission, n, verb, reason));
  }

  async nameSum(who: string | number, commission: string, n: number, pounds: number, reason: string): Promise<void> {
    await this.nameSumAs(this.stage.holder(who), commission, n, pounds, reason);
  }

  async nameSumAs(actor: Actor, commission: string, n: number, pounds: number, reason: string): Promise<void> {
    must(await resolveDispute(this.context, actor, this.request(actor), commission, n, pounds * 100, reason));
  }

  /** Sessions `from` to `to`, a week apart: delivered on the day, confirmed the day after. */
  async weeks(
    title: string,
    commission: string,
    confirms: string | number,
    [from, to]: readonly [number, number],
    dayOf: (n: number) => number,
  ): Promise<void> {
    for (let n = from; n <= to; n++) {
      await this.on(dayOf(n), '16:00').deliver(title, commission, n);
      await this.on(Math.min(dayOf(n) + 1, -1), '18:00').say(confirms, 'confirm', commission, n);
    }
  }

  async leave(who: string | number): Promise<void> {
    const actor = this.stage.holder(who);
    must(await leavePool(this.context, actor, this.request(actor), this.poolId));
  }

  /** Runs what is due by now: instalments of these people's standing contributions, and the pool's own due steps. */
  async timePasses(who: Names = []): Promise<void> {
    const { place } = this.stage.holder(who[0] ?? 0);
    for (const { allocation } of this.all(who))
      await runAllocation(this.context, { place, kind: 'ALLOC', id: allocation });
    await runPool(this.context, { place, kind: 'POOL', id: this.poolId });
  }
}
