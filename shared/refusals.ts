// Longer than other files because it is the only list of refusals: one line each.

/** What a refusal is made of: its HTTP status, its sentence in English, and whether another state or role is needed. */
interface Entry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 500 | 503
  /** Plain words; `%{name}` is a parameter. The panel says the same in its language by `refusals.<id>`. */
  readonly sentence: string
  /** The person cannot mend it here: the record is in another state, or another role is needed. */
  readonly isElsewhere?: true
}

/** Every refusal of the product, by id. */
export const refusals = {
  // The person
  SIGN_IN: { status: 401, sentence: 'Sign in first.' },
  ROLE: { status: 403, sentence: 'Your role does not include this.', isElsewhere: true },
  FIELD_ROLE: { status: 403, sentence: 'Your role may not change %{field}.' },
  FOREIGN_SITE: { status: 403, sentence: 'That site is not one of yours.' },
  NO_USER: { status: 403, sentence: 'Your account is not active here. Ask an administrator.' },
  FOUR_EYES: { status: 403, sentence: 'You took the step “%{taken}” yourself. Another person must take this one.' },
  LEAD_DECIDES: { status: 403, sentence: 'Only the unit manager can decide without the team’s statement.' },
  VOID_OFFICES: {
    status: 403,
    sentence: 'The accounts supervisor and the services manager void a file together.',
  },
  TEAM_SIDE_ONLY: {
    status: 403,
    sentence: 'A clinician gives the team’s statement; the patient’s is taken by patient relations.',
  },

  // The record and its state
  STATE: { status: 409, sentence: 'The %{noun} is “%{state}”. This step needs: %{needed}.', isElsewhere: true },
  NO_SUCH_STEP: { status: 409, sentence: '%{noun} records have no step “%{name}” that can be taken this way.' },
  DELETED: { status: 409, sentence: 'This record was deleted. Restore it before you change it.' },
  NOT_FOUND: { status: 404, sentence: 'There is no such record, or it is not one of your sites.' },
  STALE: {
    status: 412,
    sentence:
      'Somebody else changed this record meanwhile. Nothing of theirs was overwritten; look at both and decide.',
  },
  COUNT_CHANGED: {
    status: 409,
    sentence: '%{count} records match now, not %{expected}. Nothing was changed; look again.',
  },

  // Cases
  SEVERITY_NEEDED: { status: 409, sentence: 'Say first whether the case is routine or major.' },
  DEMANDS_NEEDED: { status: 409, sentence: 'Write down first what the patient asks for.' },
  PATIENT_STATEMENT_NEEDED: {
    status: 409,
    sentence: 'The patient has not been heard yet. Take the statement first.',
  },
  TEAM_STATEMENT_NEEDED: {
    status: 409,
    sentence: 'The team has not been heard yet. Take its statement, or let the unit manager say why it cannot be had.',
  },
  REMEDY_NEEDED: { status: 409, sentence: 'Make an offer, or write why there is nothing to offer.' },
  ALREADY_MAJOR: { status: 409, sentence: 'The case is already a major one.', isElsewhere: true },
  SITE_FIXED: { status: 409, sentence: 'A case stays with the site that received it.' },

  // Settlement files
  FILE_PRICED: {
    status: 409,
    sentence: 'The file is priced. Return it before its visit, membership or contract changes.',
  },
  FILE_VERIFIED: { status: 409, sentence: 'The file is verified. Return it before anything in it changes.' },
  REPORT_MISSING: { status: 409, sentence: 'The medical report is missing. Attach it to receive the record.' },
  DOCUMENTS_MISSING: { status: 409, sentence: 'Not all documents are there. Missing: %{missing}.' },
  CONTRACT_MISSING: { status: 409, sentence: 'The contract of this file cannot be found.' },
  CONTRACT_NOT_VALID: { status: 409, sentence: 'The contract is not valid on %{day}, the day of the service.' },
  COVERAGE_INACTIVE: { status: 409, sentence: 'The membership does not cover %{day}, the day of the service.' },
  OTHER_PATIENT: { status: 409, sentence: 'The membership is of another patient than the visit.' },
  OTHER_PAYER: { status: 409, sentence: 'The contract is with another payer than the membership.' },
  OTHER_SITE: { status: 409, sentence: 'The contract is not for the site of this visit.' },
  EDITS_FAILED: { status: 409, sentence: '%{reasons} Correct it, or say why it is right.' },
  DIAGNOSIS_MISSING: { status: 409, sentence: 'The file has no diagnosis code.' },
  LINE_OUTSIDE: { status: 409, sentence: 'Line %{line} is dated %{day}, outside the stay.' },
  LINES_INVALID: { status: 409, sentence: 'A service cannot be priced: %{fields}.' },
  TOTALS_CHANGED: {
    status: 409,
    sentence: 'The amounts have changed since you looked at them. Look again, then verify.',
  },
  SUBMISSION_LATE: {
    status: 409,
    sentence: 'It was to be submitted by %{day}. Say why it is approved all the same.',
  },

  // Batches
  BATCH_EMPTY: { status: 409, sentence: 'There is no file in this batch. Add one before it is sealed.' },
  BATCH_FULL: { status: 409, sentence: 'A batch for this payer holds %{limit} files. Open another one for the rest.' },
  BATCH_BROKEN: { status: 409, sentence: 'Not every file of this batch is in it. Tell your administrator.' },
  BATCH_BUSY: { status: 503, sentence: 'Others are changing this batch. Try again.' },
  RECEIPT_NEEDED: {
    status: 409,
    sentence: 'Give the receipt number or the portal’s reference as proof of delivery.',
  },
  FILES_UNFIT: { status: 409, sentence: 'Nothing was added, for %{count} of %{total} files do not fit. %{reasons}' },
  FILE_UNFIT: { status: 409, sentence: '%{number}: %{reasons}' },
  FILE_IN_BATCH: { status: 409, sentence: 'It is already in another batch.' },
  FILE_NOT_APPROVED: { status: 409, sentence: 'It is “%{state}”; only an approved file goes into a batch.' },
  FILE_OTHER_SITE: { status: 409, sentence: 'It is of another site.' },
  FILE_OTHER_PAYER: { status: 409, sentence: 'It is for another payer.' },
  FILE_OTHER_CARE: { status: 409, sentence: 'It is of another kind of care.' },
  FILE_OTHER_CURRENCY: { status: 409, sentence: 'It is in another currency.' },
  FILE_NOTHING_DUE: { status: 409, sentence: 'The payer owes nothing on it.' },
  EXPORT_DIFFERS: {
    status: 409,
    sentence: 'The file differs from the sealed batch and was not kept: %{differences}.',
  },
  EXPORT_SHORT: { status: 409, sentence: 'The patient or the membership of %{number} is missing.' },

  // Surveys
  SURVEY_FIXED: {
    status: 409,
    sentence: 'A published survey can no longer be changed. Make a new version instead.',
  },
  SURVEY_UNSOUND: { status: 409, sentence: 'Correct this first: %{reasons}' },
  QUESTION_NONE: { status: 409, sentence: 'There is no question.' },
  LANGUAGE_NONE: { status: 409, sentence: 'There is no language.' },
  QUESTION_TWICE: { status: 409, sentence: 'Question id %{qid} occurs twice.' },
  METRIC_TWICE: { status: 409, sentence: 'Metric %{metric} occurs twice.' },
  ALERT_UNKNOWN: { status: 409, sentence: 'An alert names the metric %{metric}, which no question has.' },
  OPTIONS_FEW: { status: 409, sentence: 'Question %{qid} needs two options or more.' },
  OPTION_TWICE: { status: 409, sentence: 'Question %{qid} has the option %{code} twice.' },
  CONDITION_UNKNOWN: {
    status: 409,
    sentence: 'Question %{qid} depends on an answer that no question before it has.',
  },
  SURVEY_INCOMPLETE: { status: 409, sentence: 'Texts are missing. %{reasons}' },
  TEXTS_MISSING: { status: 409, sentence: '%{language}: %{places}.' },
  NO_SURVEY: { status: 409, sentence: 'The survey is no longer there.' },
  NOT_PUBLISHED: { status: 409, sentence: 'Only a published survey can be sent.' },
  VISITS_OR_PATIENTS: { status: 422, sentence: 'Give either visits or patients.' },
  CONSENT_REFUSED: { status: 409, sentence: 'The patient does not wish to be asked.' },
  MINOR: { status: 409, sentence: 'The patient is a child.' },
  NO_EMAIL: { status: 409, sentence: 'No e-mail address is known.' },
  NO_PHONE: { status: 409, sentence: 'No phone number is known.' },
  ALREADY_INVITED: { status: 409, sentence: 'This visit has been asked about already.' },
  QUARANTINED: { status: 409, sentence: 'The patient was asked within the last %{days} days.' },
  INVITING_BUSY: { status: 503, sentence: 'The patient is being invited by several people at once. Try again.' },
  NO_CHANNEL: { status: 409, sentence: 'The link was handed over. Hand over a new one instead.' },
  REMINDER_WAITS: { status: 409, sentence: 'A reminder is on its way already.' },
  REMINDED_ENOUGH: { status: 409, sentence: 'Nobody is reminded more than %{limit} times.' },
  ALREADY_ANSWERED: { status: 409, sentence: 'This survey has been answered already.' },
  EXPIRED: { status: 409, sentence: 'The time for this survey is over.' },
  CANCELLED: { status: 409, sentence: 'The invitation was cancelled.' },
  SURVEY_BUSY: { status: 503, sentence: 'The survey is busy. Try again in a moment.' },
  ANSWER_REQUIRED: { status: 422, sentence: 'Please choose an answer.' },
  ANSWER_EMPTY: { status: 422, sentence: 'Please write an answer.' },
  ANSWER_UNKNOWN: { status: 422, sentence: 'This is not an answer to the question.' },
  ANSWER_ONE: { status: 422, sentence: 'Only one answer is possible.' },
  ANSWER_LONG: { status: 422, sentence: 'Please shorten the text.' },

  // Jobs, imports, exports
  JOB_FINISHED: { status: 409, sentence: 'This job has already ended.' },
  EXPORT_TOO_LONG: {
    status: 409,
    sentence: 'An export holds %{limit} rows at the most. Nothing was written; narrow the filter.',
  },
  SAME_ROW: { status: 422, sentence: 'Row %{row} is about the same record.' },
  LONG_ROW: { status: 422, sentence: 'The row has more cells than the file has columns.' },
  FILE_EMPTY: { status: 422, sentence: 'The file has no rows below the names of its columns.' },
  FILE_WIDE: { status: 422, sentence: 'The file has more than %{limit} columns.' },
  FILE_LONG: { status: 422, sentence: 'The file has more than %{limit} rows. Split it.' },
  FILE_BROKEN: { status: 422, sentence: 'Line %{line} has a quotation mark too many or too few.' },
  COLUMN_NONE: { status: 422, sentence: 'No column is called like a field. Possible: %{fields}.' },
  COLUMN_UNKNOWN: { status: 422, sentence: 'The file has no column “%{column}”.' },
  COLUMN_TWICE: { status: 422, sentence: 'Two columns are %{field}.' },
  COLUMN_MISSING: { status: 422, sentence: 'A new record needs %{fields}, and no column is that.' },
  FIELD_UNKNOWN: { status: 422, sentence: '“%{name}” is not a field.' },
  KEY_NONE: { status: 422, sentence: 'No column tells which record a row is about. Possible: %{keys}.' },
  KEY_UNKNOWN: { status: 422, sentence: 'Records cannot be found by that. Possible: %{keys}.' },
  KEY_MISSING: { status: 422, sentence: 'The file has no column for %{key}.' },

  // Values of fields
  INVALID: { status: 422, sentence: 'Some fields need another value.' },
  REQUIRED: { status: 422, sentence: 'Needed' },
  TAKEN: { status: 422, sentence: 'Already taken by another record' },
  NOT_A_FIELD: { status: 422, sentence: 'Not a field that can be set here' },
  BY_STEPS_ONLY: { status: 422, sentence: 'Changed by the steps of the record, not by editing' },
  CHANGES_NONE: { status: 422, sentence: 'Say what to change.' },
  TOO_LONG: { status: 422, sentence: 'At most %{limit} characters' },
  TOO_MANY: { status: 422, sentence: 'At most %{limit} entries' },
  TOO_FEW: { status: 422, sentence: 'At least %{limit} entries' },
  TOO_LARGE: { status: 422, sentence: 'At most %{limit}' },
  TOO_SMALL: { status: 422, sentence: 'At least %{limit}' },
  NEAR_ZERO: { status: 422, sentence: 'Nearer to zero than anybody can mean' },
  BROKEN_CHARACTER: { status: 422, sentence: 'Contains a broken character' },
  CONTROL_CHARACTER: { status: 422, sentence: 'Contains a control character' },
  NOT_TEXT: { status: 422, sentence: 'Plain text only' },
  NOT_A_PHONE: { status: 422, sentence: 'An international number such as +966501234567' },
  NOT_AN_EMAIL: { status: 422, sentence: 'An e-mail address' },
  NOT_AN_INTEGER: { status: 422, sentence: 'A whole number' },
  NOT_A_NUMBER: { status: 422, sentence: 'A number' },
  NOT_MONEY: { status: 422, sentence: 'An amount such as 1450.00' },
  NOT_A_PERCENTAGE: { status: 422, sentence: 'A percentage from 0 to 100' },
  NOT_YES_OR_NO: { status: 422, sentence: 'Yes or no' },
  NOT_A_DAY: { status: 422, sentence: 'A day such as 2026-11-20' },
  NOT_A_MONTH: { status: 422, sentence: 'A month such as 2026-11' },
  NOT_AN_INSTANT: { status: 422, sentence: 'A day and time such as 2026-11-20 14:05' },
  NOT_IN_LIST: { status: 422, sentence: 'One of the list' },
  NOT_A_REFERENCE: { status: 422, sentence: 'Choose one that exists' },
  NOT_TEXTS: { status: 422, sentence: 'Text by language' },
  NOT_A_LIST: { status: 422, sentence: 'Something is missing in the list' },
  NOT_A_GROUP: { status: 422, sentence: 'Something is missing here' },
  NOT_A_TIME: { status: 422, sentence: 'A time such as 08:30, at most 24:00' },
  NOT_A_ZONE: { status: 422, sentence: 'A time zone such as Asia/Riyadh' },
  NOT_A_CURRENCY: { status: 422, sentence: 'A currency of three capital letters' },
  HOURS_ORDER: { status: 422, sentence: 'Hours end after they begin, in order and without overlap' },
  BAR_OR_LINE_END: { status: 422, sentence: 'Contains a bar or a line end' },
  CODE_OR_CATEGORY: { status: 422, sentence: 'A service code or a service category, not both' },
  RULE_TWICE: { status: 422, sentence: 'A second rule for the same service' },
  LINE_TWICE: { status: 422, sentence: 'A second line with the same number' },
  AMOUNT_LARGE: { status: 422, sentence: 'The amount is too large to be exact' },
  NOT_VALID: { status: 422, sentence: 'Another value is needed' },

  // Requests
  MALFORMED: { status: 400, sentence: '“%{name}” has the wrong form.' },
  NOT_JSON: { status: 400, sentence: '%{name} is not JSON, or nested too deep.' },
  NAME_FORBIDDEN: { status: 400, sentence: '%{name} has a name that is not allowed.' },
  TEXT_BROKEN: { status: 400, sentence: '%{name} has a broken character.' },
  PARAMETER_UNKNOWN: { status: 400, sentence: 'The query has no parameter “%{name}”. Use %{possible}.' },
  RANGE_WRONG: { status: 400, sentence: 'A range holds 1 to %{limit} rows, such as [0,24].' },
  RANGE_FAR: { status: 400, sentence: 'That range is too far from the start.' },
  LIMIT_WRONG: { status: 400, sentence: 'A limit is a whole number from 1 to %{limit}.' },
  CONDITIONS_MANY: { status: 400, sentence: 'A filter holds %{limit} conditions at the most.' },
  FILTER_UNKNOWN: { status: 400, sentence: '%{noun} cannot be filtered by “%{name}”. Possible: %{possible}.' },
  FILTER_VALUES: { status: 400, sentence: '“%{name}” takes a list of 1 to %{limit} values.' },
  FILTER_VALUE: { status: 400, sentence: '“%{name}” cannot be compared with that value; it is a %{kind}.' },
  SORT_UNKNOWN: { status: 400, sentence: '%{noun} cannot be sorted by “%{name}”. Possible: %{possible}.' },
  LIST_IMPOSSIBLE: { status: 400, sentence: '%{noun} cannot be %{request}. Possible orders: %{possible}.' },
  SEARCH_NONE: { status: 400, sentence: '%{noun} has no search by text.' },
  SEARCH_SHORT: { status: 400, sentence: 'A search takes 2 to 80 letters or digits.' },
  IDS_WRONG: { status: 400, sentence: '“id” takes one id or a list of up to %{limit}.' },
  CURSOR_FOREIGN: { status: 400, sentence: 'This cursor belongs to another list. Begin again without it.' },
  IDS_OR_FILTER: { status: 400, sentence: 'Give either ids or a filter.' },
  IDS_IN_FILTER: { status: 400, sentence: 'Give ids by themselves, not inside a filter.' },
  CHANGES_OR_ACTION: { status: 400, sentence: 'Give either changes or an action.' },
  NO_BULK_STEP: { status: 400, sentence: '%{noun} have no step of that name that can be taken in bulk.' },
  ROWS_WRONG: { status: 400, sentence: 'Rows are a list of 1 to 500 {id, version, changes}.' },
  CHANGE_WRONG: { status: 400, sentence: 'A change is an object of fields.' },
  VERSION_WRONG: { status: 400, sentence: 'A version is a whole number; If-Match holds one such as "7".' },
  VERSION_NEEDED: {
    status: 428,
    sentence: 'Say which version you changed: If-Match: "7", or version in the body.',
  },
  STATISTICS_FILTER: {
    status: 400,
    sentence: 'A filter is {"surveyId":…,"period":"2026-11" or "2026","by":…}; “by” is one of %{possible}.',
  },
  HISTORY_BY_RECORD: { status: 400, sentence: 'History is listed by record: filter={"recordId":"case_…"}.' },
  KEY_WRONG: { status: 400, sentence: 'An Idempotency-Key is 1 to 100 visible characters.' },
  KEY_REUSED: { status: 422, sentence: 'This Idempotency-Key was used for another request.' },
  NESTED_DEEP: { status: 400, sentence: 'The body is nested too deep.' },
  NO_ADDRESS: { status: 404, sentence: 'There is nothing at this address.' },
  METHOD: { status: 405, sentence: 'This address answers %{methods}.' },
  BODY_LARGE: {
    status: 413,
    sentence: 'This request holds %{megabytes} MB at the most. Send fewer records at a time.',
  },
  RECORD_LARGE: { status: 413, sentence: 'A record holds 180 kB at the most. Shorten its texts or lists.' },
  NOT_JSON_TYPE: { status: 415, sentence: 'Send JSON with Content-Type: application/json.' },
  NOT_FORM_TYPE: { status: 415, sentence: 'Send the form as application/x-www-form-urlencoded.' },
  NUMBERING_BUSY: { status: 503, sentence: 'Too many records are being numbered at once. Try again.' },
  STORE_BUSY: { status: 503, sentence: 'The store is busy. Nothing was changed; try again in a moment.' },
  STORE_SILENT: {
    status: 503,
    sentence:
      'The store did not answer in time. Nothing was half done; look whether it was done at all before you try again.',
  },
  FAILED: {
    status: 500,
    sentence:
      'Something went wrong on our side. Nothing was half done; try again, and tell your administrator if it stays.',
  },
} as const satisfies Readonly<Record<string, Entry>>

