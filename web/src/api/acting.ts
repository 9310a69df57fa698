// For whom a supporter acts in this tab. Other tabs do not know, and it ends with the tab.
import { effect, signal } from '@preact/signals';
import { personId } from '../sign-in/session.ts';
import { readStored } from '../storage/stored.ts';

const STORAGE_KEY = 'kitty.acting-for';

interface SupportedPerson {
  readonly personId: string;
  readonly name: string;
}

export const actingFor = signal(readStored<SupportedPerson>(STORAGE_KEY, { personId: '', name: '' }));

effect(() => {
  if (actingFor.value) sessionStorage.setItem(STORAGE_KEY, JSON.stringify(actingFor.value));
  else sessionStorage.removeItem(STORAGE_KEY);
});

/** Who is signed in and for whom they act: kept drafts and commands belong to this pair alone. */
export const actorKey = (): string => `${personId() ?? ''} ${actingFor.value?.personId ?? ''}`;

/** The caption of pages about a person's own things: the name of the person acted for. */
export const actingForCaption = (): { readonly caption?: string } =>
  actingFor.value ? { caption: actingFor.value.name } : {};
