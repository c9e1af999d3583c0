import { entityOf } from '#shared/entities/index.ts'
import { checkSameFile } from './file/projectionFile.ts'
import { SqlFile } from './file/sqlite.ts'
import { tableOf } from './file/tables.ts'
import { deletedIdsOf } from './follow/apply.ts'
import type { Projection } from './projection.ts'
import { answerGroups, answerIds, answerPage, answerRows } from './question/questions.ts'

/** What answers questions and changes nothing. */
export type ProjectionReader = Pick<Projection, 'page' | 'groups' | 'ids' | 'deletedIds' | 'rows'>

/** Answers questions from a file, which may be another one after it was made anew. */
export const readerOf = (fileOf: () => SqlFile): ProjectionReader => ({
  page: async (question, range) => answerPage(fileOf(), question, range),
  groups: async (question, columns) => answerGroups(fileOf(), question, columns),
  ids: async (question) => answerIds(fileOf(), question),
  deletedIds: async (resource, subjectId) => deletedIdsOf(fileOf(), tableOf(entityOf(resource)), subjectId),
  async *rows(question, size) {
    // A connection of its own keeps the state of the first row, while the others go on.
    const file = fileOf()
    const isShared = file.path !== ':memory:'
    const reader = isShared ? new SqlFile(file.path, { isReader: true }) : file
    try {
      checkSameFile(file, reader)
      yield* inPages(answerRows(reader, question), size)
    } finally {
      if (isShared) reader.close()
    }
  },
})

function* inPages<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let page: T[] = []
  for (const item of items) {
    page.push(item)
    if (page.length < size) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}