/** Id of a refusal. */
export type RefusalId = keyof typeof refusals

/** A value that a sentence names: a word, a number, several words, or refusals of parts. */
export type RefusalValue = string | number | readonly string[] | readonly Refusal[]

/** A refusal as data: what the API answers and what the panel says in its own language. */
export interface Refusal {
  readonly rule: RefusalId
  readonly status: number
  readonly parameters: Readonly<Record<string, RefusalValue>>
  /** The sentence in English, parameters filled in. */
  readonly message: string
}

type ParameterOf<S extends string> = S extends `${string}%{${infer P}}${infer R}` ? P | ParameterOf<R> : never
type ParametersOf<Id extends RefusalId> = ParameterOf<(typeof refusals)[Id]['sentence']>

/** Refuses by id, with the values that the sentence names. */
export function refuse<Id extends RefusalId>(
  rule: Id,
  ...[values]: [ParametersOf<Id>] extends [never] ? [] : [Readonly<Record<ParametersOf<Id>, RefusalValue>>]
): Refusal {
  const { status, sentence }: Entry = refusals[rule]
  const parameters: Readonly<Record<string, RefusalValue>> = values ?? {}
  return { rule, status, parameters, message: fill(sentence, parameters) }
}

/** A sentence with its parameters in place of `%{name}`; names of values lose their hyphens. */
const fill = (sentence: string, values: Readonly<Record<string, RefusalValue>>): string =>
  sentence.replace(/%\{(\w+)\}/g, (_, name: string) => asText(values[name] ?? ''))

function asText(value: RefusalValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return plainWord(value)
  const isNested = value.some((each) => typeof each === 'object')
  return value.map((each) => (typeof each === 'object' ? each.message : plainWord(each))).join(isNested ? ' ' : ', ')
}

// A day or a number of a file keeps its hyphens.
const plainWord = (text: string): string => (/^[a-z]+(-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text)

/** Whether a text is the id of a refusal. */
export const isRefusalId = (text: string): text is RefusalId => Object.hasOwn(refusals, text)

/** Whether a refusal is of another state or role, so that nobody can mend it here and now. */
export const isElsewhere = ({ rule }: Pick<Refusal, 'rule'>): boolean => {
  const entry: Entry = refusals[rule]
  return entry.isElsewhere === true
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: object | undefined): answer is Refusal =>
  answer !== undefined && 'rule' in answer && 'parameters' in answer
