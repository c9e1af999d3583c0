import type { RecordValues } from '#shared/declaration/entity.ts'

/** What must be true of an item when it is written; all parts together. */
export interface ItemCondition {
  /** No item has the key yet. */
  readonly absent?: true
  /** Attributes with exactly these values; `undefined` stands for an attribute that is absent. */
  readonly equals?: RecordValues
  /** Attributes that are absent or smaller than these numbers. */
  readonly absentOrBelow?: Readonly<Record<string, number>>
  /** Attributes that are absent, smaller than the first of these numbers, or greater than the second. */
  readonly absentOrOutside?: Readonly<Record<string, readonly [least: number, most: number]>>
}

/**
 * A change of single attributes of an item: values that replace, values for attributes that are still absent, attributes
 * that go, and numbers that are added (0 when absent).
 */
export interface ItemUpdate {
  readonly set?: RecordValues
  readonly setIfAbsent?: RecordValues
  readonly remove?: readonly string[]
  readonly add?: Readonly<Record<string, number>>
  readonly if?: ItemCondition
}

/** Names and values of an expression, each behind a placeholder, for any word may be reserved. */
class Placeholders {
  private readonly names: Record<string, string> = {}
  private readonly values: Record<string, unknown> = {}

  name(text: string): string {
    const placeholder = `#${Object.keys(this.names).length}`
    this.names[placeholder] = text
    return placeholder
  }

  value(value: unknown): string {
    const placeholder = `:${Object.keys(this.values).length}`
    this.values[placeholder] = value
    return placeholder
  }

  /** The attributes of a command; DynamoDB refuses empty ones. */
  attributes() {
    return {
      ...(Object.keys(this.names).length > 0 && { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    }
  }
}

function conditionText(
  { absent, equals = {}, absentOrBelow = {}, absentOrOutside = {} }: ItemCondition,
  place: Placeholders,
): string {
  const parts = absent ? ['attribute_not_exists(pk)'] : []
  for (const [name, value] of Object.entries(equals))
    parts.push(
      value === undefined ? `attribute_not_exists(${place.name(name)})` : `${place.name(name)} = ${place.value(value)}`,
    )
  for (const [name, limit] of Object.entries(absentOrBelow)) {
    const attribute = place.name(name)
    parts.push(`(attribute_not_exists(${attribute}) OR ${attribute} < ${place.value(limit)})`)
  }
  for (const [name, [least, most]] of Object.entries(absentOrOutside)) {
    const attribute = place.name(name)
    const isOutside = `${attribute} < ${place.value(least)} OR ${attribute} > ${place.value(most)}`
    parts.push(`(attribute_not_exists(${attribute}) OR ${isOutside})`)
  }
  return parts.join(' AND ')
}

/** The condition of a command as DynamoDB reads it. */
export function conditionExpression(condition: ItemCondition) {
  const place = new Placeholders()
  return { ConditionExpression: conditionText(condition, place), ...place.attributes() }
}

/** The update of a command as DynamoDB reads it, with its condition. */
export function updateExpression({ set = {}, setIfAbsent = {}, remove = [], add = {}, if: condition }: ItemUpdate) {
  const place = new Placeholders()
  const settings = Object.entries(set).flatMap(([name, value]) =>
    value === undefined ? [] : [`${place.name(name)} = ${place.value(value)}`],
  )
  for (const [name, value] of Object.entries(setIfAbsent)) {
    const attribute = place.name(name)
    settings.push(`${attribute} = if_not_exists(${attribute}, ${place.value(value)})`)
  }
  const removals = remove.map((name) => place.name(name))
  const additions = Object.entries(add).map(([name, number]) => `${place.name(name)} ${place.value(number)}`)
  const parts = [
    ...(settings.length > 0 ? [`SET ${settings.join(', ')}`] : []),
    ...(removals.length > 0 ? [`REMOVE ${removals.join(', ')}`] : []),
    ...(additions.length > 0 ? [`ADD ${additions.join(', ')}`] : []),
  ]
  return {
    UpdateExpression: parts.join(' '),
    ...(condition && { ConditionExpression: conditionText(condition, place) }),
    ...place.attributes(),
  }
}
