// What somebody has typed about their enterprise: what is wrong with it, and what is sent.
import type { EnterpriseBody } from '../../../../functions/enterprises/enterprises.schema.ts';
import { normalisePostcode } from '../../../../functions/kernel/postcode.ts';
import type { Enterprise } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import { legalFormText, ownershipText } from '../../text/words.text.ts';
import { enterpriseFieldsText as t } from './enterprise-fields.text.ts';

export interface EnterpriseDraft {
  readonly name: string;
  readonly description: string;
  readonly postcode: string;
  readonly legalForm: string;
  readonly ownership: string;
  readonly workers: string;
  readonly companyNumber: string;
}

export type EnterpriseField = keyof EnterpriseDraft;

export const EMPTY_ENTERPRISE: EnterpriseDraft = {
  name: '',
  description: '',
  postcode: '',
  legalForm: '',
  ownership: '',
  workers: '',
  companyNumber: '',
};

export const draftOfEnterprise = (enterprise: Enterprise): EnterpriseDraft => ({
  name: enterprise.name,
  description: enterprise.description,
  postcode: enterprise.postcode ?? enterprise.area,
  legalForm: enterprise.legalForm,
  ownership: enterprise.ownership,
  workers: String(enterprise.workers),
  companyNumber: enterprise.companyNumber ?? '',
});

const MAX_WORKERS = 8;
/** As issued by Companies House: 8 digits, or 2 letters and 6 digits. */
const COMPANY_NUMBER = /^[A-Z0-9]{2}[0-9]{6}$/;
const WITH_NUMBER = new Set(['company', 'cic', 'co-op', 'charity']);

/** What is asked, in this order; only some legal forms have a company number. */
export function fieldsOf(draft: EnterpriseDraft): readonly EnterpriseField[] {
  const always = ['name', 'description', 'postcode', 'legalForm', 'ownership', 'workers'] as const;
  return WITH_NUMBER.has(draft.legalForm) ? [...always, 'companyNumber'] : always;
}

const companyNumberOf = (draft: EnterpriseDraft): string => draft.companyNumber.replaceAll(/\s/g, '').toUpperCase();

function workersOf({ workers }: EnterpriseDraft): number | undefined {
  const count = /^\d{1,3}$/.test(workers.trim()) ? Number(workers) : Number.NaN;
  return count >= 1 && count <= MAX_WORKERS ? count : undefined;
}

const CHECKS: Readonly<Record<EnterpriseField, (draft: EnterpriseDraft) => string | undefined>> = {
  name: ({ name }) => {
    if (name.trim() === '') return say(t.nameMissing);
    return name.trim().length > 100 ? say(t.nameLong) : undefined;
  },
  description: ({ description }) => {
    if (description.trim() === '') return say(t.descriptionMissing);
    return description.trim().length > 2000 ? say(t.descriptionLong) : undefined;
  },
  postcode: ({ postcode }) => (normalisePostcode(postcode) === undefined ? say(t.postcodeWrong) : undefined),
  legalForm: ({ legalForm }) => (isKeyOf(legalFormText, legalForm) ? undefined : say(t.legalFormMissing)),
  ownership: ({ ownership }) => (isKeyOf(ownershipText, ownership) ? undefined : say(t.ownershipMissing)),
  workers: (draft) => (workersOf(draft) === undefined ? say(t.workersWrong) : undefined),
  companyNumber: (draft) => {
    const number = companyNumberOf(draft);
    return number === '' || COMPANY_NUMBER.test(number) ? undefined : say(t.companyNumberWrong);
  },
};

export const enterpriseMistakes = (draft: EnterpriseDraft, fields: readonly EnterpriseField[]): FieldError[] =>
  fields.flatMap((field) => {
    const message = CHECKS[field](draft);
    return message === undefined ? [] : [{ field, message }];
  });

/** Undefined while something is missing or wrong. */
export function enterpriseBodyOf(draft: EnterpriseDraft): EnterpriseBody | undefined {
  const { legalForm, ownership } = draft;
  const workers = workersOf(draft);
  const postcode = normalisePostcode(draft.postcode);
  if (!isKeyOf(legalFormText, legalForm) || !isKeyOf(ownershipText, ownership)) return undefined;
  if (workers === undefined || postcode === undefined || enterpriseMistakes(draft, fieldsOf(draft)).length > 0)
    return undefined;
  const companyNumber = WITH_NUMBER.has(legalForm) ? companyNumberOf(draft) : '';
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    postcode,
    legalForm,
    ownership,
    workers,
    ...(companyNumber === '' ? {} : { companyNumber }),
  };
}
