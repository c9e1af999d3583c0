import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from './steps.ts'
import { readTemplate, type Template, writeTemplate } from './templates.ts'

/** The function that a fault is put into. */
const victim = 'cases'

const resourcesOf = (template: Template, type: string) =>
  Object.entries(template.Resources).filter(([, { Type }]) => Type === type)

const propertiesOf = (template: Template, type: string, name: RegExp): Record<string, unknown> => {
  const found = resourcesOf(template, type).find(([id]) => name.test(id))?.[1].Properties
  if (!found) throw new Trouble(`There is no ${type} called ${name} to break.`)
  return found
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const listIn = (value: unknown, name: string): unknown[] => {
  const list = isObject(value) ? value[name] : undefined
  if (!Array.isArray(list)) throw new Trouble(`${name} is not a list.`)
  return list
}

/** What can be broken on purpose, to see that a run then ends red; each changes the synthesized stacks in one place. */
const faults = {
  permission(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const policy = propertiesOf(template, 'AWS::IAM::ManagedPolicy', new RegExp(`^${victim}Rights`)).PolicyDocument
    const allowed = listIn(policy, 'Statement').filter((each) => isObject(each) && each.Effect === 'Allow')
    const statement = allowed.find((each) => JSON.stringify(each).includes('dynamodb:PutItem'))
    const actions = listIn(statement, 'Action')
    actions.splice(actions.indexOf('dynamodb:PutItem'), 1)
    writeTemplate(assembly, 'Api', template)
    return `${victim} may no longer dynamodb:PutItem.`
  },
  index(assembly: string) {
    const template = readTemplate(assembly, 'Data')
    const table = propertiesOf(template, 'AWS::DynamoDB::Table', /Table/)
    const [gone] = listIn(table, 'GlobalSecondaryIndexes').splice(0, 1)
    const kept = JSON.stringify([table.KeySchema, table.GlobalSecondaryIndexes])
    table.AttributeDefinitions = listIn(table, 'AttributeDefinitions').filter(
      (each) => isObject(each) && kept.includes(`"${each.AttributeName}"`),
    )
    writeTemplate(assembly, 'Data', template)
    return `The table has no index ${isObject(gone) ? gone.IndexName : ''}.`
  },
  environment(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const { Environment: environment } = propertiesOf(
      template,
      'AWS::Lambda::Function',
      new RegExp(`^${victim}Function`),
    )
    const variables = isObject(environment) ? environment.Variables : undefined
    if (!isObject(variables)) throw new Trouble(`${victim} has no environment to break.`)
    variables.TABLE = variables.TABLE_NAME
    delete variables.TABLE_NAME
    writeTemplate(assembly, 'Api', template)
    return `${victim} is told the table's name as TABLE, not TABLE_NAME.`
  },
  import(assembly: string) {
    const template = readTemplate(assembly, 'Api')
    const { Code: code } = propertiesOf(template, 'AWS::Lambda::Function', new RegExp(`^${victim}Function`))
    const hash = isObject(code) ? String(code.S3Key).replace('.zip', '') : ''
    const folder = readdirSync(assembly).find((name) => name === `asset.${hash}`)
    if (!folder) throw new Trouble(`${victim} has no bundle to break.`)
    const path = join(assembly, folder, 'index.mjs')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nthrow new Error('Broken on purpose at import')\n`)
    return `The bundle of ${victim} throws when it is imported.`
  },
} as const satisfies Record<string, (assembly: string) => string>

/** Names of the faults there are. */
export const faultNames: readonly string[] = Object.keys(faults)

/** Puts one fault into the synthesized stacks and says which. */
export function breakOn(assembly: string, name: string): string {
  const fault = Object.entries(faults).find(([each]) => each === name)?.[1]
  if (!fault) throw new Trouble(`There is no fault "${name}". The faults are: ${faultNames.join(', ')}.`)
  return fault(assembly)
}
