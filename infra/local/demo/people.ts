// The budget holders, as a funder's import file lists them: 350 people with £2,600,000.00 a year together.
import { addDays } from '../../../functions/kernel/clock.ts';
import { holders } from './cast.ts';
import { randomFrom } from './seed.ts';

/** Barking and Dagenham, 2008: over 350 people, at least £2.6 million a year. */
const PEOPLE = 350;
const TOGETHER_POUNDS = 2_600_000;
/** 27 agreed to join the individual-budget pilot; 4 had a plan, so a budget across streams. */
const PILOT = 27;
const PLANS = 4;
/** How many people are in the demo's pools besides the personas. */
const POOLED = 60;

/** One line of the file; `ref` is the funder's reference for the person. */
export interface Line {
  readonly ref: string;
  readonly name: string;
  readonly email: string;
  readonly stream: string;
  readonly pounds: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly instalment: 'once' | 'weekly' | 'four-weekly';
  readonly custody: 'funder' | 'stripe';
  readonly outcomes: readonly string[];
  readonly pooling: boolean;
}

type Unpriced = Omit<Line, 'pounds'>;

const FIRST =
  'Abena Adam Aisha Alan Amina Andre Angela Anya Asha Barbara Bilal Carol Chidi Chloe Colin Daniela Darren Deepa Denise Dipo Eileen Elena Emeka Esther Farid Femi Frank Gloria Grace Habib Hannah Harjit Helen Imran Irene Ivana Jamal Janet Jasmin Jean Kamal Karen Keith Khadija Lauren Lorna Malik Marcus Mariam Maureen Nadia Nathan Olu Patience Ravi Ruth Samina Tariq Yetunde'.split(
    ' ',
  );
const LAST =
  'Abbott Adeleke Ahmed Akhtar Allen Amadi Asante Bailey Balogun Banerjee Barnes Begum Bennett Boateng Brown Chowdhury Clarke Cole Cooper Costa Davies Diallo Doyle Edwards Evans Farrow Ferreira Gill Grant Green Hassan Hughes Hussain Ilves Islam Jones Kaur Kelly Khan Kowalska Lawal Lewis Mahmood Marsh Mensah Miah Mitchell Moyo Murphy Novak Obi Oduya Parsons Patel Petrov Quaye Rahman Reid Shah Singh Turner'.split(
    ' ',
  );
const OUTCOMES = ['friendship', 'fitness', 'learning', 'confidence', 'employment', 'independence', 'wellbeing'];

/** Unique for 3,599 people: the lists' lengths, 59 and 61, have no common factor. */
export const nameOf = (n: number): string => `${FIRST[n % FIRST.length]} ${LAST[(n * 7 + 3) % LAST.length]}`;

const emailOf = (name: string, ref: string): string =>
  `${name.toLowerCase().replaceAll(' ', '.')}.${ref.toLowerCase()}@example.org`;

const refOf = (n: number): string => `BD-${String(n).padStart(4, '0')}`;

/** The funder's reference for a pool member: `member` is a persona's key, or the number of another person. */
export const refOfMember = (member: string | number): string =>
  typeof member === 'number' ? refOf(holders.length + member) : refOf(holders.findIndex(({ key }) => key === member));

const yearFrom = (startsOn: string) => ({ startsOn, endsOn: addDays(startsOn, 364) });

/** A pool member: has had their money for half a year, and may pool it. */
const member = (today: string, n: number): Unpriced => {
  const persona = holders[n];
  const ref = refOf(n);
  const name = persona?.name ?? nameOf(n);
  return {
    ref,
    name,
    email: persona?.email ?? emailOf(name, ref),
    stream: 'social-care',
    ...yearFrom(addDays(today, -196)),
    instalment: n % 4 === 1 ? 'once' : 'four-weekly',
    custody: 'funder',
    outcomes: persona ? ['friendship', 'fitness', 'learning', 'confidence'] : OUTCOMES,
    pooling: true,
  };
};

function anybody(today: string, n: number, random: () => number): Unpriced {
  const ref = refOf(n);
  const name = nameOf(n);
  const [stream, custody] = random() < 0.86 ? ['social-care', 'funder' as const] : streamOf(random());
  const rate = random();
  const first = Math.floor(random() * OUTCOMES.length);
  const many = 1 + Math.floor(random() * 3);
  return {
    ref,
    name,
    email: emailOf(name, ref),
    stream,
    ...yearFrom(addDays(today, -20 - Math.floor(random() * 300))),
    instalment: rate < 0.7 ? 'four-weekly' : rate < 0.85 ? 'weekly' : 'once',
    custody,
    outcomes: Array.from({ length: many }, (_, i) => OUTCOMES[(first + i * 3) % OUTCOMES.length] ?? ''),
    pooling: random() < 0.9,
  };
}

const streamOf = (at: number): [stream: string, custody: 'funder' | 'stripe'] =>
  at < 0.4
    ? ['health', 'funder']
    : at < 0.65
      ? ['education', 'funder']
      : at < 0.85
        ? ['employment', 'funder']
        : ['neighbourhood', 'stripe'];

/** The lines without amounts. A person's second line is another funding stream, which stays separate from the first. */
function linesOf(today: string, random: () => number): Unpriced[] {
  const pilot = holders.length + POOLED;
  const lines = Array.from({ length: PEOPLE }, (_, n): Unpriced => {
    if (n < pilot) return member(today, n);
    const line = anybody(today, n, random);
    return n < pilot + PILOT ? { ...line, ref: `IB-${n - pilot + 1}` } : line;
  });
  const second = (n: number, stream: string): Unpriced[] =>
    lines.slice(n, n + 1).map((line) => ({ ...line, stream, pooling: true, outcomes: OUTCOMES }));
  const plans = Array.from({ length: PLANS }, (_, i) => second(pilot + i, i % 2 ? 'education' : 'employment')).flat();
  const [health, own] = [
    second(holders.length + 48, 'health'),
    second(holders.length + 49, 'own-money').map(asOwnMoney),
  ];
  return [...lines, ...plans, ...health, ...own];
}

const asOwnMoney = (line: Unpriced): Unpriced => ({
  ...line,
  instalment: 'once',
  custody: 'stripe',
});

/** The whole file as of `today`. Amounts are whole pounds, many small and few large, and add up exactly to the total. */
export function fileOf(today: string): Line[] {
  const random = randomFrom(2008);
  const lines = linesOf(today, random);
  const weights = lines.map((line, i) => {
    if (line.stream === 'own-money') return 0.05;
    // Pool members have amounts between the smallest and the usual; the cube makes large amounts rare.
    return i < holders.length + POOLED ? 0.4 + random() : 0.15 + 5 * random() ** 3;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pounds = weights.map((weight) => Math.floor((weight / all) * TOGETHER_POUNDS));
  const short = TOGETHER_POUNDS - pounds.reduce((sum, amount) => sum + amount, 0);
  return lines.map((line, i) => ({ ...line, pounds: (pounds[i] ?? 0) + (i === PEOPLE - 1 ? short : 0) }));
}

const HEADER = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes,pooling';

export const csvOf = (lines: readonly Line[]): string =>
  [
    HEADER,
    ...lines.map((line) =>
      [
        line.ref,
        line.name,
        line.email,
        line.stream,
        line.pounds,
        line.startsOn,
        line.endsOn,
        line.instalment,
        line.custody,
        line.outcomes.join(';'),
        line.pooling ? 'yes' : 'no',
      ].join(','),
    ),
  ].join('\n');
