import { describe, expect, it } from 'vitest'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

interface UserPoolJson {
  readonly MfaConfiguration: string
  readonly LambdaConfig?: { readonly PreTokenGeneration: { 'Fn::GetAtt': [string, string] } }
}
const poolIn = (template: typeof deployed.data) => propertiesOf<UserPoolJson>(template, 'AWS::Cognito::UserPool')[0]

describe('a second factor', () => {
  it('decides over every token, by a function that may look at people and nothing else', () => {
    const id = poolIn(deployed.data)?.LambdaConfig?.PreTokenGeneration['Fn::GetAtt'][0] ?? ''
    expect(deployed.data.Resources[id]).toMatchObject({ Type: 'AWS::Lambda::Function', Properties: { Timeout: 5 } })
    expect(poolIn(deployed.data)?.MfaConfiguration).toBe('OPTIONAL')
    const policies = propertiesOf<{ PolicyDocument: { Statement: object[] } }>(deployed.data, 'AWS::IAM::ManagedPolicy')
    const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    expect(statements.filter((each) => JSON.stringify(each).includes('cognito-idp'))).toMatchObject([
      { Action: 'cognito-idp:AdminGetUser', Effect: 'Allow' },
    ])
    const permissions = ofType(deployed.data, 'AWS::Lambda::Permission').map(([, each]) =>
      JSON.stringify(each.Properties),
    )
    expect(permissions.filter((each) => each.includes('cognito-idp.amazonaws.com'))).toHaveLength(1)
  })

  it('can be left out, which is said', () => {
    const off = synthesize({ stage: 'test', secondFactor: 'off' })
    expect(poolIn(off.data)?.LambdaConfig).toBeUndefined()
    expect(off.warnings.join()).toContain('second factor')
    expect(deployed.warnings.join()).not.toContain('second factor')
  })
})
