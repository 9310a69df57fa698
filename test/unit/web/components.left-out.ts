// Names govuk's examples that our components do not follow, each with the reason.

/** By component, then by what we do not have and why, the examples' names. */
export const leftOut: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'back-link': {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  button: {
    'the start button with its arrow: our start page has buttons with words': [
      'start',
      'start link',
      'start link with html',
    ],
    'attributes and classes of no meaning to a component': ['attributes', 'link attributes'],
    'a hook of a script that is not loaded: pressing twice is safe by the request itself': [
      "don't prevent double click",
      'prevent double click',
    ],
  },
  checkboxes: {
    'a hook of a script that is not loaded: no question of ours has such an answer': [
      'with divider and None',
      'with divider, None and conditional items',
      'small with divider and None',
    ],
    'a name for each box: ours are answers to one question': [
      'with hints on items',
      'with id and name',
      'with disabled item',
    ],
    'classes of the elements around a field': ['with optional form-group classes showing group error'],
    'empty items count in the numbering of ids: our lists have none': ['with falsy values'],
    'attributes and classes of no meaning to a component': [
      'attributes',
      'items with attributes',
      'label with attributes',
      'fieldset params',
    ],
  },
  'date-input': {
    'words in place of those of the catalogue, where a translation belongs': ['with translations'],
    'names and autocomplete of single parts': ['with values, name prefix and custom names', 'with autocomplete values'],
    'a date without its day or year': [
      'day and month',
      'day and month (using items)',
      'month and year',
      'month and year (using items)',
    ],
    'a wrong part without a message that says so': [
      'with errors only',
      'with errors only (using classes)',
      'with errors only (using items)',
      'with errors only (using items and classes)',
    ],
    'a date without a question; with items in place of day, month and year': [
      'classes',
      'with empty items',
      'custom pattern',
      'custom inputmode',
      'with nested name',
      'with id on items',
      'suffixed id',
      'with item value',
      'with field value',
      'with field value and items',
      'with field value and item value',
      'with field value, item value and values',
      'with field value overriding values',
      'items with classes',
      'items without classes',
    ],
    'attributes and classes of no meaning to a component': ['attributes', 'with input attributes'],
    'classes of the elements around a field': ['with optional form-group classes'],
  },
  details: {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  'error-message': {
    'words in place of those of the catalogue, where a translation belongs': [
      'translated',
      'with visually hidden text',
      'visually hidden text removed',
    ],
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  'error-summary': {
    'classes of single parts': ['classes'],
    'attributes and classes of no meaning to a component': ['attributes', 'error list with attributes'],
    'whether it takes focus: an error summary and a success always do': [
      'autofocus disabled',
      'autofocus explicitly enabled',
    ],
  },
  fieldset: {
    'classes of single parts': ['legend classes'],
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  'file-upload': {
    'the enhancement of a script that is not loaded: the browser has the same by now': [
      'enhanced',
      'enhanced, with error message and hint',
      'enhanced, multiple files',
      'enhanced, custom wrapper classes and attributes',
    ],
    'attributes and classes of no meaning to a component': ['attributes'],
    'classes of the elements around a field': ['with optional form-group classes'],
    'words in place of those of the catalogue, where a translation belongs': ['translated'],
  },
  hint: {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  input: {
    'attributes and classes of no meaning to a component': [
      'attributes',
      'with prefix with attributes',
      'with suffix with attributes',
    ],
    'classes of single parts': ['with prefix with classes', 'with suffix with classes'],
    'classes of the elements around a field': ['with customised input wrapper', 'with optional form-group classes'],
  },
  'inset-text': {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  label: {
    'a label without words': ['empty'],
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  'notification-banner': {
    'a role of its own: ours follows from its type': [
      'custom role',
      'role=alert overridden to role=region, with type as success',
    ],
    'attributes and classes of no meaning to a component': ['attributes'],
    'whether it takes focus: an error summary and a success always do': [
      'auto-focus disabled, with type as success',
      'auto-focus explicitly enabled, with type as success',
      'custom tabindex',
    ],
  },
  radios: {
    'classes of the elements around a field': [
      'with optional form-group classes showing group error',
      'small',
      'small with error',
      'small with hint',
      'small with conditional reveal',
    ],
    'empty items count in the numbering of ids: our lists have none': ['with falsy items'],
    'attributes and classes of no meaning to a component': [
      'attributes',
      'items with attributes',
      'label with attributes',
      'fieldset params',
    ],
  },
  select: {
    'attributes and classes of no meaning to a component': ['attributes', 'attributes on items'],
    'options without a value: the words on the screen change with Easy Read': [
      'without values',
      'without values with selected value',
    ],
    'classes of the elements around a field': ['with optional form-group classes'],
  },
  'skip-link': {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  'summary-list': {
    'classes of single parts': [
      'no-border on last row',
      'key with classes',
      'actions with classes',
      'classes on items',
      'rows with classes',
      'overridden-widths',
    ],
    'the summary card: we have cards of our own': [
      'as a summary card with a text header',
      'as a summary card with a html header',
      'as a summary card with actions',
      'as a summary card with actions plus summary list actions',
      'as a summary card extreme',
      'summary card with custom classes',
      'summary card with custom attributes',
      'summary card with only 1 action',
      'as a summary card with a custom header level',
    ],
    'attributes and classes of no meaning to a component': ['attributes', 'actions with attributes'],
    'words in place of those of the catalogue, where a translation belongs': ['translated'],
  },
  table: {
    'attributes and classes of no meaning to a component': [
      'attributes',
      'head with attributes',
      'firstCellIsHeader with attributes',
      'rows with attributes',
    ],
    'classes of single parts': ['head with classes', 'firstCellIsHeader with classes', 'rows with classes'],
    'cells over several rows or columns': [
      'head with rowspan and colspan',
      'firstCellIsHeader with rowspan and colspan',
      'rows with rowspan and colspan',
    ],
  },
  tag: {
    'attributes and classes of no meaning to a component': ['attributes'],
  },
  textarea: {
    'attributes and classes of no meaning to a component': ['attributes'],
    'classes of the elements around a field': ['with optional form-group classes'],
  },
};
