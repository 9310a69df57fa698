// The options of a deployment: its stage, its place and the rest, each with its default and its price.
import { fileURLToPath } from 'node:url';

const STAGES = ['dev', 'prod'] as const;
type StageName = (typeof STAGES)[number];

/** Who sends notices. GOV.UK Notify by its two templates (functions/notices/notify.ts); its secret costs $0.40 a month. */
export type Notices =
  | { readonly by: 'notify'; readonly emailTemplate: string; readonly textTemplate: string }
  | { readonly by: 'ses'; readonly from: string };

export interface Options {
  readonly stage: StageName;
  /** The place's short name: it begins every key in the table and every name in the account. */
  readonly place: string;
  readonly region: string;
  /** The address people know, with its certificate in us-east-1; else CloudFront's own. */
  readonly domain: { readonly name: string; readonly certificateArn: string } | undefined;
  /** Who is emailed when an alarm goes off. */
  readonly alarmEmail: string | undefined;
  /** Sender of sign-in codes, and of notices by SES; verified in SES. Cognito's own sender stops at 50 messages a day. */
  readonly senderEmail: string | undefined;
  /** The operator's own key for the table: $1 a month and $0.03 for 10,000 uses; AWS's own costs nothing. */
  readonly tableKeyArn: string | undefined;
  /** A web application firewall before CloudFront: $5 a month, $1 a month for each of its 2 rules, $0.60 for a million requests. */
  readonly waf: boolean;
  /** Undefined: no notices are sent. */
  readonly notices: Notices | undefined;
  /** Folder of what \`npm run build\` and \`npm run build:web\` made. */
  readonly dist: string;
}

/** Begins every name, so that one account can hold several places and stages. */
export const prefixOf = ({ place, stage }: Pick<Options, 'place' | 'stage'>): string => `kitty-${place}-${stage}`;

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const REGION = 'eu-west-2';
export const OPTION_NAMES = [
  'stage',
  'place',
  'region',
  'domain',
  'certificate',
  'alarm-email',
  'sender-email',
  'table-key',
  'waf',
  'notices',
  'notify-email-template',
  'notify-text-template',
] as const;
type OptionName = (typeof OPTION_NAMES)[number];

/** `read` returns the value given for a name, by `-c name=value` or `--name value`. Throws an Error that says what is wrong. */
export function optionsFrom(read: (name: OptionName) => unknown, dist = DIST): Options {
  const text = (name: OptionName): string | undefined => {
    const value = read(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const stage = STAGES.find((known) => known === text('stage'));
  if (!stage)
    throw new Error(
      `There is no stage “${text('stage') ?? ''}”: say --stage dev or --stage prod. (The options are: ${OPTION_NAMES.join(', ')}.)`,
    );
  // In dev the place has a default name; in prod it must be given.
  const place = text('place') ?? (stage === 'dev' ? 'demo' : '');
  if (!/^[a-z][a-z0-9-]{0,28}[a-z0-9]$/.test(place))
    throw new Error(
      `“${place}” cannot be a place’s name: say --place with 2 to 30 small letters, digits and hyphens, such as barking.`,
    );
  // Cognito's rule for the address of sign-in, which the place's name is part of.
  const taken = /aws|amazon|cognito/.exec(place)?.[0];
  if (taken) throw new Error(`A place’s name cannot hold “${taken}”, which AWS keeps for itself: shorten “${place}”.`);
  const [name, certificateArn] = [text('domain'), text('certificate')];
  if ((name === undefined) !== (certificateArn === undefined))
    throw new Error('An own address needs both --domain and --certificate (the certificate’s ARN in us-east-1).');
  const waf = text('waf') ?? 'off';
  if (waf !== 'on' && waf !== 'off') throw new Error(`--waf is on or off, not “${waf}”.`);
  return {
    stage,
    place,
    region: text('region') ?? REGION,
    domain: name !== undefined && certificateArn !== undefined ? { name, certificateArn } : undefined,
    alarmEmail: text('alarm-email'),
    senderEmail: text('sender-email'),
    tableKeyArn: text('table-key'),
    waf: waf === 'on',
    notices: noticesFrom(text),
    dist,
  };
}

function noticesFrom(text: (name: OptionName) => string | undefined): Notices | undefined {
  const [emailTemplate, textTemplate] = [text('notify-email-template'), text('notify-text-template')];
  const by = text('notices') ?? (emailTemplate || textTemplate ? 'notify' : undefined);
  if (by === undefined) return undefined;
  if (by === 'ses') {
    if (emailTemplate || textTemplate)
      throw new Error('Notices go by SES or by GOV.UK Notify, not both: leave out --notices ses or the templates.');
    const from = text('sender-email');
    if (from === undefined) throw new Error('--notices ses needs --sender-email, an address that is verified in SES.');
    return { by, from };
  }
  if (by !== 'notify') throw new Error(`--notices is notify or ses, not “${by}”.`);
  if (emailTemplate === undefined || textTemplate === undefined)
    throw new Error('GOV.UK Notify needs both --notify-email-template and --notify-text-template.');
  return { by, emailTemplate, textTemplate };
}
