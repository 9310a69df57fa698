// What AWS and GOV.UK Notify charge, in London, before VAT, with the day each price was seen and where.

interface Price {
  /** For one unit of `per`. */
  readonly dollars: number;
  readonly per: string;
  /** How many units a month an account gets for nothing, for ever; offers that end after a year are left out. */
  readonly free?: number;
  readonly source: string;
}

/** The price list that AWS bills from, a file a service: …/AWSLambda/current/eu-west-2/index.json and so on. */
const LIST = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/index.json, as published by 2026-10-06';
const DYNAMODB =
  'London’s prices of before November 2024, requests halved as AWS announced for 2024-11-01; not seen in a list since: https://aws.amazon.com/dynamodb/pricing/on-demand/';
const COGNITO = 'https://aws.amazon.com/cognito/pricing/ (EUW2-CognitoEssentialsMAU), 2026-08-22';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/, seen 2026-11-22';

const million = (dollars: number): number => dollars / 1e6;

export const PRICES = {
  writeUnits: { dollars: million(0.7423), per: 'write request unit', source: DYNAMODB },
  readUnits: { dollars: million(0.1485), per: 'read request unit', source: DYNAMODB },
  storage: { dollars: 0.29715, per: 'GB kept for a month', free: 25, source: DYNAMODB },
  backup: { dollars: 0.23772, per: 'GB that can be restored to any second', source: DYNAMODB },
  invocations: { dollars: million(0.2), per: 'invocation', free: 1e6, source: LIST },
  gigabyteSeconds: { dollars: 0.0000133334, per: 'GB-second on arm64', free: 400_000, source: LIST },
  apiRequests: { dollars: million(1.16), per: 'request', source: LIST },
  siteRequests: { dollars: 0.012 / 10_000, per: 'request', free: 10e6, source: LIST },
  siteGigabytes: { dollars: 0.085, per: 'GB', free: 1024, source: LIST },
  edgeRuns: { dollars: million(0.1), per: 'run', free: 2e6, source: LIST },
  files: { dollars: 0.024, per: 'GB kept for a month', source: LIST },
  filePuts: { dollars: 0.0053 / 1000, per: 'request', source: LIST },
  fileGets: { dollars: 0.0042 / 10_000, per: 'request', source: LIST },
  schedules: { dollars: million(1.15), per: 'start', free: 14e6, source: LIST },
  logs: { dollars: 0.5985, per: 'GB', free: 5, source: LIST },
  alarms: { dollars: 0.1, per: 'alarm', free: 10, source: LIST },
  dashboards: { dollars: 3, per: 'dashboard', free: 3, source: CLOUDWATCH },
  secrets: { dollars: 0.4, per: 'secret', source: LIST },
  secretReads: { dollars: 0.05 / 10_000, per: 'read', source: LIST },
  activePeople: { dollars: 0.015, per: 'person active in the month', free: 10_000, source: COGNITO },
  emails: { dollars: 0.0001, per: 'email', source: LIST },
} as const satisfies Record<string, Price>;
export type PriceName = keyof typeof PRICES;

/** Of 18 November 2025; in February 2026 it was 0.73, so that the bill is rather too high than too low. */
export const POUNDS_A_DOLLAR = 0.76;

/** AWS adds it; a council gets it back (VAT Act 1994, section 33). */
export const VAT = 0.2;

/** https://www.notifications.service.gov.uk/pricing, 2026-06-13, before VAT. Emails are free. Local authorities have 10,000 texts a year free. */
export const TEXT_MESSAGE = { pounds: 0.024, freeAYear: 10_000 } as const;
