import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { panelRoutes } from '#infra/aws/panel/panelRoutes.ts'
import { deployed, propertiesOf } from './synthesized.ts'

interface Behavior {
  readonly PathPattern: string
  readonly TargetOriginId: string
  readonly CachePolicyId: string
  readonly FunctionAssociations?: object[]
}
interface Distribution {
  readonly DistributionConfig: {
    readonly CacheBehaviors: Behavior[]
    readonly DefaultCacheBehavior: Omit<Behavior, 'PathPattern'>
    readonly CustomErrorResponses?: object[]
    readonly WebACLId?: unknown
  }
}

const { panel } = deployed
const [distribution] = propertiesOf<Distribution>(panel, 'AWS::CloudFront::Distribution')
const config = distribution?.DistributionConfig
const rewrite = (uri: string): string =>
  runInNewContext(`${panelRoutes}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`)

describe('one address', () => {
  it('routes to the functions for the API and surveys, to the bucket for the rest', () => {
    const origins = config?.CacheBehaviors.map(({ PathPattern, TargetOriginId }) => [PathPattern, TargetOriginId])
    expect(origins).toEqual([
      ['/config.json', 'panel'],
      ['/api/*', 'functions'],
      ['/s/*', 'functions'],
    ])
    expect(config?.DefaultCacheBehavior.TargetOriginId).toBe('panel')
  })

  it('caches no answer of the functions', () => {
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
    const policies = config?.CacheBehaviors.map(({ CachePolicyId }) => CachePolicyId)
    expect(new Set(policies)).toEqual(new Set([cachingDisabled]))
  })

  it.each([
    ['/', '/index.html'],
    ['/cases/case_01J/show', '/index.html'],
    ['/assets/index-abc123.js', '/assets/index-abc123.js'],
    ['/favicon.svg', '/favicon.svg'],
  ])('returns the panel for %s', (uri, file) => {
    expect(rewrite(uri)).toBe(file)
  })

  it('does not change the refusals of the API', () => {
    expect(config?.CustomErrorResponses).toBeUndefined()
    expect(config?.CacheBehaviors.filter(({ FunctionAssociations }) => FunctionAssociations)).toEqual([])
    expect(config?.DefaultCacheBehavior.FunctionAssociations).toHaveLength(1)
  })

  it('logs neither path nor caller', () => {
    const [delivery] = propertiesOf<{ RecordFields: string[] }>(panel, 'AWS::Logs::Delivery')
    expect(delivery?.RecordFields).toContain('sc-status')
    expect(delivery?.RecordFields.filter((name) => /^c-|uri|cookie|referer|agent|forwarded|host/i.test(name))).toEqual(
      [],
    )
    expect(JSON.stringify(config)).not.toContain('"Logging"')
  })

  it('is behind the firewall, which logs no paths either', () => {
    const [acl] = propertiesOf<{ Rules: { VisibilityConfig: object }[] }>(panel, 'AWS::WAFv2::WebACL')
    expect(config?.WebACLId).toBeDefined()
    expect(acl?.Rules.map(({ VisibilityConfig }) => VisibilityConfig)).toEqual(
      acl?.Rules.map(() => expect.objectContaining({ SampledRequestsEnabled: false })),
    )
    const [logging] = propertiesOf<{ RedactedFields: object[] }>(panel, 'AWS::WAFv2::LoggingConfiguration')
    expect(logging?.RedactedFields).toEqual(expect.arrayContaining([{ UriPath: {} }, { QueryString: {} }]))
  })

  it('limits what the pages may load', () => {
    const policies = JSON.stringify(propertiesOf(panel, 'AWS::CloudFront::ResponseHeadersPolicy'))
    for (const word of ["script-src 'self';", "frame-ancestors 'none'", "object-src 'none'", 'no-referrer', '63072000'])
      expect(policies).toContain(word)
  })
})
