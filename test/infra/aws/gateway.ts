import { describe, expect, it } from 'vitest'
import { gatewayRoutesOf } from '#infra/aws/api/gatewayRoutes.ts'
import { lambdaSettings } from '#infra/aws/api/lambdaSettings.ts'
import { originHeader } from '#shared/api/origin.ts'
import { type Route, routes } from '#shared/declaration/routes.ts'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

type RouteProperties = { RouteKey: string; AuthorizationType: string; AuthorizerId?: unknown; Target: unknown }
type Reference = { 'Fn::Join': [string, [string, { Ref: string }]] }

const { api, data, panel } = deployed
const gateway = new Map(
  propertiesOf<RouteProperties>(api, 'AWS::ApiGatewayV2::Route').map((each) => [each.RouteKey, each]),
)

/** The route that HTTP API chooses for a request: an exact one before a greedy one. */
function chosen({ method, path }: Pick<Route, 'method' | 'path'>): RouteProperties | undefined {
  const greedy = `${path.split('/').slice(0, 3).join('/')}/{proxy+}`
  const keys = [`${method} ${path}`, `ANY ${path}`, `ANY ${greedy}`]
  return keys.map((key) => gateway.get(key)).find((route) => route !== undefined)
}

/** The name of the function a deployed route leads to. */
function functionBehind({ Target }: RouteProperties): string {
  const [, [, { Ref: integration }]] = (Target as Reference)['Fn::Join']
  return JSON.stringify(api.Resources[integration]?.Properties.IntegrationUri)
}

describe('the HTTP API', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('answers %s', (_key, route) => {
    const found = chosen(route)
    expect(found, 'no route leads there').toBeDefined()
    if (!found) return
    expect(functionBehind(found)).toContain(`"${route.lambda.replaceAll('-', '')}Function`)
    expect(found.AuthorizationType).toBe(route.auth === 'user' ? 'JWT' : 'NONE')
  })

  it('is public where the route table declares it, and nowhere else', () => {
    const open = [...gateway.values()]
      .filter((route) => route.AuthorizationType === 'NONE')
      .map((each) => each.RouteKey)
    const declared = routes.filter(({ auth }) => auth === 'public')
    const heads = declared.filter(({ method }) => method === 'GET').map(({ path }) => `HEAD ${path}`)
    expect(open.sort()).toEqual([...declared.map(({ method, path }) => `${method} ${path}`), ...heads].sort())
  })

  it('asks every other caller for a token of this pool and this client', () => {
    const [authorizer] = propertiesOf<{ JwtConfiguration: object }>(api, 'AWS::ApiGatewayV2::Authorizer')
    const configuration = JSON.stringify(authorizer?.JwtConfiguration)
    for (const type of ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient'])
      expect(configuration).toContain(`ExportsOutputRef${ofType(data, type)[0]?.[0]}`)
    const users = [...gateway.values()].filter((route) => route.AuthorizationType === 'JWT')
    expect(new Set(users.map((route) => JSON.stringify(route.AuthorizerId))).size).toBe(1)
  })

  it('logs no address, caller or token', () => {
    const [stage] = propertiesOf<{ AccessLogSettings: { Format: string } }>(api, 'AWS::ApiGatewayV2::Stage')
    const variables = stage?.AccessLogSettings.Format.match(/\$context\.[\w.]+/g) ?? []
    expect(variables).toContain('$context.requestId')
    expect(variables.filter((name) => /path|identity|authorizer|domain|message|claims/i.test(name))).toEqual([])
  })

  it('is one address with the site: functions know CloudFront by a secret and links lead there', () => {
    const functions = ofType(api, 'AWS::Lambda::Function').map(([, { Properties }]) => JSON.stringify(Properties))
    expect(
      functions.filter((each) => !each.includes('"PUBLIC_URL":{"Fn::Join":["",["https://",{"Fn::ImportValue"')),
    ).toEqual([])
    const serving = lambdaSettings.filter(({ trigger }) => !trigger).length
    expect(functions.filter((each) => each.includes('ORIGIN_SECRET_ARN'))).toHaveLength(serving)
    const [site] = propertiesOf<object>(panel, 'AWS::CloudFront::Distribution')
    const value = '{{resolve:secretsmanager:redress-test-origin:SecretString:::}}'
    expect(JSON.stringify(site)).toContain(`{"HeaderName":"${originHeader}","HeaderValue":"${value}"}`)
    expect(JSON.stringify([api, panel])).not.toContain('"HeaderValue":{"')
  })

  it('sends a given version of the secret while it is exchanged, and reads it at the edge from anywhere', () => {
    const far = synthesize({ stage: 'test', region: 'eu-west-1', originSecretVersion: 'v2' })
    expect(JSON.stringify(far.panel)).toContain('{{resolve:secretsmanager:redress-test-origin:SecretString:::v2}}')
    const secrets = propertiesOf<{ Name?: string; ReplicaRegions?: object[] }>(far.data, 'AWS::SecretsManager::Secret')
    expect(secrets.find(({ Name }) => Name === 'redress-test-origin')?.ReplicaRegions).toEqual([
      { Region: 'us-east-1' },
    ])
  })

  it('throttles every public route below the rest', () => {
    type Settings = {
      DefaultRouteSettings: { ThrottlingRateLimit: number }
      RouteSettings: Record<string, { ThrottlingRateLimit: number }>
    }
    const [stage] = propertiesOf<Settings>(api, 'AWS::ApiGatewayV2::Stage')
    const rates = Object.values(stage?.RouteSettings ?? {}).map((each) => each.ThrottlingRateLimit)
    expect(Math.max(...rates)).toBeLessThan(stage?.DefaultRouteSettings.ThrottlingRateLimit ?? 0)
    expect(Object.keys(stage?.RouteSettings ?? {}).every((key) => gateway.get(key)?.AuthorizationType === 'NONE')).toBe(
      true,
    )
  })

  it('names an address of its own when another function serves it', () => {
    const route = (path: string, lambda: string): Route => ({
      ...{ method: 'GET', path, lambda, operation: 'x', auth: 'user', allow: ['admin'] },
    })
    const routeList = gatewayRoutesOf([route('/api/a', 'one'), route('/api/a/{id}', 'one'), route('/api/a/b', 'two')])
    expect(routeList.map(({ method, path, lambda }) => `${method} ${path} ${lambda}`)).toEqual([
      'ANY /api/a one',
      'ANY /api/a/{proxy+} one',
      'GET /api/a/b two',
      'HEAD /api/a/b two',
    ])
  })
})
