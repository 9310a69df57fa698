// Where things are: the port to a geocoder, and distances on a globe.

export interface Point {
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east. */
  readonly lng: number;
}

/** Finds places by name or postcode. */
export interface Geocoder {
  /** The centre of an outward code, a postcode or a place by its name; undefined when it is not known. */
  find(text: string): Point | undefined;
}

const EARTH_KM = 6371.0088;
const RADIAN = Math.PI / 180;

/** For comparing text without regard to case and accents. */
export const foldCaseAndAccents = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** A point as a unit vector: comparing distances then takes no trigonometry. */
export function vectorOf({ lat, lng }: Point): readonly [x: number, y: number, z: number] {
  const around = Math.cos(lat * RADIAN);
  return [around * Math.cos(lng * RADIAN), around * Math.sin(lng * RADIAN), Math.sin(lat * RADIAN)];
}

/** Converts the squared chord between two unit vectors to a distance along the ground in kilometres, and back. */
export const kmOfChord = (squared: number): number => 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
export const chordOfKm = (km: number): number => (2 * Math.sin(Math.min(km / (2 * EARTH_KM), Math.PI / 2))) ** 2;
