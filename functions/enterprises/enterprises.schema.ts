// Wire shapes of enterprises.
import * as z from 'zod/mini';
import { listedOffer } from '../catalogue/catalogue.schema.ts';
import { id, line, postcode, prose } from '../kernel/fields.ts';

const LEGAL_FORMS = ['sole-trader', 'partnership', 'company', 'cic', 'co-op', 'charity', 'unincorporated'] as const;
const OWNERSHIPS = ['owner', 'worker', 'user', 'worker-and-user', 'community'] as const;

/** A micro-enterprise has no more workers than this. */
const MAX_WORKERS = 8;

/** What an owner says about an enterprise. Which of its documents were checked is not for them to say, so it is not here. */
export const enterpriseBody = z.strictObject({
  name: line(100),
  description: prose(2000, 1),
  postcode,
  legalForm: z.enum(LEGAL_FORMS),
  ownership: z.enum(OWNERSHIPS),
  workers: z.int().check(z.minimum(1), z.maximum(MAX_WORKERS)),
  companyNumber: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.toUpperCase(),
        z.regex(/^[A-Z0-9]{2}[0-9]{6}$/, 'This must be a number of Companies House: 8 characters, such as “01234567”.'),
      ),
  ),
});
export type EnterpriseBody = z.infer<typeof enterpriseBody>;

export const enterpriseParams = z.object({ id });
export const enterpriseMade = z.object({ id: z.string() });

const enterpriseView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** The outward code: where it is, without the street, which may be somebody's home. */
  area: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  ownership: z.enum(OWNERSHIPS),
  workers: z.number(),
  companyNumber: z.optional(z.string()),
  /** Only for those who run it. */
  mine: z.optional(z.literal(true)),
  postcode: z.optional(z.string()),
});
export type EnterpriseView = z.input<typeof enterpriseView>;

export const enterpriseAnswer = z.extend(enterpriseView, { offers: z.array(listedOffer) });
export const enterprisesAnswer = z.object({ items: z.array(enterpriseView), next: z.null() });
