import fc from 'fast-check'

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`
const texts = [
  ...[
    '',
    ' ',
    'x',
    'x'.repeat(300),
    '\u0000',
    '\ud800',
    'a\udfffb',
    '\u0301\u0301',
    'ـــ',
    "''",
    '🦷'.repeat(60),
    '\u202eabc',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-0',
    '1e999',
    "'; DROP TABLE cases; --",
    '=1+1',
    '../../etc/passwd',
  ],
  ...[
    'a|b#c',
    '{{7*7}}',
    '%00',
    '\r\nSet-Cookie: a=b',
    '2026-13-45',
    '2026-02-30T25:61:61.000Z',
    '+966501234567',
    'a@b',
    '2026',
  ],
  ...['case_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'site_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'user_01ARZ3NDEKTSV4RRFFQ69G5FAV'],
]
/** A text that breaks something somewhere. */
export const nastyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
/** A number at the edge of some range. */
export const nastyNumber = fc.constantFrom(0, -0, -1, 1, 0.5, 1e15, -1e15, 1e308, 2 ** 53, 5e-324)
/** A value of any kind but mostly not the right one. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: nastyText },
  { weight: 2, arbitrary: nastyNumber },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], { $ne: 1 }, { S: 'x' }, Array(300).fill('x')),
  },
  { weight: 1, arbitrary: fc.array(nastyText, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(nastyText, fc.oneof(nastyText, nastyNumber), { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** A body that is JSON, nearly JSON, or not at all. */
export const rawBody = fc.oneof(
  fc.constantFrom('', '{', '[]', 'null', '"x"', '0', '{}{}', '\ufeff{}', 'undefined', '{"a":1,}', '{"version":1}'),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"a":{"__proto__":null}}',
    '{"\\ud800":1}',
  ),
  fc.constantFrom(
    nested(40, '[', ']'),
    nested(3000, '[', ']'),
    nested(3000, '{"a":', '}'),
    `{"a":${nested(200, '[', ']')}}`,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  nastyValue.map((each) => JSON.stringify(each)),
)
