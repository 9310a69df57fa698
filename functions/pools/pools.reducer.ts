// The pool's journal: every command that a pool takes, in one place, and what time does by itself.

import { attend } from '../commissions/absence.rules.ts';
import {
  answer,
  cancelByEnterprise,
  changeLimit,
  confirm,
  deliver,
  dispute,
  resolve,
  type SessionStep,
  type Side,
  sessionSteps,
  settleCommissions,
  takeStep,
} from '../commissions/sessions.rules.ts';
import type { Decision, Reducer, Request } from '../journal/journal.types.ts';
import { addDays, dayOf, londonInstant } from '../kernel/clock.ts';
import { type Refusal, type Result, refuse } from '../kernel/result.ts';
import {
  close,
  decideAll,
  endsBy,
  type Idea,
  propose,
  vote,
  withdrawProposal,
  withdrawVote,
} from '../proposals/proposals.rules.ts';
import { applyPool } from './pools.apply.ts';
import { Draft } from './pools.draft.ts';
import {
  contribute,
  endNotice,
  invite,
  join,
  leave,
  open,
  revokeInvitation,
  type Source,
  sendHome,
  settleAgreement,
  sign,
} from './pools.rules.ts';
import { type Agreement, type Choice, EMPTY_POOL, type PoolChange, type PoolState } from './pools.state.ts';

type Step =
  | SessionStep
  | { readonly step: 'close'; readonly id: string }
  | { readonly step: 'end-notice'; readonly person: string };

/** `runs` are the enterprises that the person at the keyboard, or the person they act for, runs. */
export type PoolCommand =
  | { readonly do: 'open'; readonly id: string; readonly outcomes: readonly string[]; readonly agreement: Agreement }
  | { readonly do: 'invite'; readonly id: string; readonly until: string; readonly uses: number }
  | { readonly do: 'revoke-invitation'; readonly id: string }
  | { readonly do: 'join'; readonly invitation: string }
  | { readonly do: 'contribute'; readonly source: Source; readonly pence: number }
  | { readonly do: 'send-home'; readonly lots: readonly { readonly lot: string; readonly pence: number }[] }
  | { readonly do: 'leave' }
  | { readonly do: 'sign'; readonly version: number }
  | { readonly do: 'propose'; readonly id: string; readonly idea: Idea }
  | {
      readonly do: 'vote';
      readonly id: string;
      readonly said: { readonly choice: Choice; readonly joining: boolean; readonly upTo?: number };
      readonly runs: readonly string[];
    }
  | { readonly do: 'withdraw-vote'; readonly id: string }
  | { readonly do: 'withdraw-proposal'; readonly id: string }
  | { readonly do: 'answer'; readonly id: string; readonly accepts: boolean; readonly runs: readonly string[] }
  | { readonly do: 'cancel'; readonly id: string; readonly n?: number; readonly runs: readonly string[] }
  | {
      readonly do: 'deliver' | 'confirm' | 'dispute';
      readonly id: string;
      readonly n: number;
      readonly runs: readonly string[];
    }
  | {
      readonly do: 'resolve';
      readonly id: string;
      readonly n: number;
      readonly side: Side;
      readonly pence: number;
      readonly runs: readonly string[];
    }
  | { readonly do: 'limit'; readonly id: string; readonly upTo: number }
  | { readonly do: 'attend'; readonly id: string; readonly n: number; readonly isComing: boolean }
  | ({ readonly do: 'step' } & Step);

const KINDS = {
  open: 'opened',
  invite: 'invited',
  'revoke-invitation': 'invitation-revoked',
  join: 'joined',
  contribute: 'contributed',
  'send-home': 'sent-home',
  leave: 'left',
  sign: 'signed',
  propose: 'proposed',
  vote: 'voted',
  'withdraw-vote': 'vote-withdrawn',
  'withdraw-proposal': 'proposal-withdrawn',
  cancel: 'cancelled',
  deliver: 'delivered',
  confirm: 'confirmed',
  dispute: 'disputed',
  resolve: 'resolved',
  limit: 'limit-changed',
  attend: 'attendance-changed',
  answer: 'answered',
  step: 'time-passed',
} as const satisfies Record<PoolCommand['do'], string>;

/** The state's text stays under this; what finishes something is never refused for it. */
const MOST_BYTES = 32 * 1024;
const GROWING: ReadonlySet<PoolCommand['do']> = new Set([
  'open',
  'invite',
  'join',
  'contribute',
  'propose',
  'vote',
  'attend',
]);

/** Commands of members; whoever else asks is told that there is nothing here. */
const OF_MEMBERS: ReadonlySet<PoolCommand['do']> = new Set([
  'invite',
  'revoke-invitation',
  'contribute',
  'leave',
  'sign',
  'propose',
  'vote',
  'withdraw-vote',
  'withdraw-proposal',
]);

