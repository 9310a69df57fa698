// The closed lists of the field's terms (functions/README.md, “Words”), the same in the API, in rules and in journals.

export const STREAMS = [
  'social-care',
  'health',
  'education',
  'employment',
  'justice',
  'neighbourhood',
  'own-money',
] as const;
export const INSTALMENTS = ['once', 'weekly', 'four-weekly'] as const;
export const CUSTODIES = ['funder', 'stripe'] as const;
export const DECISION_RULES = ['everyone', 'consent', 'two-thirds', 'majority'] as const;
export const ABSENCES = ['pay', 'free-with-notice'] as const;
export const CHOICES = ['agree', 'abstain', 'disagree', 'block'] as const;
export const PRICE_MODELS = ['per-session', 'per-person'] as const;

/** The most sessions that one commission may have. */
export const MAX_SESSIONS = 60;
