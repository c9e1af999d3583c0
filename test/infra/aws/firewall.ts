import { describe, expect, it } from 'vitest'
import { rates } from '#infra/aws/api/Gateway.ts'
import { nothingReserved, reservationsIn } from '#infra/aws/concurrency.ts'
import { windowSeconds } from '#infra/aws/firewall/rules.ts'
import { siteLimits } from '#infra/aws/firewall/siteRules.ts'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

interface WebAcl {
  readonly Scope: string
  readonly CustomResponseBodies?: Record<string, { Content: string; ContentType: string }>
  readonly Rules: {
    readonly Name: string
    readonly Action?: { Block?: { CustomResponse?: { ResponseCode: number; CustomResponseBodyKey: string } } }
    readonly Statement: { RateBasedStatement?: { Limit: number; ScopeDownStatement?: unknown } }
  }[]
}
const [site] = propertiesOf<WebAcl>(deployed.panel, 'AWS::WAFv2::WebACL')
const [signIn] = propertiesOf<WebAcl>(deployed.api, 'AWS::WAFv2::WebACL')
const ratedIn = (acl: WebAcl | undefined) => acl?.Rules.filter(({ Statement }) => Statement.RateBasedStatement) ?? []

describe('one network address', () => {
  it('is answered 429 with the time to wait and a small body when it asks too much', () => {
    expect(ratedIn(site).map(({ Name }) => Name)).toEqual(['SurveyPageRate', 'OpenAddressRate', 'Rate'])
    for (const { Action } of ratedIn(site)) {
      const answer = Action?.Block?.CustomResponse
      expect(answer).toMatchObject({
        ResponseCode: 429,
        ResponseHeaders: expect.arrayContaining([{ Name: 'Retry-After', Value: String(windowSeconds) }]),
      })
      const body = site?.CustomResponseBodies?.[answer?.CustomResponseBodyKey ?? '']
      expect(Buffer.byteLength(body?.Content ?? '')).toBeGreaterThan(50)
      // AWS takes 4 KB for a body.
      expect(Buffer.byteLength(body?.Content ?? '')).toBeLessThan(4096)
    }
    for (const language of ['en', 'ar', 'it', 'lv', 'zh'])
      expect(site?.CustomResponseBodies?.page?.Content).toContain(`<p lang="${language}"`)
  })

  it('cannot use up what all share, neither at once nor over time', () => {
    for (const name of ['surveyPage', 'openAddresses', 'all'] as const) {
      const limit = siteLimits[name]
      expect(limit / windowSeconds, name).toBeLessThan(rates[name].rateLimit / 4)
      if (name !== 'all') expect(limit, name).toBeLessThan(rates[name].burstLimit)
    }
  })

  it('is limited before the user pool too, which browsers call directly', () => {
    expect(signIn?.Scope).toBe('REGIONAL')
    expect(ratedIn(signIn).map(({ Statement }) => Statement.RateBasedStatement?.Limit)).toEqual([300])
    const [association] = propertiesOf<object>(deployed.api, 'AWS::WAFv2::WebACLAssociation')
    expect(JSON.stringify(association)).toContain('IdentityPool')
    const off = synthesize({ stage: 'test', firewall: 'off' })
    expect([off.api, off.panel].flatMap((each) => ofType(each, 'AWS::WAFv2::WebACL'))).toEqual([])
  })
})

describe('executions', () => {
  const reservedIn = (template: typeof deployed.api) =>
    propertiesOf<{ Description: string; ReservedConcurrentExecutions?: number }>(template, 'AWS::Lambda::Function')
      .filter((each) => each.ReservedConcurrentExecutions)
      .map((each) => [each.Description, each.ReservedConcurrentExecutions])

  it('of public functions cannot take those of the desk', () => {
    expect(reservedIn(deployed.api)).toEqual(
      expect.arrayContaining([
        ['Redress survey-page', 20],
        ['Redress openapi', 5],
        ['Redress jobs', 5],
      ]),
    )
  })

  it('are not reserved in an account that is too small for it, which is said', () => {
    const small = synthesize({ stage: 'test', concurrency: '10' })
    expect(reservedIn(small.api)).toEqual([])
    expect(small.warnings).toContain(nothingReserved(10))
    expect(deployed.warnings.join()).not.toContain('reserved')
    expect(reservationsIn(129, { a: 30 })).toEqual({})
    expect(reservationsIn(130, { a: 30 })).toEqual({ a: 30 })
  })
})
