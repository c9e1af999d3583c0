import { allFields, type Entity } from './entity.ts'
import type { Field } from './field.ts'

/** A reference by which records of an entity need the record that it names. */
export interface Dependence {
  readonly entity: Entity
  readonly field: string
  readonly resource: string
}

/**
 * The references by which records of an entity need what they name: every one, unless the declaration says otherwise. What
 * tells of the past needs nothing, and a fact that names a person says who did something.
 */
export const dependencesOf = (entity: Entity): Dependence[] =>
  entity.isTrace
    ? []
    : Object.entries(allFields(entity)).flatMap(([field, declared]) =>
        isNeeding(entity, field, declared) ? [{ entity, field, resource: declared.resource ?? '' }] : [],
      )

const isNeeding = ({ facts }: Entity, name: string, { resource, isLoose }: Field): boolean =>
  resource !== undefined && !isLoose && !(resource === 'users' && Object.hasOwn(facts, name))

/** The references by which records of some entities need one of a resource. */
export const dependencesOn = (resource: string, entities: readonly Entity[]): Dependence[] =>
  entities.flatMap(dependencesOf).filter((each) => each.resource === resource)
