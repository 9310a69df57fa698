// The state of the form that proposes to cancel: all sessions to come or one, with a note to the group.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type CommandState, useCommand } from '../../api/command.ts';
import type { Commission } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { say } from '../../text/say.ts';
import { commissionText as t } from './commission.text.ts';

export const ALL = 'all';
const MAX_NOTE = 2000;

export interface CancelForm {
  readonly command: CommandState;
  readonly errors: readonly FieldError[];
  /** The number of a session, or `all`. */
  readonly what: string;
  readonly choose: (what: string) => void;
  readonly note: string;
  readonly type: (note: string) => void;
  readonly submit: (event: Event) => void;
}

/** `id` is that of the order, or the one that a waiting purchase would get. */
export function useCancelForm({ id, poolId }: Pick<Commission, 'id' | 'poolId'>): CancelForm {
  const { route } = useLocation();
  const [what, choose] = useState(ALL);
  const [note, type] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand('POST /v1/pools/{id}/proposals', `propose to cancel ${id}`, ({ proposalId }) => {
    showOnNextPage(say(t.cancelDone));
    route(`/pools/${poolId}/proposals/${proposalId}`);
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = note.trim();
    const isLong = said.length > MAX_NOTE;
    setErrors(isLong ? [{ field: 'note', message: say(t.noteLong) }] : []);
    if (isLong) return;
    const body = {
      kind: 'cancel' as const,
      commissionId: id,
      ...(what === ALL ? {} : { session: Number(what) }),
      ...(said === '' ? {} : { note: said }),
    };
    command.send({ params: { id: poolId }, body });
  };
  return { command, errors, what, choose, note, type, submit };
}
