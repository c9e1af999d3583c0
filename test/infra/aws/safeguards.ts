import { describe, expect, it } from 'vitest'
import { functionNames } from '#infra/bundle/bundle.ts'
import { usesOf } from '#test/infra/aws/checks/code.ts'
import { wrongVariables } from '#test/infra/aws/checks/environment.ts'
import { indexNames, wrongIndexes } from '#test/infra/aws/checks/indexes.ts'
import { historians, scanners, tooWide, wrongRights } from '#test/infra/aws/checks/permissions.ts'
import { policiesOf } from '#test/infra/aws/checks/statements.ts'
import { altered, renamed } from './altered.ts'
import { deployed, type SynthesizedTemplate } from './synthesized.ts'

const { data, api, panel } = deployed
const uses = new Map(await Promise.all(functionNames.map(async (name) => [name, await usesOf(name)] as const)))
const all = functionNames.length

/** The policies that are ours to narrow; the CDK’s own copier of files has its reasons where it is made. */
const ours = (template: SynthesizedTemplate) =>
  policiesOf(template).filter(([id]) => !id.startsWith('CustomCDKBucketDeployment'))

describe('rights and the code that needs them', () => {
  it('are the same in every function', () => {
    expect(functionNames.filter((name) => !uses.get(name)?.actions.includes('dynamodb:GetItem'))).toEqual([])
    expect(wrongRights(api, uses)).toEqual([])
  })

  it.each([...new Set([...uses.values()].flatMap(({ actions }) => actions))].sort())('differ without %s', (action) => {
    const askers = functionNames.filter((name) => uses.get(name)?.actions.includes(action))
    expect(wrongRights(renamed(api, action, 'none:None'), uses)).toEqual(
      expect.arrayContaining(askers.map((name) => `${name} asks for ${action} and may not.`)),
    )
  })

  it('differ with a right that no code asks for', () => {
    const wrong = wrongRights(renamed(api, 's3:PutObject', 's3:PutObjectAcl'), uses)
    expect(wrong).toContain('jobs may s3:PutObjectAcl and does not ask for it.')
    expect(wrongRights(renamed(api, 'dynamodb:GetItem', 'dynamodb:ExportTable'), uses)).toHaveLength(2 * all)
  })
})

describe('variables and the code that reads them', () => {
  it('are the same in every function', () => {
    expect(functionNames.filter((name) => !uses.get(name)?.variables.includes('TABLE_NAME'))).toEqual([])
    expect(wrongVariables(api, uses)).toEqual([])
  })

  it.each([...new Set([...uses.values()].flatMap(({ variables }) => variables))].sort())(
    'differ when %s is renamed',
    (name) => {
      const wrong = wrongVariables(renamed(api, name, 'OTHER'), uses)
      for (const each of functionNames.filter((user) => uses.get(user)?.variables.includes(name)))
        expect(wrong).toContain(`${each} reads ${name}, which is not set.`)
      expect(
        wrong.filter((sentence) => sentence.endsWith('is told OTHER, which it does not read.')).length,
      ).toBeGreaterThan(0)
    },
  )
})

describe('indexes and the functions that read them', () => {
  it('fit each other in code, settings and rights', () => {
    expect(wrongIndexes(api, uses)).toEqual([])
  })

  it.each(indexNames)('differ when nobody may read the index %s', (index) => {
    const readers = functionNames.filter((name) => uses.get(name)?.indexes.includes(index))
    const closed = wrongIndexes(renamed(api, `/index/${index}`, '/index/other'), uses)
    expect(readers.length).toBeGreaterThan(1)
    for (const name of readers) expect(closed.join()).toContain(`${name} may not read`)
  })

  it('differ when a function may read what it does not list', () => {
    const wrong = wrongIndexes(renamed(api, 'statements#*', 'users#*'), uses)
    expect(wrong).toContain('cases may not read statements in changes.')
    expect(wrong).toContain('cases may read users in changes and does not list it.')
  })

  it('differ when a function reads an index that its settings do not name', () => {
    const more = new Map(uses).set('survey-page', { actions: [], variables: [], indexes: ['changes'] })
    expect(wrongIndexes(api, more)).toEqual(['survey-page reads the index changes, which its settings do not say.'])
    const less = new Map(uses).set('cases', { actions: [], variables: [], indexes: [] })
    expect(wrongIndexes(api, less)).toEqual(['cases does not read the index changes, as its settings say.'])
  })
})

describe('least privilege', () => {
  const allow = (Action: string[], Resource: unknown = 'arn') => ({ Effect: 'Allow' as const, Action, Resource })

  it('holds in every policy of the three stacks', () => {
    expect([data, api, panel].flatMap((template) => tooWide(ours(template)))).toEqual([])
    expect(ours(api).length).toBeGreaterThan(all)
  })

  it.each([
    [
      'every action of a service',
      allow(['dynamodb:*']),
      'Rights allows the actions dynamodb:*, which has to name them.',
    ],
    ['a family of actions', allow(['s3:Get*']), 'Rights allows the actions s3:Get*, which has to name them.'],
    ['every resource', allow(['sqs:SendMessage'], '*'), 'Rights allows sqs:SendMessage on everything.'],
    ['one among many', allow(['kms:Decrypt'], ['arn', '*']), 'Rights allows kms:Decrypt on everything.'],
  ])('refuses %s', (_what, statement, sentence) => {
    expect(tooWide([['Rights', [statement]]])).toEqual([sentence])
  })

  it('lets no function scan, and finds one that may', () => {
    expect(scanners(api)).toEqual([])
    expect(scanners(renamed(api, 'dynamodb:Query', 'dynamodb:Scan'))).toHaveLength(all)
    expect(scanners(renamed(api, 'dynamodb:GetItem', 'dynamodb:*')).length).toBeGreaterThanOrEqual(all)
  })

  it('lets no function change or remove history, and finds one that may', () => {
    expect(historians(api)).toEqual([])
    const isDenial = (each: unknown) => JSON.stringify(each).includes('"HistoryStands"')
    const undenied = altered(api, (key, value) =>
      key === 'Statement' && Array.isArray(value) ? value.filter((each) => !isDenial(each)) : value,
    )
    const writers = functionNames.filter((name) => name !== 'openapi')
    for (const name of writers) expect(historians(undenied).join()).toContain(`${name} may dynamodb:DeleteItem`)
    expect(historians(renamed(api, 'H#*', 'H#case_*')).join()).toContain('in H#survey_01J.')
  })
})
