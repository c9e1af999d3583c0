import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'

/** Cases and the statements of both sides. */
export const handler = lambda('cases', { ...crud(Case), ...crud(Statement) })
