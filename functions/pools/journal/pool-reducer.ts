// The pool's journal: decides commands, applies events, and says what time has due.
import { CLOCK, type CommandMeta, type Decided, type Reducer } from '../../journal/journal.types.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { applyPoolEvent } from './apply.ts';
import { decideProposals } from './decide.ts';
import { carryOnCommissions, dueIn, earliest, judgesMoney } from './due.ts';
import { MAX_STATE_BYTES, reservedBytes } from './limits.ts';
import { carryOut, POOL_COMMANDS, type PoolCode, type PoolCommand } from './pool-commands.ts';
import { PoolDraft } from './pool-draft.ts';
import { EMPTY_POOL, type PoolChange, type PoolState } from './pool-state.ts';
import { bringAgreementIntoForce } from './sign.ts';
import { upgradePoolChangeV1, upgradePoolStateV1 } from './upgrade-v1.ts';
import { upgradePoolChangeV2, upgradePoolStateV2 } from './upgrade-v2.ts';

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
      return (
        isClock ||
        (command.type === 'refund' && command.lots.every(({ lot }) => state.lots[lot]?.personId === personId))
      );
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
  // What one decision frees may be what another waits for. Orders that run come before purchases that wait.
  let before: PoolState | undefined;
  while (before !== draft.state) {
    before = draft.state;
    bringAgreementIntoForce(draft);
    carryOnCommissions(draft);
    decideProposals(draft);
  }
  return { ok: true, value: draft.decided(done) };
}

export const poolReducer: Reducer<PoolState, PoolCommand, PoolChange, PoolCode> = {
  kind: 'POOL',
  version: 3,
  upgradeState: (stored, version) => (version === 1 ? upgradePoolStateV1(stored) : upgradePoolStateV2(stored)),
  upgradeChange: (stored, version) => (version === 1 ? upgradePoolChangeV1(stored) : upgradePoolChangeV2(stored)),
  empty: EMPTY_POOL,
  maxBytes: ({ type }, after) =>
    POOL_COMMANDS[type].mayGrow ? MAX_STATE_BYTES - reservedBytes(after) : Number.POSITIVE_INFINITY,
  decide,
  apply: applyPoolEvent,
  dueStep: (state, at) => {
    const first = earliest(state, dueIn(state, at));
    if (!first) return undefined;
    const { command, due } = first;
    const incomingFrom = Object.values(state.lots).flatMap((lot) => (lot.standing ? [lot.allocationId] : []));
    return {
      command,
      name: JSON.stringify([command, due]),
      due,
      incomingFrom,
      judgesMoney: judgesMoney(state, command),
    };
  },
};
