import type { Entity } from '#shared/declaration/entity.ts'
import type { ImportTable } from './file/importTable.ts'
import { type ImportPlan, obstaclesOf } from './mapping.ts'

/** The plan that a person made for a file of the same columns, as far as the product still has its fields. */
export function rememberedPlan(
  entity: Entity,
  { header }: ImportTable,
  modes: readonly ImportPlan['mode'][],
  fields: readonly string[],
  remembered: ImportPlan | undefined,
): ImportPlan | undefined {
  const { mapping, mode } = remembered ?? {}
  if (!mapping || !mode || !modes.includes(mode)) return undefined
  const isKnown = header.every((column) => {
    const field = mapping[column]
    return field === null || (field !== undefined && fields.includes(field))
  })
  const plan = { ...remembered, mapping, mode, isChosen: true }
  return isKnown && obstaclesOf(entity, plan).length === 0 ? plan : undefined
}
