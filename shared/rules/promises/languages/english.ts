import { endingWith, type PromiseLanguage, whole } from './language.ts'

const will = '(?:_ll| will| shall| am going to| are going to|_m going to|_re going to)'
const noDeed =
  '(?! (?:not|never|see(?! (?:to|that|you|her|him|them|the))|say|admit|be honest|be sorry|have to see|need to see|wait and see|have to wait))'
const act =
  '(?:call|phone|ring|contact|get back|come back|write|send|e-?mail|refund|reply|answer|visit|see|reach|repay|follow up|inform|tell|let|give|explain)'
const house = '(?:unit |head |chief |complaints |billing |accounts )?'
const role =
  '(?:doctor|surgeon|nurse|manager|director|supervisor|officer|lead|team|unit|department|office|desk|accountant|colleague|pharmacist)'
const somebody = `(?:someone|somebody|one of us|(?:our|the|my) ${house}${role}|dr\\.? \\p{L}+)`
const said = '(?:said|told|explained|confirmed|agreed|answered|replied|assured|promised|let)'
const reporting =
  '(?:said|says|saying|say|asked|asks|threatened|threatens|warned|insists|insisted|claims|claimed|believes|thinks|replied|answered|shouted|wrote|writes|adds|added|repeats|repeated)'
const family =
  '(?:he|she|they|(?:the |her |his )?(?:patient|complainant|mother|father|son|daughter|husband|wife|sister|brother|relative))'

/** Promises in English. */
export const english: PromiseLanguage = {
  commits: [
    whole(`(?:i|we)${will}${noDeed}`),
    whole('(?:i|we)(?: do| hereby| can| have| had)?(?: already| also)? (?:promise|promised|guarantee|guaranteed)'),
    whole('(?:i|we) (?:gave|give|have given) (?:you|her|him|them) (?:my|our) word|you have (?:my|our) word'),
    whole(`(?:i|we)(?: have| then| also)? ${said}.{0,60}? (?:i|we|${somebody}) would (?!not|never|like|rather)\\p{L}+`),
    whole(`${somebody} will (?!not|never).{0,20}?${act}.{0,20}? (?:you|her|him|them|the patient|the family|back)`),
    whole('you(?:_ll| will) hear(?: back)? from (?:us|me|our)'),
    whole('let me .{0,60}?(?:get back|come back|call (?:you|her|him|them)|ring (?:you|her|him|them))'),
    whole(
      'will be (?:refunded|repaid|reimbursed|called|contacted|phoned|rung|paid back|credited)(?! (?:back )?by (?:her|his|their|the (?:insurer|bank|embassy)))',
    ),
  ],
  voidBefore: endingWith(
    [
      `(?<!(?:i|we) (?:have |then |also )?)${reporting}(?: to)?(?: me| us)?[,:]? ?["“«„]?(?:that )?`,
      'told (?:me|us|the \\p{L}+)[,:]? ?["“«„]?(?:that )?',
      '(?:whether|if|unless|when|how|why|what|where|who|until|did|do|does|never|not)(?: or not)? ',
      '(?:hope|hopes|hoped|hoping|wish|wishes|doubt|doubts|afraid|fears|not sure|no idea)(?: that)? ',
      `${family} ?: ?["“«„]?`,
    ].join('|'),
  ),
  voidAfter: new RegExp(`["”»,] ?${family} (?:then )?${reporting}(?!\\p{L})`, 'u'),
  weekdays: [
    'sun(?:day)?',
    'mon(?:day)?',
    'tue(?:s|sday)?',
    'wed(?:nesday)?',
    'thu(?:rs|rsday)?',
    'fri(?:day)?',
    'sat(?:urday)?',
  ],
  months: [
    ...['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?'],
    ...['sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'],
  ],
  dates: ['(\\d{1,2})(?:st|nd|rd|th)?(?: of)? MONTH', 'MONTH (\\d{1,2})(?:st|nd|rd|th)?'],
  relatives: [
    ['today|tonight|this (?:morning|afternoon|evening)|(?:by|before) noon', { inDays: 0 }],
    ['the day after tomorrow', { inDays: 2 }],
    ['tomorrow', { inDays: 1 }],
    ['next week|within the week|(?:in|within) a week', { inDays: 7 }],
    ['(?:in|within) (?:an|the) hour', { inMinutes: 60 }],
    ['(?:in|within) half an hour', { inMinutes: 30 }],
  ],
  spans: [
    ['(?:in|within|after) COUNT (?:working|business) days?', 'workingDays'],
    ['(?:in|within|after) COUNT days?', 'days'],
    ['(?:in|within|after) COUNT hours?', 'hours'],
    ['(?:in|within|after) COUNT min(?:ute)?s?', 'minutes'],
    ['(?:in|within|after) COUNT weeks?', 'weeks'],
  ],
  numbers: { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
}
