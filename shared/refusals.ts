// Longer than other files because it is the only list of refusals: one line each.

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 500 | 503

/**
 * What a refusal is made of: its HTTP status; its sentence in plain words, where `%{name}` is a parameter and which the
 * panel says in its language by `refusals.<id>`; and whether another state or another role is needed, so that the person
 * cannot mend it here.
 */
type RefusalEntry = readonly [status: Status, sentence: string, isElsewhere?: true]

/** Every refusal of the product, by id. */
export const refusals = {
  // The person
  SIGN_IN: [401, 'Sign in first.'],
  ROLE: [403, 'Your role does not include this.', true],
  FIELD_ROLE: [403, 'Your role may not change %{field}.'],
  FOREIGN_SITE: [403, 'That site is not one of yours.'],
  NO_USER: [403, 'Your account is not active here. Ask an administrator.'],
  FOUR_EYES: [403, 'You took the step “%{taken}” yourself. Another person must take this one.'],
  LEAD_DECIDES: [403, 'Only the unit manager can decide without the team’s statement.'],
  LEAD_CLOSES: [403, 'A unit manager or the director closes a major case.', true],
  SECOND_PERSON_CLOSES: [
    403,
    'You took every step of this case, and money was conceded. Another person must close it.',
  ],
  VOID_OFFICES: [403, 'The accounts supervisor and the services manager void a file together.'],
  TEAM_SIDE_ONLY: [403, 'A clinician gives the team’s statement; the patient’s is taken by patient relations.'],
  OWN_ONLY: [403, 'Only the person can choose this, or an administrator.', true],
  NOT_ADDRESSEE: [403, 'Only the person it is for marks a notice as read.', true],
  DEPUTY_SELF: [409, 'Nobody is their own deputy. Choose somebody else.'],
  DEPUTY_INACTIVE: [409, 'The deputy does not work here any more. Choose somebody else.'],
  AWAY_ORDER: [409, 'The absence ends before it begins. Mend one of the two days.'],

  // The record and its state
  STATE: [409, 'The %{noun} is “%{state}”. This step needs: %{needed}.', true],
  NO_SUCH_STEP: [409, '%{noun} records have no step “%{name}” that can be taken this way.'],
  DELETED: [409, 'This record was deleted. Restore it before you change it.'],
  NOT_FOUND: [404, 'There is no such record, or it is not one of your sites.'],
  STALE: [
    412,
    'Somebody else changed this record meanwhile. Nothing of theirs was overwritten; look at both and decide.',
  ],
  MATCHES_NO_MORE: [409, 'Somebody changed this record meanwhile, and it no longer matches. It was left as it is.'],
  COUNT_CHANGED: [409, '%{count} records match now, not %{expected}. Nothing was changed; look again.'],

  // Cases
  SEVERITY_NEEDED: [409, 'Say first whether the case is routine or major.'],
  DEMANDS_NEEDED: [409, 'Write down first what the patient asks for.'],
  PATIENT_STATEMENT_NEEDED: [409, 'The patient has not been heard yet. Take the statement first.'],
  TEAM_STATEMENT_NEEDED: [
    409,
    'The team has not been heard yet. Take its statement, or let the unit manager say why it cannot be had.',
  ],
  REMEDY_NEEDED: [409, 'Make an offer, or write why there is nothing to offer.'],
  ACKNOWLEDGED_LATER: [409, 'That is later than now. Give the time at which the patient heard from us.'],
  ACKNOWLEDGED_EARLIER: [409, 'The case came in after that. It cannot have been acknowledged before.'],
  NO_LEGAL_GROUND: [
    409,
    'The legal route needs a lawyer’s letter, or compensation demanded where the fault is not ours.',
  ],
  ALREADY_MAJOR: [409, 'The case is already a major one.', true],
  NOT_MAJOR: [409, 'The case is not a major one, so the director need not be told.', true],
  DIRECTOR_KNOWS: [409, 'The director was told of this case already.', true],
  DIRECTOR_FIRST: [409, 'This is a major case. The director has to know of it before it is answered.'],
  NO_LIMIT: [409, 'No limit runs for the answer, so there is nothing to extend.', true],
  NOTICE_TIME: [409, 'A letter of extension was sent after the case came in, and not in the future. Correct its time.'],
  EXTENSION_LATE: [409, 'The letter of extension was sent when the answer was overdue already, so its limit stays.'],
  EXTENSION_SHORT: [409, 'The extension ends before the answer is due anyway. Choose a later time.'],
  SITE_FIXED: [409, 'A case stays with the site that received it.'],

  // Records that are merged
  MERGE_ITSELF: [409, 'A record cannot be merged into itself. Choose the one that stays.'],
  ALREADY_MERGED: [409, 'This record was merged into another one already. Undo that first.', true],
  NOT_MERGED: [409, 'This record is not merged into another one.', true],
  MERGE_INTO_MERGED: [409, 'The other record was itself merged into a third one. Choose that one.'],
  MERGE_OTHER_SITE: [409, 'The other record is of another site.'],
  MERGE_OTHER_PATIENT: [409, 'The other case is of another patient.'],
  MERGED_HOLD: [409, 'Others were merged into this record. Undo that before you delete it.'],

  // Settlement files
  FILE_PRICED: [409, 'The file is priced. Return it before its visit, membership or contract changes.'],
  FILE_KEPT: [409, 'A file that was priced or voided is kept. Only one that nobody has priced can be deleted.'],
  FILE_VERIFIED: [409, 'The file is verified. Return it before anything in it changes.'],
  REPORT_MISSING: [409, 'The medical report is missing. Attach it to receive the record.'],
  DOCUMENTS_MISSING: [409, 'Not all documents are there. Missing: %{missing}.'],
  CONTRACT_MISSING: [409, 'The contract of this file cannot be found.'],
  CONTRACT_NOT_VALID: [409, 'The contract is not valid on %{day}, the day of the service.'],
  COVERAGE_INACTIVE: [409, 'The membership does not cover %{day}, the day of the service.'],
  OTHER_PATIENT: [409, 'The membership is of another patient than the visit.'],
  OTHER_PAYER: [409, 'The contract is with another payer than the membership.'],
  OTHER_SITE: [409, 'The contract is not for the site of this visit.'],
  EDITS_FAILED: [409, '%{reasons} Correct it, or say why it is right.'],
  DIAGNOSIS_MISSING: [409, 'The file has no diagnosis code.'],
  LINE_OUTSIDE: [409, 'Line %{line} is dated %{day}, outside the stay.'],
  LINES_INVALID: [409, 'A service cannot be priced: %{fields}.'],
  TOTALS_CHANGED: [409, 'The amounts have changed since you looked at them. Look again, then verify.'],
  SUBMISSION_LATE: [409, 'It was to be submitted by %{day}. Say why it is approved all the same.'],

  // Batches
  BATCH_KEPT: [409, 'Only an open batch without files can be deleted. Void it instead.'],
  BATCH_EMPTY: [409, 'There is no file in this batch. Add one before it is sealed.'],
  BATCH_FULL: [409, 'A batch for this payer holds %{limit} files. Open another one for the rest.'],
  BATCH_BROKEN: [409, 'Not every file of this batch is in it. Tell your administrator.'],
  BATCH_BUSY: [503, 'Others are changing this batch. Try again.'],
  RECEIPT_NEEDED: [409, 'Give the receipt number or the portal’s reference as proof of delivery.'],
  FILES_UNFIT: [409, 'Nothing was added, for %{count} of %{total} files do not fit. %{reasons}'],
  FILE_UNFIT: [409, '%{number}: %{reasons}'],
  FILE_IN_BATCH: [409, 'It is already in another batch.'],
  FILE_NOT_APPROVED: [409, 'It is “%{state}”; only an approved file goes into a batch.'],
  FILE_OTHER_SITE: [409, 'It is of another site.'],
  FILE_OTHER_PAYER: [409, 'It is for another payer.'],
  FILE_OTHER_CARE: [409, 'It is of another kind of care.'],
  FILE_OTHER_CURRENCY: [409, 'It is in another currency.'],
  FILE_NOTHING_DUE: [409, 'The payer owes nothing on it.'],
  EXPORT_DIFFERS: [409, 'The file differs from the sealed batch and was not kept: %{differences}.'],
  EXPORT_SHORT: [409, 'The patient or the membership of %{number} is missing.'],

  // Surveys
  SURVEY_FIXED: [409, 'A published survey can no longer be changed. Make a new version instead.'],
  SURVEY_UNSOUND: [409, 'Correct this first: %{reasons}'],
  QUESTION_NONE: [409, 'There is no question.'],
  LANGUAGE_NONE: [409, 'There is no language.'],
  QUESTION_TWICE: [409, 'Question id %{qid} occurs twice.'],
  METRIC_TWICE: [409, 'Metric %{metric} occurs twice.'],
  ALERT_UNKNOWN: [409, 'An alert names the metric %{metric}, which no question has.'],
  OPTIONS_FEW: [409, 'Question %{qid} needs two options or more.'],
  OPTION_TWICE: [409, 'Question %{qid} has the option %{code} twice.'],
  CONDITION_UNKNOWN: [409, 'Question %{qid} depends on an answer that no question before it has.'],
  SURVEY_INCOMPLETE: [409, 'Texts are missing. %{reasons}'],
  TEXTS_MISSING: [409, '%{language}: %{places}.'],
  NO_SURVEY: [409, 'The survey is no longer there.'],
  NOT_PUBLISHED: [409, 'Only a published survey can be sent.'],
  VISITS_OR_PATIENTS: [422, 'Give either visits or patients.'],
  CONSENT_REFUSED: [409, 'The patient does not wish to be asked.'],
  PATIENT_MERGED: [409, 'This record of the patient was merged into another one.'],
  MINOR: [409, 'The patient is a child.'],
  NO_EMAIL: [409, 'No e-mail address is known.'],
  NO_PHONE: [409, 'No phone number is known.'],
  ALREADY_INVITED: [409, 'This visit has been asked about already.'],
  QUARANTINED: [409, 'The patient was asked within the last %{days} days.'],
  INVITING_BUSY: [503, 'The patient is being invited by several people at once. Try again.'],
  NO_CHANNEL: [409, 'The link was handed over. Hand over a new one instead.'],
  REMINDER_WAITS: [409, 'A reminder is on its way already.'],
  REMINDED_ENOUGH: [409, 'Nobody is reminded more than %{limit} times.'],
  ALREADY_ANSWERED: [409, 'This survey has been answered already.'],
  EXPIRED: [409, 'The time for this survey is over.'],
  CANCELLED: [409, 'The invitation was cancelled.'],
  SURVEY_BUSY: [503, 'The survey is busy. Try again in a moment.'],
  ANSWER_REQUIRED: [422, 'Please choose an answer.'],
  ANSWER_EMPTY: [422, 'Please write an answer.'],
  ANSWER_UNKNOWN: [422, 'This is not an answer to the question.'],
  ANSWER_ONE: [422, 'Only one answer is possible.'],
  ANSWER_LONG: [422, 'Please shorten the text.'],

  // Jobs, imports, exports
  JOB_FINISHED: [409, 'This job has already ended.'],
  EXPORT_TOO_LONG: [409, 'An export holds %{limit} rows at the most. Nothing was written; narrow the filter.'],
  EXPORT_BROKEN: [500, 'The file did not read back as it was written, and was not kept. Export again.'],
  UPLOAD_LARGE: [422, 'The file is larger than %{megabytes} MB. Make it smaller, or send it in parts.'],
  UPLOAD_ABSENT: [409, 'A file has not arrived, or was removed because a day passed. Choose it again.'],
  UPLOAD_USED: [409, '“%{name}” is attached already. Choose another file.'],
  UPLOAD_DIFFERS: [409, '“%{name}” did not arrive as it was sent. Nothing was attached; choose it again.'],
  UPLOAD_TYPE: [
    422,
    '“%{name}” is not the kind of file that it says it is, or none that is taken here. Nothing was kept.',
  ],
  FILE_OR_UPLOAD: [422, 'Give either the text of a file, or the upload that brought it.'],
  NOT_A_CHECKSUM: [422, 'This is not a SHA-256 in hexadecimal.'],
  FILE_ABSENT: [404, 'This record keeps no file at that place.'],
  FILE_BUSY: [503, 'The file is being opened by many at once. Try again.'],
  CELL_LONG: [409, 'A text in “%{name}” is too long for a workbook. Leave the column out, or export as CSV.'],
  SAME_ROW: [422, 'Row %{row} is about the same record.'],
  LONG_ROW: [422, 'The row has more cells than the file has columns.'],
  FILE_EMPTY: [422, 'The file has no rows below the names of its columns.'],
  FILE_WIDE: [422, 'The file has more than %{limit} columns.'],
  FILE_LONG: [422, 'The file has more than %{limit} rows. Split it.'],
  FILE_BROKEN: [422, 'Line %{line} has a quotation mark too many or too few.'],
  COLUMN_NONE: [422, 'No column is called like a field. Possible: %{fields}.'],
  COLUMN_UNKNOWN: [422, 'The file has no column “%{column}”.'],
  COLUMN_TWICE: [422, 'Two columns are %{field}.'],
  COLUMN_MISSING: [422, 'A new record needs %{fields}, and no column is that.'],
  FIELD_UNKNOWN: [422, '“%{name}” is not a field.'],
  KEY_NONE: [422, 'No column tells which record a row is about. Possible: %{keys}.'],
  KEY_UNKNOWN: [422, 'Records cannot be found by that. Possible: %{keys}.'],
  KEY_MISSING: [422, 'The file has no column for %{key}.'],

  // Values of fields
  INVALID: [422, 'Some fields need another value.'],
  REQUIRED: [422, 'Needed'],
  PERSON_INACTIVE: [422, 'No longer works here; choose somebody else'],
  PERSON_AWAY: [422, 'Is away now; choose somebody else'],
  TAKEN: [422, 'Already taken by another record'],
  NOT_A_FIELD: [422, 'Not a field that can be set here'],
  BY_STEPS_ONLY: [422, 'Changed by the steps of the record, not by editing'],
  CHANGES_NONE: [422, 'Say what to change.'],
  TOO_LONG: [422, 'At most %{limit} characters'],
  TOO_MANY: [422, 'At most %{limit} entries'],
  TOO_FEW: [422, 'At least %{limit} entries'],
  TOO_LARGE: [422, 'At most %{limit}'],
  TOO_SMALL: [422, 'At least %{limit}'],
  NEAR_ZERO: [422, 'Nearer to zero than anybody can mean'],
  BROKEN_CHARACTER: [422, 'Contains a broken character'],
  CONTROL_CHARACTER: [422, 'Contains a control character'],
  NOT_TEXT: [422, 'Plain text only'],
  NOT_A_PHONE: [422, 'An international number such as +966501234567'],
  NOT_AN_EMAIL: [422, 'An e-mail address'],
  NOT_AN_INTEGER: [422, 'A whole number'],
  NOT_A_NUMBER: [422, 'A number'],
  NOT_MONEY: [422, 'An amount such as 1450.00'],
  NOT_A_PERCENTAGE: [422, 'A percentage from 0 to 100'],
  NOT_YES_OR_NO: [422, 'Yes or no'],
  NOT_A_DAY: [422, 'A day such as 2026-11-20'],
  NOT_A_MONTH: [422, 'A month such as 2026-11'],
  NOT_AN_INSTANT: [422, 'A day and time such as 2026-11-20 14:05'],
  NOT_IN_LIST: [422, 'One of the list'],
  NOT_A_REFERENCE: [422, 'Choose one that exists'],
  NOT_TEXTS: [422, 'Text by language'],
  NOT_A_LIST: [422, 'Something is missing in the list'],
  NOT_A_GROUP: [422, 'Something is missing here'],
  NOT_A_TIME: [422, 'A time such as 08:30, at most 24:00'],
  NOT_A_ZONE: [422, 'A time zone such as Asia/Riyadh'],
  NOT_A_CURRENCY: [422, 'A currency of three capital letters'],
  HOURS_ORDER: [422, 'Hours end after they begin, in order and without overlap'],
  BAR_OR_LINE_END: [422, 'Contains a bar or a line end'],
  CODE_OR_CATEGORY: [422, 'A service code or a service category, not both'],
  RULE_TWICE: [422, 'A second rule for the same service'],
  LINE_TWICE: [422, 'A second line with the same number'],
  AMOUNT_LARGE: [422, 'The amount is too large to be exact'],
  NOT_VALID: [422, 'Another value is needed'],

  // Requests
  MALFORMED: [400, '“%{name}” has the wrong form.'],
  NOT_JSON: [400, '%{name} is not JSON, or nested too deep.'],
  NAME_FORBIDDEN: [400, '%{name} has a name that is not allowed.'],
  TEXT_BROKEN: [400, '%{name} has a broken character.'],
  PARAMETER_UNKNOWN: [400, 'The query has no parameter “%{name}”. Use %{possible}.'],
  RANGE_WRONG: [400, 'A range holds 1 to %{limit} rows, such as [0,24].'],
  RANGE_FAR: [400, 'That range is too far from the start.'],
  LIMIT_WRONG: [400, 'A limit is a whole number from 1 to %{limit}.'],
  CONDITIONS_MANY: [400, 'A filter holds %{limit} conditions at the most.'],
  FILTER_UNKNOWN: [400, '%{noun} cannot be filtered by “%{name}”. Possible: %{possible}.'],
  FILTER_VALUES: [400, '“%{name}” takes a list of 1 to %{limit} values.'],
  FILTER_VALUE: [400, '“%{name}” cannot be compared with that value; it is a %{kind}.'],
  SORT_UNKNOWN: [400, '%{noun} cannot be sorted by “%{name}”. Possible: %{possible}.'],
  FILTER_OPERATOR: [400, '“%{name}” is a %{kind}; it cannot be compared with “%{operator}”.'],
  ORDER_LONG: [400, 'A list is sorted by up to %{limit} columns.'],
  GROUP_COUNT: [400, 'Groups take 1 to %{limit} columns in “by”, and up to %{limit} sums.'],
  GROUP_KIND: [400, '%{noun} cannot be grouped by “%{name}”. Possible: %{possible}.'],
  GROUP_SUM: [400, '%{noun} have no amount or number “%{name}” to add up. Possible: %{possible}.'],
  LISTS_FULL: [
    503,
    'The disk that lists are kept on is full. Every record is safe; ask the operator to make room, and try again.',
  ],
  SEARCH_NONE: [400, '%{noun} has no search by text.'],
  SEARCH_SHORT: [400, 'A search takes 2 to 80 letters or digits, or one Chinese character.'],
  IDS_WRONG: [400, '“id” takes one id or a list of up to %{limit}.'],
  CURSOR_FOREIGN: [400, 'This cursor belongs to another list. Begin again without it.'],
  IDS_OR_FILTER: [400, 'Give either ids or a filter.'],
  IDS_IN_FILTER: [400, 'Give ids by themselves, not inside a filter.'],
  CHANGES_OR_ACTION: [400, 'Give either changes or an action.'],
  NO_BULK_STEP: [400, '%{noun} have no step of that name that can be taken in bulk.'],
  ROWS_WRONG: [400, 'Rows are a list of 1 to 500 {id, version, changes}.'],
  CHANGE_WRONG: [400, 'A change is an object of fields.'],
  VERSION_WRONG: [400, 'A version is a whole number; If-Match holds one such as "7".'],
  VERSION_NEEDED: [428, 'Say which version you changed: If-Match: "7", or version in the body.'],
  STATISTICS_FILTER: [
    400,
    'A filter is {"surveyId":…,"period":"2026-11" or "2026","by":…}; “by” is one of %{possible}.',
  ],
  HISTORY_BY_RECORD: [400, 'History is listed by record: filter={"recordId":"case_…"}.'],
  KEY_WRONG: [400, 'An Idempotency-Key is 1 to 100 visible characters.'],
  KEY_REUSED: [422, 'This Idempotency-Key was used for another request.'],
  NESTED_DEEP: [400, 'The body is nested too deep.'],
  NO_ADDRESS: [404, 'There is nothing at this address.'],
  METHOD: [405, 'This address answers %{methods}.'],
  BODY_LARGE: [413, 'This request holds %{megabytes} MB at the most. Send fewer records at a time.'],
  RECORD_LARGE: [413, 'A record holds 180 kB at the most. Shorten its texts or lists.'],
  NOT_JSON_TYPE: [415, 'Send JSON with Content-Type: application/json.'],
  NOT_FORM_TYPE: [415, 'Send the form as application/x-www-form-urlencoded.'],
  NUMBERING_BUSY: [503, 'Too many records are being numbered at once. Try again.'],
  STORE_BUSY: [503, 'The store is busy. Nothing was changed; try again in a moment.'],
  STORE_SILENT: [
    503,
    'The store did not answer in time. Nothing was half done; look whether it was done at all before you try again.',
  ],
  FAILED: [
    500,
    'Something went wrong on our side. Nothing was half done; try again, and tell your administrator if it stays.',
  ],
} as const satisfies Readonly<Record<string, RefusalEntry>>

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
type ParametersOf<Id extends RefusalId> = ParameterOf<(typeof refusals)[Id][1]>

/** Refuses by id, with the values that the sentence names. */
export function refuse<Id extends RefusalId>(
  rule: Id,
  ...[values]: [ParametersOf<Id>] extends [never] ? [] : [Readonly<Record<ParametersOf<Id>, RefusalValue>>]
): Refusal {
  const [status, sentence]: RefusalEntry = refusals[rule]
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
  const [, , elsewhere]: RefusalEntry = refusals[rule]
  return elsewhere === true
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: object | undefined): answer is Refusal =>
  answer !== undefined && 'rule' in answer && 'parameters' in answer
