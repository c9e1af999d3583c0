import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'

/** Cases and the statements of both sides. */
export const handler = lambda('cases', { ...crud(Case), ...crud(Statement) })
