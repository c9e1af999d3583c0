import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectionBuilt } from '#infra/aws/api/LogMeasure.ts'
import { bundleAll, functionNames } from '#infra/bundle/bundle.ts'
import { lambdaMajor, lambdaNode, unavailableReason } from '#infra/bundle/lambdaNode.ts'
import { originHeader } from '#shared/api/origin.ts'
import { Case } from '#shared/entities/case.ts'
import { visit } from '#test/functions/surveys/scene.ts'
import { renamed } from '#test/infra/aws/altered.ts'
import { deployed } from '#test/infra/aws/synthesized.ts'
import { type CloudContent, openCloud, originValues } from '#test/infra/bundle/start/cloud.ts'
import { runDeployed } from '#test/infra/bundle/start/deployed.ts'
import { requestsOf, type StartRequest } from '#test/infra/bundle/start/requests.ts'
import { start } from '#test/infra/bundle/start/start.ts'
import { eventOf } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const folder = mkdtempSync(join(tmpdir(), 'redress-start-'))
let requests: Readonly<Record<string, readonly StartRequest[]>> = {}
let node = ''
if (unavailableReason) console.warn(`Bundles under Node ${lambdaMajor}: ${unavailableReason}`)
else
  beforeAll(async () => {
    node = lambdaNode()
    await bundleAll(folder)
    requests = await requestsOf(world())
  }, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (name: string, events: readonly unknown[], template = deployed.api, content?: CloudContent) =>
  runDeployed({ file: join(folder, name, 'index.mjs'), name, template, node }, events, content)

/** Actions that some functions need beside reading items. */
const expectedActions: Readonly<Record<string, readonly string[]>> = {
  settings: ['secretsmanager:GetSecretValue'],
  'survey-page': ['secretsmanager:GetSecretValue', 'dynamodb:PutItem'],
  jobs: ['dynamodb:UpdateItem', 'dynamodb:PutItem', 's3:PutObject'],
  events: ['cognito-idp:AdminGetUser', 'sqs:SendMessage', 'ses:SendEmail', 'dynamodb:BatchWriteItem'],
}

const eventsOf = (name: string): unknown[] => (requests[name] ?? []).map(({ event }) => event)
const isOfMajor = expect.stringMatching(new RegExp(`^${lambdaMajor}\\.`))

describe.skipIf(unavailableReason)(`under Node ${lambdaMajor}, with the variables and rights of its template,`, () => {
  it.each(functionNames)('%s starts and answers', async (name) => {
    const result = await run(name, eventsOf(name))
    expect(result).toMatchObject({ node: isOfMajor, refused: [] })
    expect(result.answers, result.log).toEqual(requests[name]?.map(({ expected }) => expected))
    const reading = name === 'openapi' ? [] : ['dynamodb:GetItem']
    expect(result.actions).toEqual(expect.arrayContaining([...reading, ...(expectedActions[name] ?? [])]))
  })

  it.each(functionNames)('%s starts a second time, and without a single variable', async (name) => {
    const result = await run(name, eventsOf(name).slice(-1))
    expect(result.answers, result.log).toEqual(requests[name]?.slice(-1).map(({ expected }) => expected))
    const bare = await start(join(folder, name, 'index.mjs'), [], { node, environment: {} })
    expect(bare).toEqual({ node: isOfMajor, answers: [], log: '' })
  })
})

describe.skipIf(unavailableReason)('the guard of tokens', () => {
  const guard = (groupsToOverride: string[], environment: Record<string, string>) => {
    const request = { groupConfiguration: { groupsToOverride } }
    const event = { userPoolId: 'pool', userName: 'huda', request, response: {} }
    return start(join(folder, 'tokens', 'index.mjs'), [event], { node, environment })
  }

  it('asks the user pool about those whose roles need a second factor, and about nobody else', async () => {
    const [officer] = (await guard(['officer'], {})).answers
    expect(officer).toMatchObject({ response: {} })
    const allow = { Effect: 'Allow', Action: 'cognito-idp:AdminGetUser', Resource: 'pool' } as const
    const cloud = await openCloud('', [allow])
    const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'eu-west-1' }
    const [director] = (await guard(['officer', 'director'], { ...keys, AWS_ENDPOINT_URL: cloud.url })).answers
    await cloud.close()
    expect([cloud.actions, cloud.refused]).toEqual([['cognito-idp:AdminGetUser'], []])
    expect(director).toMatchObject({
      response: { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: ['officer'] } } },
    })
  })
})

describe.skipIf(unavailableReason)('a request past CloudFront', () => {
  const health = (headers: Record<string, string>) =>
    eventOf('nobody', 'GET', new URL('/api/health', 'http://localhost'), undefined, { headers })
  const statusesOf = async (...values: string[]) => {
    const { answers } = await run(
      'system',
      values.map((value) => health({ [originHeader]: value })),
    )
    return answers.map((answer) => (answer as { statusCode: number }).statusCode)
  }

  it('finds nothing, whatever it sends, and both values of the secret pass while it is exchanged', async () => {
    const { AWSCURRENT: current, AWSPREVIOUS: previous } = originValues
    expect(await statusesOf('', current, 'a guess', previous, current)).toEqual([404, 200, 404, 200, 200])
    expect(await statusesOf(previous)).toEqual([200])
    expect(await statusesOf(`${current} `, current.toUpperCase(), current.slice(1))).toEqual([404, 404, 404])
  })
})

