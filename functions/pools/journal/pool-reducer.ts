// The pool's journal: decides commands, applies events, and says what time has due.
import { CLOCK, type CommandMeta, type Decided, type Reducer } from '../../journal/journal.types.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { applyPoolEvent } from './apply.ts';
import { decideProposals } from './decide.ts';
import { carryOnCommissions, dueIn, earliest } from './due.ts';
import { MAX_STATE_BYTES } from './limits.ts';
import { carryOut, POOL_COMMANDS, type PoolCode, type PoolCommand } from './pool-commands.ts';
import { PoolDraft } from './pool-draft.ts';
import { EMPTY_POOL, type PoolChange, type PoolState } from './pool-state.ts';
import { bringAgreementIntoForce } from './sign.ts';
import { upgradePoolChange, upgradePoolState } from './upgrade-v1.ts';

/** Whether somebody may give this command at all. */
function may(state: PoolState, command: PoolCommand, personId: string): boolean {
  const { by } = POOL_COMMANDS[command.type];
  const isClock = personId === CLOCK;
  switch (by) {
    case 'clock':
      return isClock;
    case 'member':
      return isClock || state.members[personId] !== undefined;
    case 'lot-owner':
      return isClock || ('lots' in command && command.lots.every(({ lot }) => state.lots[lot]?.personId === personId));
    case 'enterprise': {
      if (!('id' in command && 'ownedEnterpriseIds' in command)) return false;
      const commission = state.commissions[command.id];
      return commission !== undefined && command.ownedEnterpriseIds.includes(commission.enterpriseId);
    }
    case 'anyone':
    case 'participant':
    case 'dispute-party':
      return true;
  }
}

function decide(
  state: PoolState,
  command: PoolCommand,
  at: string,
  { actorId, onBehalfOf }: CommandMeta,
): Result<Decided<PoolState, PoolChange>, PoolCode> {
  const personId = onBehalfOf ?? actorId;
  if (state.id === '' && command.type !== 'open') return refuse('not-found');
  if (!may(state, command, personId)) return refuse('not-found');
  const draft = new PoolDraft(state, at);
  const done = carryOut(draft, command, personId);
  if (typeof done === 'object') return done;
  bringAgreementIntoForce(draft);
  decideProposals(draft);
  carryOnCommissions(draft);
  return { ok: true, value: draft.decided(done) };
}

export const poolReducer: Reducer<PoolState, PoolCommand, PoolChange, PoolCode> = {
  kind: 'POOL',
  version: 2,
  upgradeState: upgradePoolState,
  upgradeChange: upgradePoolChange,
  empty: EMPTY_POOL,
  maxBytes: ({ type }) => (POOL_COMMANDS[type].mayGrow ? MAX_STATE_BYTES : Number.POSITIVE_INFINITY),
  decide,
  apply: applyPoolEvent,
  dueStep: (state, at) => {
    const first = earliest(dueIn(state, at));
    return first && { command: first.command, name: JSON.stringify([first.command, first.due]) };
  },
};
