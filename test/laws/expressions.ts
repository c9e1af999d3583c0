import type { Source } from './sources.ts'

/** The only room that speaks DynamoDB's language and knows its keys. */
const store = 'functions/platform/store/'

/** What stands in that room alone: how it is recognised, and where else it may stand. */
const languages: readonly {
  readonly what: string
  readonly pattern: RegExp
  readonly exceptions?: readonly string[]
}[] = [
  {
    what: 'a DynamoDB expression',
    pattern:
      /\b(?:(?:Update|Condition|KeyCondition|Filter|Projection)Expression|ExpressionAttribute(?:Names|Values))\b|\b(?:attribute_(?:not_)?exists|attribute_type|begins_with|if_not_exists|list_append)\(/,
  },
  // A table is also a thing that infrastructure makes and measures by this name.
  { what: 'the name of the table', pattern: /\bTableName\b/, exceptions: ['infra/'] },
  { what: 'the prefix of a key', pattern: /['"`](?:[A-Z]{1,8}#|[a-z]{1,8}#['"`$])/ },
]

/** Lines outside the store that contain an expression, the table's name or the prefix of a key, as a sentence each. */
export function strayExpressions(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith(store))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          languages
            .filter(
              ({ pattern, exceptions = [] }) =>
                pattern.test(line) && !exceptions.some((exception) => path.startsWith(exception)),
            )
            .map(({ what }) => `${path}:${index + 1} contains ${what}: ${line.trim()}`),
        ),
    )
}
