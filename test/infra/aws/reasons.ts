import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import type { Stacks } from '#infra/aws/stacks.ts'
import { deployed, type StackTemplates, synthesize } from './synthesized.ts'

/** What is accepted with less than a sentence of why. */
const unreasoned = ({ accepted }: Pick<StackTemplates, 'accepted'>): string[] =>
  Object.entries(accepted)
    .filter(([, reason]) => reason.split(' ').length < 6 || !reason.endsWith('.'))
    .map(([finding]) => finding)

/** What is accepted and is found neither at the construct nor in what it holds. */
const stale = ({ accepted, findings }: Pick<StackTemplates, 'accepted' | 'findings'>): string[] =>
  Object.keys(accepted).filter(
    (finding) => !findings.some((each) => each === finding || each.startsWith(`${finding}/`)),
  )

describe('a deployment', () => {
  it('is refused when a pack finds something without a reason', () => {
    const bare = ({ data }: Stacks) => void new Bucket(data, 'Bare')
    expect(() => synthesize({ stage: 'alpha' }, bare)).toThrow(/S3BucketVersioningEnabled/)
  })

  it('has a reason for every finding of the packs', () => {
    const reasons = Object.entries(deployed.accepted)
    expect(reasons.length).toBeGreaterThan(20)
    expect(unreasoned(deployed)).toEqual([])
    const bare = { ...deployed, accepted: { ...deployed.accepted, 'AwsSolutions-S1 at Redress': 'Not needed here.' } }
    expect(unreasoned(bare)).toEqual(['AwsSolutions-S1 at Redress'])
  })

  it('accepts nothing that the packs no longer find', () => {
    expect(stale(deployed)).toEqual([])
    const [first = ''] = deployed.findings
    const cured = { ...deployed, findings: deployed.findings.filter((each) => each !== first) }
    expect(stale(cured)).toHaveLength(1)
  })
})
