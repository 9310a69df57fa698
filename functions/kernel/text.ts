// Text as people see it, whatever stands in it unseen.

/** Letters composed, any white space one space, none at the ends. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
