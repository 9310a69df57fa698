// What the built-in geocoder knows, and distances.
import { describe, expect, it } from 'vitest';
import { chordOfKm, kmOfChord, type Point, vectorOf } from '../../functions/catalogue/geo.ts';
import { london, londonCodes, londonPlaces } from '../../functions/catalogue/london.ts';
import { normalisePostcode, outwardCodeOf } from '../../functions/kernel/postcode.ts';

// Greater London's extent, and a little more for districts that lie across its edge.
const inLondon = ({ lat, lng }: Point): boolean => lat > 51.28 && lat < 51.7 && lng > -0.52 && lng < 0.34;

const km = (a: Point, b: Point): number => {
  const [va, vb] = [vectorOf(a), vectorOf(b)];
  return kmOfChord(va.reduce((sum, x, i) => sum + (x - (vb[i] ?? 0)) ** 2, 0));
};
const found = (text: string): Point => london.find(text) ?? { lat: Number.NaN, lng: Number.NaN };
const upTo = (area: string, last: number): string[] => Array.from({ length: last }, (_, i) => `${area}${i + 1}`);

describe('the map of London', () => {
  it('has every outward code of London’s postal districts and the boroughs’ other post towns', () => {
    const expected = [
      ...upTo('E', 18),
      ...upTo('N', 22),
      ...upTo('NW', 11),
      ...upTo('SE', 28),
      ...upTo('SW', 20),
      ...upTo('W', 14),
      ...upTo('BR', 8),
      ...upTo('EN', 5),
      ...upTo('HA', 9),
      ...upTo('IG', 11),
      ...upTo('KT', 6),
      ...upTo('RM', 14),
      ...upTo('SM', 7),
      ...upTo('TW', 14),
      ...upTo('UB', 11),
      ...['CR0', 'CR2', 'CR4', 'CR5', 'CR7', 'CR8', 'DA5', 'DA8', 'DA14', 'DA15', 'DA16', 'DA17', 'DA18', 'KT9'],
      ...['E1W', 'E20', 'N1C', 'EC1A', 'EC4Y', 'SW1A', 'SW1P', 'W1T', 'WC1E', 'WC2N', 'HA0', 'TN16'],
    ];
    expect(expected.filter((code) => !londonCodes.has(code))).toEqual([]);
    expect(londonCodes.size).toBeGreaterThanOrEqual(300);
  });

  it('places every outward code and every name within London', () => {
    expect([...londonCodes].filter(([, point]) => !inLondon(point))).toEqual([]);
    expect([...londonPlaces].filter(([, point]) => !inLondon(point))).toEqual([]);
  });

  it('names only outward codes that are written as Royal Mail writes them', () => {
    expect([...londonCodes.keys()].filter((code) => outwardCodeOf(code) !== code)).toEqual([]);
  });

  it('puts well-known places within 3 km of their own post town', () => {
    const pairs = [
      ['Barking', 'IG11'],
      ['Dagenham', 'RM10'],
      ['Becontree', 'RM8'],
      ['Brixton', 'SW9'],
      ['Lambeth', 'SE11'],
      ['Tower Hamlets', 'E3'],
      ['Hackney', 'E8'],
      ['Wimbledon', 'SW19'],
      ['Uxbridge', 'UB8'],
      ['Enfield', 'EN2'],
      ['Kingston upon Thames', 'KT1'],
      ['Romford', 'RM1'],
    ] as const;
    expect(pairs.filter(([name, code]) => !(km(found(name), found(code)) < 3))).toEqual([]);
  });

  it('knows all 33 local authorities', () => {
    const names =
      'Barking & Dagenham, Barnet, Bexley, Brent, Bromley, Camden, City of London, Croydon, Ealing, Enfield, Greenwich, Hackney, Hammersmith and Fulham, Haringey, Harrow, Havering, Hillingdon, Hounslow, Islington, Kensington and Chelsea, Kingston upon Thames, Lambeth, Lewisham, Merton, Newham, Redbridge, Richmond upon Thames, Southwark, Sutton, Tower Hamlets, Waltham Forest, Wandsworth, Westminster';
    expect(names.split(', ').filter((name) => !london.find(name))).toEqual([]);
  });

  it.each([
    ['rm10', 'RM10'],
    ['RM109XX', 'RM10'],
    [' rm10 9xx ', 'RM10'],
    ['E17AA', 'E1'],
    ['E17', 'E17'],
    ['sw1a 1aa', 'SW1A'],
  ])('reads %j as %s', (text, code) => {
    expect(london.find(text)).toEqual(londonCodes.get(code));
  });

  it.each([
    ['King’s Cross', 'kings cross'],
    ['KENSINGTON & CHELSEA', 'kensington and chelsea'],
    ['Royal Borough of Greenwich', 'greenwich'],
    ['London Borough of Barking and Dagenham', 'barking and dagenham'],
    ['Brixton, London', 'brixton'],
  ])('reads %j as %s', (text, name) => {
    expect(london.find(text)).toEqual(londonPlaces.get(name));
  });

  it.each(['', ' ', 'Atlantis', 'M1', 'RM99', '10', 'toString', 'constructor', 'RM10 9', '💃'])(
    'does not know %j',
    (text) => {
      expect(london.find(text)).toBeUndefined();
    },
  );
});

describe('postcodes', () => {
  it.each([
    ['rm109xx', 'RM10 9XX'],
    ['w1a  0ax', 'W1A 0AX'],
    ['M1 1AE', 'M1 1AE'],
    ['ec1a', 'EC1A'],
  ])('%j is written %s', (text, tidy) => {
    expect(normalisePostcode(text)).toBe(tidy);
  });

  it.each(['', 'RM', '1234', 'RM10 9CC', 'QQ1 1AA', 'RM10 9XXX', 'RM10\n9XX', 'London'])(
    '%j is not a postcode',
    (text) => {
      expect(normalisePostcode(text)).toBeUndefined();
    },
  );
});

describe('distances', () => {
  it('agree with the known 344 km from London to Paris', () => {
    const paris = { lat: 48.8566, lng: 2.3522 };
    expect(km({ lat: 51.5074, lng: -0.1278 }, paris)).toBeCloseTo(343.6, 0);
  });

  it('convert to chords and back', () => {
    for (const distance of [0, 0.1, 5, 200, 20000]) expect(kmOfChord(chordOfKm(distance))).toBeCloseTo(distance, 6);
  });
});
