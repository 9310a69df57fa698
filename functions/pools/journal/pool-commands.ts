// Every command that a pool takes: one row each. A new command is a row here and a handler in a file of its own.
import type { Refusal } from '../../kernel/result.ts';
import { acceptRequest, expireRequest, refuseRequest } from './answer.ts';
import { attend, changeLimit, stayAway } from './attend.ts';
import { cancelByEnterprise } from './cancel.ts';
import { contribute, refund } from './contribute.ts';
import { closeProposal } from './decide.ts';
import { confirm, deliver, releaseSession } from './deliver.ts';
import { dispute, resolve } from './dispute.ts';
import { forgetSession, fundSession } from './due.ts';
import { invite, join, openPool, revokeInvitation } from './join.ts';
import { endNotice, leave } from './leave.ts';
import { pauseStanding, resumeStanding } from './pause-standing.ts';
import type { PoolDraft } from './pool-draft.ts';
import { propose, withdrawProposal } from './propose.ts';
import { sign } from './sign.ts';
import { vote, withdrawVote } from './vote.ts';

/**
 * Who may give a command; for everybody else there is nothing here. `participant` and `a side` are looked at more closely by
 * their handlers, session by session.
 */
export type AllowedActor = 'anyone' | 'member' | 'lot-owner' | 'enterprise' | 'participant' | 'dispute-party' | 'clock';

interface Row<Payload, Refused> {
  /** The type of the event; a handler may name another. */
  readonly event: string;
  readonly by: AllowedActor;
  /** What makes the state grow is refused when it is full; what decides or ends something never is. */
  readonly mayGrow: boolean;
  /** Carries the command out on the draft. Answers why not, or another type for the event, or nothing. */
  readonly handle: (draft: PoolDraft, command: Payload, personId: string) => Refused;
}

const row = <Payload, Refused>(
  event: string,
  by: AllowedActor,
  handle: Row<Payload, Refused>['handle'],
  { mayGrow = false } = {},
): Row<Payload, Refused> => ({ event, by, mayGrow, handle });

const GROWS = { mayGrow: true };

export const POOL_COMMANDS = {
  open: row('opened', 'anyone', openPool, GROWS),
  invite: row('invited', 'member', invite, GROWS),
  'revoke-invitation': row('invitation-revoked', 'member', revokeInvitation),
  join: row('joined', 'anyone', join, GROWS),
  leave: row('left', 'member', leave),
  'end-notice': row('notice-ended', 'clock', endNotice),
  sign: row('signed', 'member', sign),
  contribute: row('contributed', 'member', contribute, GROWS),
  'pause-standing': row('standing-paused', 'member', pauseStanding, GROWS),
  'resume-standing': row('standing-resumed', 'member', resumeStanding),
  refund: row('sent-home', 'lot-owner', refund),
  propose: row('proposed', 'member', propose, GROWS),
  'withdraw-proposal': row('proposal-withdrawn', 'member', withdrawProposal),
  vote: row('voted', 'member', vote),
  'withdraw-vote': row('vote-withdrawn', 'member', withdrawVote),
  'close-proposal': row('proposal-closed', 'clock', closeProposal),
  accept: row('accepted', 'enterprise', acceptRequest),
  refuse: row('refused', 'enterprise', refuseRequest),
  'expire-request': row('commission-expired', 'clock', expireRequest),
  cancel: row('cancelled', 'enterprise', cancelByEnterprise),
  'fund-session': row('session-funded', 'clock', fundSession),
  deliver: row('delivered', 'enterprise', deliver),
  confirm: row('confirmed', 'participant', confirm),
  'release-session': row('session-released', 'clock', releaseSession),
  dispute: row('disputed', 'participant', dispute),
  resolve: row('resolved', 'dispute-party', resolve),
  'forget-session': row('session-forgotten', 'clock', forgetSession),
  'change-limit': row('limit-changed', 'participant', changeLimit),
  attend: row('said-coming', 'participant', attend, GROWS),
  'stay-away': row('said-not-coming', 'participant', stayAway, GROWS),
} as const;

type Table = typeof POOL_COMMANDS;
type PoolCommandType = keyof Table;
type Payloads = { readonly [Type in PoolCommandType]: Parameters<Table[Type]['handle']>[1] };
type CommandOf<Type extends PoolCommandType> = {
  readonly [One in Type]: { readonly type: One } & Payloads[One];
}[Type];
export type PoolCommand = CommandOf<PoolCommandType>;

type Answer = ReturnType<Table[PoolCommandType]['handle']>;
type Refused = Exclude<Answer, string | undefined>;
export type PoolCode = (Refused extends { readonly refusal: Refusal<infer Code> } ? Code : never) | 'not-found';

const rows: { readonly [Type in PoolCommandType]: Row<CommandOf<Type>, Answer> } = POOL_COMMANDS;

/** Carries a command out on the draft; answers the type of its event, or why not. */
export function carryOut<Type extends PoolCommandType>(
  draft: PoolDraft,
  command: CommandOf<Type>,
  personId: string,
): string | Refused {
  const { handle, event } = rows[command.type];
  return handle(draft, command, personId) ?? event;
}
