// Collects the notifications that one event gives rise to.
import type { Event } from '../journal/journal.types.ts';
import type { Commission, PoolState } from '../pools/journal/pool-state.ts';
import type { Notice, NoticeKind, Notification, Role } from './notices.state.ts';

type Details = Pick<Notice, 'about' | 'session' | 'when' | 'did'>;

/** One a person for each kind and thing, and as members only those who are members. */
export class NotificationCollector {
  readonly #all = new Map<string, Notification>();
  readonly #event: Event;
  readonly #members: PoolState['members'];

  constructor(event: Event, members: PoolState['members']) {
    this.#event = event;
    this.#members = members;
  }

  notify(kind: NoticeKind, as: Role, to: Notification['to'], details: Details = {}): void {
    if (as === 'member' && 'personId' in to && !this.#members[to.personId]) return;
    const { journal, seq, at } = this.#event;
    const key = JSON.stringify([kind, to, details.about, details.session]);
    if (!this.#all.has(key)) this.#all.set(key, { journal, cause: String(seq), kind, as, to, at, ...details });
  }

  notifyMembers(kind: NoticeKind, personIds: readonly string[], details: Details = {}): void {
    for (const personId of personIds) this.notify(kind, 'member', { personId }, details);
  }

  notifyOwner(kind: NoticeKind, { enterpriseId }: Pick<Commission, 'enterpriseId'>, details: Details = {}): void {
    this.notify(kind, 'owner', { enterpriseId }, details);
  }

  list(): Notification[] {
    return [...this.#all.values()];
  }
}
