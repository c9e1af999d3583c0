import type { SqlFile } from './sqlite.ts'

// What was counted holds until a record changes. SQLite's own number for that also changes with every look at the feed.

/** Notes, in the transaction of a change, that records of a file are otherwise than before. */
export const noteChange = (file: SqlFile): void =>
  file.run(
    'INSERT INTO "figures" VALUES (\'state\', 1) ON CONFLICT ("name") DO UPDATE SET "value" = "value" + excluded."value"',
  )

/** A number that is another one whenever a record of the file has changed, by this connection or another one. */
export const fileState = (file: SqlFile): number =>
  Number(file.first('SELECT "value" FROM "figures" WHERE "name" = \'state\'')?.value ?? 0)