describe.skipIf(unavailableReason)('two instances of a function', () => {
  const list = (seen?: string) => {
    const url = new URL('/api/cases?range=[0,99]', 'http://localhost')
    return eventOf('officer', 'GET', url, undefined, { headers: seen ? { 'x-seen': seen } : {} })
  }
  const idsIn = (answer: unknown): string[] =>
    JSON.parse((answer as { body: string }).body).map(({ id }: { id: string }) => id)
  const newCase = async (content: CloudContent) => {
    const { patientId } = await visit(world().siteId)
    const body = { ...Case.example, siteId: world().siteId, patientId }
    const event = eventOf('front-desk', 'POST', new URL('/api/cases', 'http://localhost'), body)
    const { answers } = await run('cases', [event, list()], deployed.api, content)
    return { ...JSON.parse((answers[0] as { body: string }).body), listed: idsIn(answers[1]) }
  }

  it('answer the same list, a new one too, which sees what its caller wrote before the index tells of it', async () => {
    const { id, version, listed } = await newCase({})
    expect(listed).toContain(id)
    const late = { late: [id] }
    const { answers, refused } = await run('cases', [list(), list(`${id}@${version}`)], deployed.api, late)
    expect(idsIn(answers[0])).toEqual(listed.filter((each: string) => each !== id))
    expect(idsIn(answers[1])).toEqual(listed)
    expect(refused).toEqual([])
  })

  it('begin with the snapshot that the schedule published, and with the records themselves without one', async () => {
    const files = new Map()
    const { listed } = await newCase({ files })
    const ticked = await run('schedules', [{ tick: 'projection' }], deployed.api, { files })
    expect(ticked).toMatchObject({ refused: [], answers: [{ differences: 0 }] })
    expect([...files.keys()].join()).toContain('SNAPSHOT_BUCKET/projection/')
    const cold = await run('cases', [list()], deployed.api, { files })
    expect(idsIn(cold.answers[0])).toEqual(listed)
    expect(cold.log).not.toContain(projectionBuilt.field)
    expect((await run('cases', [list()])).log).toMatch(
      new RegExp(`"resource":"cases","${projectionBuilt.field}":[1-9]`),
    )
  })
})

describe.skipIf(unavailableReason)(`under Node ${lambdaMajor} the check finds`, () => {
  it.each([
    ['throws', 'throw new Error("no such index")', /failed at its start: Error: no such index/],
    ['imports what is not there', 'import "./missing.mjs"', /failed at its start: Error: Cannot find module/],
    ['reads a variable that is not set', 'process.env.TABLE_NAME.trim()', /failed at its start: TypeError/],
    ['never comes to an end', 'await new Promise(() => {})', /ended with code 13/],
    [
      'leaves a promise to fail',
      'export const handler = () => 1; Promise.reject(new Error("unseen"))',
      /ended with code 1 .*unseen/s,
    ],
    ['has no handler', 'export const other = 1', /failed at its start: Error: index.handler is undefined/],
    ['waits for a callback', 'export const handler = (event, context, done) => done()', /callback are not supported/],
    ['throws when called', 'export const handler = () => { throw new RangeError("far") }', /its call: RangeError: far/],
    ['hangs when called', 'export const handler = () => new Promise(() => {})', /no answer within 2000 ms/],
  ])('that a function %s', async (what, source, sentence) => {
    const file = join(folder, 'wrong.mjs')
    writeFileSync(file, `${source}\n`)
    await expect(
      start(file, [{}], { node, environment: {}, timeoutMs: what.startsWith('hangs') ? 2000 : 20_000 }),
    ).rejects.toThrow(sentence)
  })

  it.each([
    ['an item', 'dynamodb:GetItem', 'dynamodb:GetItem U#users#'],
    ['an index', 'dynamodb:Query', 'dynamodb:Query changes users#'],
    ['a secret', 'secretsmanager:GetSecretValue', 'secretsmanager:GetSecretValue'],
  ])('that a function may not read %s', async (_what, action, refused) => {
    const result = await run('settings', eventsOf('settings'), renamed(deployed.api, action, 'none:None'))
    expect(result.refused[0]).toContain(refused)
    expect(result.answers).toMatchObject([{ statusCode: 500 }])
  })

  it.each(['TABLE_NAME', 'CURSOR_SECRET_ARN'])('that %s has another name', async (variable) => {
    const result = await run('settings', eventsOf('settings'), renamed(deployed.api, variable, 'OTHER'))
    expect(result.answers).toMatchObject([{ statusCode: 500 }])
  })
})
