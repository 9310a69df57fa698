// Codes that Kitty gives out, as people copy, type and read them aloud.

/** Small letters and digits alone; o, i and l, which no code has, are read as 0 and 1. */
export const tidyCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[\s.\-–—_]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');

export const isCode = (code: string, length: number): boolean =>
  code.length === length && /^[0-9a-hjkmnp-tv-z]*$/.test(code);

/** In groups of four, so that it is easy to read aloud. */
export const inFours = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ');
