// Where an offer's back link leads: the last search in this tab.
import { signal } from '@preact/signals';

export const lastSearch = signal('/find');
