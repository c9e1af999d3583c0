import type { Node } from 'constructs'
import { type BackupPlace, backupPlaceOf } from './backupPlace.ts'
import { type RestoredTable, restoredTableOf } from './restoredTable.ts'

/** The settings of one deployment, from CDK context; everything else is the same in every stage. */
export interface Deployment extends BackupPlace {
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
  /** The recipient of alarms; absent only in the stage `dev`. */
  readonly alarmMail?: string
  /** Whether firewalls protect the panel, the API and the sign-in. */
  readonly hasFirewall: boolean
  /** Whether GuardDuty scans files for malware before anybody opens them. */
  readonly scansFiles: boolean
  /** Whether the roles of `secondFactorRoles` count only for people with a second factor. */
  readonly needsSecondFactor: boolean
  /** The account's quota of concurrent executions in the region, which decides what can be reserved. */
  readonly concurrency: number
  /** Dollars a month after which the budget of the account warns. */
  readonly budget: number
  /** Dollars a month that text messages may cost; the account's own limit is set by a command. */
  readonly textBudget: number
  /** `new`, the ARN of the account's monitor of cost anomalies, or undefined for none. */
  readonly anomalyMonitor?: string
  /** Days for which nobody can change or remove an anchor of history. */
  readonly anchorDays: number
  /** How many keys have signed history so far; one more than before adds a key, which signs from then on. */
  readonly auditKeys: number
  /** The table that the product works on after a restore; the one of the data stack when absent. */
  readonly restoredTable?: RestoredTable
  /** Version of the origin's secret that CloudFront sends; the current one at the time of deployment when absent. */
  readonly originSecretVersion?: string
}

/** The only region CloudFront takes its certificate, its firewall and its log delivery from. */
export const edgeRegion = 'us-east-1'

/** The stage that may do without what a hospital needs. */
export const trialStage = 'dev'

/** Reads the deployment from context; throws with a sentence when a value is missing or wrong. */
export function deploymentOf(node: Node): Deployment {
  const text = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name)
    return value === undefined || value === '' ? undefined : String(value)
  }
  const amount = (name: string, usual: number): number => {
    const value = Number(text(name) ?? usual)
    if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number above nought.`)
    return value
  }
  const stage = text('stage') ?? trialStage
  if (!/^[a-z][a-z0-9]{0,15}$/.test(stage))
    throw new Error(`The stage "${stage}" must be 1 to 16 lower-case letters and digits and start with a letter.`)
  const domain = text('domain')
  const certificateArn = text('certificateArn')
  if ((domain === undefined) !== (certificateArn === undefined))
    throw new Error('Give domain and certificateArn together: CloudFront serves a domain only with its certificate.')
  if (certificateArn && !certificateArn.startsWith(`arn:aws:acm:${edgeRegion}:`))
    throw new Error(`The certificate must be one of ACM in ${edgeRegion}; CloudFront takes no other.`)
  const alarmMail = text('alarmMail')
  if (stage !== trialStage && alarmMail === undefined)
    throw new Error(`Give alarmMail: without it no alarm of the stage "${stage}" reaches anybody.`)
  const region = text('region') ?? edgeRegion
  const monitor = text('anomalyMonitor') ?? (stage === trialStage ? 'off' : 'new')
  return {
    ...{ stage, region, domain, certificateArn, alarmMail },
    mailFrom: text('mailFrom') ?? `redress@${domain ?? 'example.com'}`,
    hasFirewall: text('firewall') !== 'off',
    scansFiles: text('malwareScan') === 'on',
    needsSecondFactor: text('secondFactor') !== 'off',
    concurrency: amount('concurrency', 1000),
    budget: amount('budget', 200),
    textBudget: amount('textBudget', 50),
    anchorDays: amount('anchorDays', 400),
    auditKeys: amount('auditKeys', 1),
    anomalyMonitor: monitor === 'off' ? undefined : monitor,
    originSecretVersion: text('originSecretVersion'),
    restoredTable: restoredTableOf(region, text('table')),
    ...backupPlaceOf(stage === trialStage, region, text),
  }
}
