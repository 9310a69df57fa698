// For whom a supporter acts in this tab; nobody else's, and gone when the tab is closed.
import { effect, signal } from '@preact/signals';
import { personId } from '../sign-in/session.ts';

const KEPT = 'kitty.acting-for';

interface Supported {
  readonly personId: string;
  readonly name: string;
}

const kept = sessionStorage.getItem(KEPT);

export const actingFor = signal<Supported | undefined>(kept === null ? undefined : JSON.parse(kept));

effect(() => {
  if (actingFor.value) sessionStorage.setItem(KEPT, JSON.stringify(actingFor.value));
  else sessionStorage.removeItem(KEPT);
});

/** Who asks, and for whom: what one pair has asked is never taken up by another. */
export const whoAsks = (): string => `${personId() ?? ''} ${actingFor.value?.personId ?? ''}`;

/** The caption of a page of somebody’s own things, when they are those of the person acted for. */
export const forWhom = (): { readonly caption?: string } => (actingFor.value ? { caption: actingFor.value.name } : {});
