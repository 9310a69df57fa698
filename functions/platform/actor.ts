// Who makes a request. Every action takes the actor as an argument; nothing is ambient.

export const ROLES = ['holder', 'enterprise', 'broker', 'funder'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['see', 'vote', 'pay'] as const;
export type Scope = (typeof SCOPES)[number];

/** Somebody signed in. `actorId` is the one at the keyboard; `personId` is whom they act for (the same, unless a supporter acts). */
export interface Actor {
  readonly place: string;
  readonly actorId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  /** The funding body that a funder works for. */
  readonly funder: string | undefined;
}
