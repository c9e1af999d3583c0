import type { Source } from './sources.ts'

/** The only room that speaks DynamoDB's language and knows its keys. */
const store = 'functions/platform/store/'

/** The only room that speaks SQL. */
const projection = 'functions/platform/projection/'

/** A copy of the records is made and counted below the store, in the file of the engine itself. */
const copies = 'infra/local/backup/recordsCopy.ts'

/** What stands in one room alone: how it is recognised, and where else it may stand. */
const languages: readonly {
  readonly what: string
  readonly room: string
  readonly pattern: RegExp
  readonly exceptions?: readonly string[]
}[] = [
  {
    what: 'a DynamoDB expression',
    room: store,
    pattern:
      /\b(?:(?:Update|Condition|KeyCondition|Filter|Projection)Expression|ExpressionAttribute(?:Names|Values))\b|\b(?:attribute_(?:not_)?exists|attribute_type|begins_with|if_not_exists|list_append)\(/,
  },
  // A table is also a thing that infrastructure makes and measures by this name.
  { what: 'the name of the table', room: store, pattern: /\bTableName\b/, exceptions: ['infra/'] },
  { what: 'the prefix of a key', room: store, pattern: /['"`](?:[A-Z]{1,8}#|[a-z]{1,8}#['"`$])/ },
  {
    what: 'SQL',
    room: projection,
    exceptions: [copies],
    pattern:
      /['"`].*\b(?:SELECT\b.+\bFROM|INSERT (?:OR \w+ )?INTO|UPDATE\b.+\bSET|DELETE FROM|(?:CREATE|DROP|ALTER) (?:TABLE|INDEX)|PRAGMA|ORDER BY|GROUP BY|BEGIN IMMEDIATE|VACUUM INTO)\b/,
  },
  { what: 'a SQLite engine', room: projection, pattern: /\bDatabaseSync\b|['"`]node:sqlite['"`]/ },
]

/** Lines outside their room that contain an expression, the table's name, the prefix of a key or SQL, as a sentence each. */
export const strayExpressions = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        languages
          .filter(
            ({ room, pattern, exceptions = [] }) =>
              pattern.test(line) && ![room, ...exceptions].some((place) => path.startsWith(place)),
          )
          .map(({ what }) => `${path}:${index + 1} contains ${what}: ${line.trim()}`),
      ),
  )
