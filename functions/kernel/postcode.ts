// UK postcodes: which texts are one, and their outward half (“RM10” of “RM10 9XX”), which says the area without the street.

// The shapes that Royal Mail uses (the bulk-data guidance of the Cabinet Office and the Department for Education).
const OUTWARD = '[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]?';
const INWARD = '[0-9][ABD-HJLNP-UW-Z]{2}';
const SHAPE = new RegExp(`^(${OUTWARD})(?: *(${INWARD}))?$`);

export type OutwardCode = string;

/** A full postcode or an outward code in upper case, with one space between the halves; undefined for anything else. */
export function tidyPostcode(text: string): string | undefined {
  const [, outward, inward] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  return outward && (inward ? `${outward} ${inward}` : outward);
}

export const outwardOf = (text: string): OutwardCode | undefined => tidyPostcode(text)?.split(' ')[0];
