// UK postcodes: parses them, and takes their outward code (“RM10” of “RM10 9XX”), which gives the area without the street.

// The shapes that Royal Mail uses (the bulk-data guidance of the Cabinet Office and the Department for Education).
const OUTWARD = '[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]?';
const INWARD = '[0-9][ABD-HJLNP-UW-Z]{2}';
const SHAPE = new RegExp(`^(${OUTWARD})(?: *(${INWARD}))?$`);

export type OutwardCode = string;

/** A full postcode or an outward code in upper case, with one space between the halves; undefined for anything else. */
export function normalisePostcode(text: string): string | undefined {
  const [, outward, inward] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  return outward && (inward ? `${outward} ${inward}` : outward);
}

export const outwardCodeOf = (text: string): OutwardCode | undefined => normalisePostcode(text)?.split(' ')[0];
