import type { Node } from 'constructs'

/** The settings of one deployment, from CDK context; everything else is the same in every stage. */
export interface Deployment {
  /** Names the stacks and everything in them: `dev`, `prod`. */
  readonly stage: string
  /** The region of records, files and functions. */
  readonly region: string
  /** The panel's own address; CloudFront's is used when absent. */
  readonly domain?: string
  /** The certificate of `domain`, in us-east-1. */
  readonly certificateArn?: string
  /** The sender of mail, an address of an identity verified in SES. */
  readonly mailFrom: string
  /** The recipient of alarms. */
  readonly alarmMail?: string
  /** Whether a web application firewall protects the panel and the API. */
  readonly hasFirewall: boolean
  /** Whether GuardDuty scans files for malware before anybody opens them. */
  readonly scansFiles: boolean
}

/** The only region CloudFront takes its certificate, its firewall and its log delivery from. */
export const edgeRegion = 'us-east-1'

/** Reads the deployment from context; throws with a sentence when a value is missing or wrong. */
export function deploymentOf(node: Node): Deployment {
  const text = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name)
    return value === undefined || value === '' ? undefined : String(value)
  }
  const stage = text('stage') ?? 'dev'
  if (!/^[a-z][a-z0-9]{0,15}$/.test(stage))
    throw new Error(`The stage "${stage}" must be 1 to 16 lower-case letters and digits and start with a letter.`)
  const domain = text('domain')
  const certificateArn = text('certificateArn')
  if ((domain === undefined) !== (certificateArn === undefined))
    throw new Error('Give domain and certificateArn together: CloudFront serves a domain only with its certificate.')
  if (certificateArn && !certificateArn.startsWith(`arn:aws:acm:${edgeRegion}:`))
    throw new Error(`The certificate must be one of ACM in ${edgeRegion}; CloudFront takes no other.`)
  return {
    stage,
    region: text('region') ?? edgeRegion,
    domain,
    certificateArn,
    mailFrom: text('mailFrom') ?? `redress@${domain ?? 'example.com'}`,
    alarmMail: text('alarmMail'),
    hasFirewall: text('firewall') !== 'off',
    scansFiles: text('malwareScan') === 'on',
  }
}
