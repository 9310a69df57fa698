// The most that one pool may have of each thing.

export const MAX_MEMBERS = 50;
/** Lots of one member. */
export const MAX_LOTS = 10;
export const MAX_OPEN_COMMISSIONS = 20;
export const MAX_OPEN_PROPOSALS = 20;
export const MAX_INVITATIONS = 50;
/**
 * The state's text stays under this; what finishes something is never refused for it. Version 1 had 32 KB with shorter names:
 * whatever fitted then fits now.
 */
export const MAX_STATE_BYTES = 40 * 1024;
