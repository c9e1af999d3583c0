import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmulatorProblem } from './steps.ts'
import { readTemplate, type Template, writeTemplate } from './templates.ts'

/** The function that gets the fault. */
const target = 'cases'

const resourcesOf = (template: Template, type: string) =>
  Object.entries(template.Resources).filter(([, { Type }]) => Type === type)

const propertiesOf = (template: Template, type: string, name: RegExp): Record<string, unknown> => {
  const properties = resourcesOf(template, type).find(([id]) => name.test(id))?.[1].Properties
  if (!properties) throw new EmulatorProblem(`There is no ${type} called ${name} to break.`)
  return properties
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const listIn = (value: unknown, name: string): unknown[] => {
  const list = isObject(value) ? value[name] : undefined
  if (!Array.isArray(list)) throw new EmulatorProblem(`${name} is not a list.`)
  return list
}

/** Faults that prove that the journeys find them; each changes the synthesized stacks in one place. */
const faults = {
  permission(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const policy = propertiesOf(template, 'AWS::IAM::ManagedPolicy', new RegExp(`^${target}Rights`)).PolicyDocument
    const allowed = listIn(policy, 'Statement').filter((each) => isObject(each) && each.Effect === 'Allow')
    const statement = allowed.find((each) => JSON.stringify(each).includes('dynamodb:PutItem'))
    const actions = listIn(statement, 'Action')
    actions.splice(actions.indexOf('dynamodb:PutItem'), 1)
    writeTemplate(assembly, 'Api', template)
    return `${target} may no longer dynamodb:PutItem.`
  },
  index(assembly: string) {
    const template = readTemplate(assembly, 'Data')
    const table = propertiesOf(template, 'AWS::DynamoDB::Table', /Table/)
    const [removed] = listIn(table, 'GlobalSecondaryIndexes').splice(0, 1)
    const keys = JSON.stringify([table.KeySchema, table.GlobalSecondaryIndexes])
    table.AttributeDefinitions = listIn(table, 'AttributeDefinitions').filter(
      (each) => isObject(each) && keys.includes(`"${each.AttributeName}"`),
    )
    writeTemplate(assembly, 'Data', template)
    return `The table has no index ${isObject(removed) ? removed.IndexName : ''}.`
  },
  environment(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const { Environment: environment } = propertiesOf(
      template,
      'AWS::Lambda::Function',
      new RegExp(`^${target}Function`),
    )
    const variables = isObject(environment) ? environment.Variables : undefined
    if (!isObject(variables)) throw new EmulatorProblem(`${target} has no environment to break.`)
    variables.TABLE = variables.TABLE_NAME
    delete variables.TABLE_NAME
    writeTemplate(assembly, 'Api', template)
    return `${target} has the table's name in TABLE instead of TABLE_NAME.`
  },
  import(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const { Code: code } = propertiesOf(template, 'AWS::Lambda::Function', new RegExp(`^${target}Function`))
    const hash = isObject(code) ? String(code.S3Key).replace('.zip', '') : ''
    const folder = readdirSync(assembly).find((name) => name === `asset.${hash}`)
    if (!folder) throw new EmulatorProblem(`${target} has no bundle to break.`)
    const path = join(assembly, folder, 'index.mjs')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nthrow new Error('Broken on purpose at import')\n`)
    return `The bundle of ${target} throws when it is imported.`
  },
} as const satisfies Record<string, (assembly: string) => string>

/** Names of all faults. */
export const faultNames: readonly string[] = Object.keys(faults)

/** Puts one fault into the synthesized stacks; returns a sentence about it. */
export function injectFault(assembly: string, name: string): string {
  const fault = Object.entries(faults).find(([each]) => each === name)?.[1]
  if (!fault) throw new EmulatorProblem(`There is no fault "${name}". The faults are: ${faultNames.join(', ')}.`)
  return fault(assembly)
}
