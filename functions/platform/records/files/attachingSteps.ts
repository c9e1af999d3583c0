import { idOf, type Operation, operation, type Request } from '#functions/platform/http/operation.ts'
import { withoutEmpty } from '#functions/platform/records/change.ts'
import { changeOne, recordReply, stepBody, versionOf } from '#functions/platform/records/load.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { recordReply as recordSchema } from '#shared/api/contract.ts'
import { type Action, bodyOf, type Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { checked } from '#shared/declaration/issues.ts'
import { Upload } from '#shared/entities/upload.ts'
import { namedUploads } from './namedUploads.ts'

/** The steps of an entity whose forms name uploads; only a function that may read files takes them. */
export const attachingSteps = (entity: Entity): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(entity.actions)
      .filter(([, { body }]) => Object.values(body).some(namesUploads))
      .map(([name, action]) => [
        `${entity.resource}.${name}`,
        operation({ reply: recordSchema }, (request) => attach(entity, name, action, request)),
      ]),
  )

const namesUploads = ({ resource, fields = {} }: Field): boolean =>
  resource === Upload.resource || Object.values(fields).some(namesUploads)

/** Verifies the files that a step names, then takes the step; nothing is attached unless all of it is written. */
async function attach(entity: Entity, name: string, action: Action, request: Request) {
  const { context } = request
  const named = { id: idOf(request), version: versionOf(request) }
  const taken = await changeOne(context, entity, named, async (own, stored) => {
    const values = stepBody(request)
    const body = checked(bodyOf(action), withoutEmpty(values))
    const uploads = await namedUploads(own, action.body, body, stored.record)
    return planStep(own, entity, stored, { name, values, related: { uploads } })
  })
  return recordReply(request, entity, taken)
}