/** Carries a command out on the draft; answers what to call the event, or why not. */
function carryOut(draft: Draft, command: PoolCommand, who: Request) {
  const person = who.whom ?? who.by;
  switch (command.do) {
    case 'open':
      return open(draft, person, command.id, command.outcomes, command.agreement);
    case 'invite':
      return invite(draft, person, command.id, command.until, command.uses);
    case 'revoke-invitation':
      return revokeInvitation(draft, command.id);
    case 'join':
      return join(draft, person, command.invitation);
    case 'contribute':
      return contribute(draft, command.source, command.pence);
    case 'send-home':
      return sendHome(draft, command.lots, who.by === 'clock' ? undefined : person);
    case 'leave':
      return leave(draft, person);
    case 'sign':
      return sign(draft, person, command.version);
    case 'propose':
      return propose(draft, person, command.id, command.idea);
    case 'vote':
      return vote(draft, person, command.id, command.said, command.runs);
    case 'withdraw-vote':
      return withdrawVote(draft, person, command.id);
    case 'withdraw-proposal':
      return withdrawProposal(draft, person, command.id);
    case 'answer':
      return answer(draft, command.id, command.runs, command.accepts) ?? (command.accepts ? 'accepted' : 'refused');
    case 'cancel':
      return cancelByEnterprise(draft, command.id, command.runs, command.n);
    case 'deliver':
      return deliver(draft, command.id, command.n, command.runs);
    case 'confirm':
      return confirm(draft, command.id, command.n, person, command.runs);
    case 'dispute':
      return dispute(draft, command.id, command.n, person, command.runs);
    case 'resolve':
      return resolve(draft, command.id, command.n, command.side, person, command.runs, command.pence);
    case 'limit':
      return changeLimit(draft, command.id, person, command.upTo);
    case 'attend':
      return (
        attend(draft, command.id, command.n, person, command.isComing) ??
        (command.isComing ? 'said-coming' : 'said-not-coming')
      );
    case 'step':
      return stepIn(draft, command);
  }
}

function stepIn(draft: Draft, step: Step): string {
  if (step.step === 'close') {
    close(draft, step.id);
    return 'proposal-closed';
  }
  if (step.step === 'end-notice') {
    endNotice(draft, step.person);
    return 'notice-ended';
  }
  return takeStep(draft, step);
}

type Carried = Exclude<ReturnType<typeof carryOut>, string | undefined>;
export type PoolCode = (Carried extends { readonly refusal: Refusal<infer Code> } ? Code : never) | 'not-found';

function next(
  state: PoolState,
  command: PoolCommand,
  at: string,
  who: Request,
): Result<Decision<PoolChange>, PoolCode> {
  if (state.id === '' && command.do !== 'open') return refuse('not-found');
  if (OF_MEMBERS.has(command.do) && !state.members[who.whom ?? who.by] && who.by !== 'clock')
    return refuse('not-found');
  const draft = new Draft(state, at);
  const done = carryOut(draft, command, who);
  if (typeof done === 'object') return done;
  settleAgreement(draft);
  decideAll(draft);
  settleCommissions(draft);
  return { ok: true, value: draft.decision(done ?? KINDS[command.do]) };
}

/** What time has due at `at`; with no `at`, everything that it will have due. */
function steps(state: PoolState, at?: string): { due: string; step: Step }[] {
  const found: { due: string; step: Step }[] = [];
  for (const [id, proposal] of Object.entries(state.proposals)) {
    const due = endsBy(proposal);
    if (at === undefined || due <= at) found.push({ due, step: { step: 'close', id } });
  }
  for (const [id, commission] of Object.entries(state.commissions)) found.push(...sessionSteps(id, commission, at));
  for (const [person, { endsOn }] of Object.entries(state.leaving))
    if (at === undefined || endsOn <= dayOf(at)) found.push({ due: endsOn, step: { step: 'end-notice', person } });
  return found;
}

const earliest = (found: readonly { due: string; step: Step }[]): { due: string; step: Step } | undefined => {
  let first: { due: string; step: Step } | undefined;
  for (const one of found) if (!first || one.due < first.due) first = one;
  return first;
};

/** Earlier than every instant. */
const AT_ONCE = '0';

/** When something next falls due in this pool without anybody doing anything, money going home included. */
export function poolNextDue(state: PoolState): string | undefined {
  const dues = [earliest(steps(state))?.due];
  for (const lot of Object.values(state.lots))
    if (lot.free > 0) dues.push(state.members[lot.person] ? londonInstant(addDays(lot.ends, 1)) : AT_ONCE);
  return dues.filter((due) => due !== undefined).sort()[0];
}

export const poolReducer: Reducer<PoolState, PoolCommand, PoolChange, PoolCode> = {
  kind: 'POOL',
  v: 1,
  upgrade: (state) => state,
  empty: EMPTY_POOL,
  mostBytes: (command) => (GROWING.has(command.do) ? MOST_BYTES : Number.POSITIVE_INFINITY),
  next,
  apply: applyPool,
  due: (state, at) => {
    const first = earliest(steps(state, at));
    if (!first) return undefined;
    const { due, step } = first;
    return { command: { do: 'step', ...step }, name: JSON.stringify([step, due]) };
  },
};
