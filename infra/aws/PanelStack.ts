import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Alarms } from './alarms/Alarms.ts'
import { CostWatch } from './alarms/CostWatch.ts'
import { OperationsTopic } from './alarms/OperationsTopic.ts'
import { watchSite } from './alarms/siteAlarms.ts'
import type { DataStack } from './DataStack.ts'
import type { Deployment } from './deployment.ts'
import { Firewall } from './firewall/Firewall.ts'
import { siteAnswers, siteRules } from './firewall/siteRules.ts'
import { OperationsKey } from './OperationsKey.ts'
import { PanelBucket } from './panel/PanelBucket.ts'
import { PanelFiles } from './panel/PanelFiles.ts'
import { PanelSite } from './panel/PanelSite.ts'
import { SiteLog } from './panel/SiteLog.ts'

export interface PanelStackProps extends StackProps {
  readonly deployment: Deployment
  readonly data: DataStack
  /** Folder with the built panel. */
  readonly panel: string
}

/** The panel's files and the one address for browsers. */
export class PanelStack extends Stack {
  /** The product's address for patients and staff, without a slash at the end. */
  readonly url: string

  constructor(scope: Construct, id: string, { deployment, data, panel, ...props }: PanelStackProps) {
    super(scope, id, { ...props, description: 'Redress: panel and address' })
    const { stage, domain, hasFirewall, alarmMail } = deployment
    const { key } = new OperationsKey(this, 'OperationsKey', stage)
    const { bucket } = new PanelBucket(this, 'Panel')
    const { pool, client } = data.identity
    const firewall = hasFirewall
      ? new Firewall(this, 'Firewall', {
          ...{ name: `redress-${stage}`, scope: 'CLOUDFRONT', rules: siteRules, answers: siteAnswers, logKey: key },
        })
      : undefined
    const { distribution } = new PanelSite(this, 'Site', {
      deployment,
      panel: bucket,
      apiHost: data.endpoint.host,
      allowedOrigins: {
        cognito: `https://cognito-idp.${data.region}.amazonaws.com`,
        files: `https://${data.files.bucket.bucketRegionalDomainName}`,
      },
      firewallArn: firewall?.arn,
    })
    new SiteLog(this, 'SiteLog', stage, distribution, key)
    // Alarms of this region need a topic of this region, which asks for a confirmation of its own.
    const { action } = new OperationsTopic(this, 'Operations', key, alarmMail)
    watchSite(new Alarms(this, 'Alarms', stage, action), distribution.distributionId, firewall?.metricName)
    new CostWatch(this, 'Costs', deployment)
    const config = {
      apiUrl: '/api',
      region: data.region,
      userPoolId: pool.userPoolId,
      userPoolClientId: client.userPoolClientId,
    }
    new PanelFiles(this, 'Files', bucket, panel, config, key)
    this.url = `https://${domain ?? distribution.distributionDomainName}`
    new CfnOutput(this, 'Url', { value: this.url })
    new CfnOutput(this, 'DistributionAddress', { value: distribution.distributionDomainName })
  }
}
