// Where an offer's “back” leads: the search that it was found with, in this tab.
import { signal } from '@preact/signals';

export const lastSearch = signal('/find');
