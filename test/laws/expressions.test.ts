import { describe, expect, test } from 'vitest'
import { strayExpressions } from './expressions.ts'
import { codeFolders, sourceOf, sources } from './sources.ts'

describe('expressions and keys', () => {
  test('appear in the store only, and SQL in the projection only', () => {
    expect(strayExpressions(sources(...codeFolders.filter((folder) => folder !== 'test')))).toEqual([])
  })

  test.each([
    "const update = { UpdateExpression: 'SET n = :next' }",
    "new QueryCommand({ KeyConditionExpression: 'pk = :pk' })",
    'ExpressionAttributeValues: values,',
    "if: 'attribute_not_exists(pk)',",
    "const text = 'begins_with(sk, :prefix)'",
    "set: 'SET fence = if_not_exists(fence, :zero) + :one'",
    'Put: { TableName: env.table, Item: item }',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a sample of code
    'const partition = (id: string) => `JOB#${id}`',
    "const key = { pk: 'LEASE#tick', sk: name }",
    "const prefix = 'r#'",
  ])('the law finds a broken sample: %s', (line) => {
    expect(strayExpressions([sourceOf('functions/surveys/a.ts', line)])).toHaveLength(1)
    expect(strayExpressions([sourceOf('functions/platform/store/a.ts', line)])).toEqual([])
  })

  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a sample of code
    'const sql = `SELECT "id" FROM ${name} WHERE "id" = ?`',
    'file.run(\'INSERT OR REPLACE INTO "marks" VALUES (?, ?, ?)\', values)',
    "const text = 'UPDATE cases SET version = 2'",
    'file.run(`DELETE FROM cases`)',
    "file.define('CREATE TABLE cases (id TEXT)')",
    '`CREATE INDEX IF NOT EXISTS a ON b (c)`',
    "database.exec('PRAGMA journal_mode = WAL')",
    "const order = ' ORDER BY id'",
    "import { DatabaseSync } from 'node:sqlite'",
  ])('the law finds a broken sample of SQL: %s', (line) => {
    expect(strayExpressions([sourceOf('functions/platform/records/a.ts', line)])).toHaveLength(1)
    expect(strayExpressions([sourceOf('functions/platform/store/a.ts', line)])).toHaveLength(1)
    expect(strayExpressions([sourceOf('functions/platform/projection/a.ts', line)])).toEqual([])
  })

  test('sentences and names are not taken for SQL', () => {
    const lines =
      "// The columns to select from a list, in the order by which they are grouped by.\nconst select = 'Select a file from the list'\nconst table = ['Insert', 'Update', 'Delete']"
    expect(strayExpressions([sourceOf('functions/surveys/a.ts', lines)])).toEqual([])
  })

  test('imports and stamps are not taken for keys', () => {
    const lines = "import { env } from '#functions/platform/aws/env.ts'\nstamp.split('#')"
    expect(strayExpressions([sourceOf('functions/surveys/a.ts', lines)])).toEqual([])
  })
})
