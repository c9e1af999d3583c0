import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { ApiStack } from './ApiStack.ts'
import type { DataStack } from './DataStack.ts'
import type { Deployment } from './deployment.ts'
import { OperationsKey } from './OperationsKey.ts'
import { Firewall } from './panel/Firewall.ts'
import { PanelBucket } from './panel/PanelBucket.ts'
import { PanelFiles } from './panel/PanelFiles.ts'
import { PanelSite } from './panel/PanelSite.ts'
import { SiteLog } from './panel/SiteLog.ts'

export interface PanelStackProps extends StackProps {
  readonly deployment: Deployment
  readonly data: DataStack
  readonly api: ApiStack
  /** Folder with the built panel. */
  readonly panel: string
}

/** The panel's files and the one address for browsers. */
export class PanelStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, api, panel, ...props }: PanelStackProps) {
    super(scope, id, { ...props, description: 'Redress: panel and address' })
    const { stage, domain, hasFirewall } = deployment
    const { key } = new OperationsKey(this, 'OperationsKey', stage)
    const { bucket } = new PanelBucket(this, 'Panel')
    const { pool, client } = data.identity
    const { distribution } = new PanelSite(this, 'Site', {
      deployment,
      panel: bucket,
      apiHost: api.gateway.host,
      allowedOrigins: {
        cognito: `https://cognito-idp.${data.region}.amazonaws.com`,
        files: `https://${data.files.bucket.bucketRegionalDomainName}`,
      },
      firewallArn: hasFirewall ? new Firewall(this, 'Firewall', stage, key).arn : undefined,
    })
    new SiteLog(this, 'SiteLog', stage, distribution, key)
    const config = {
      apiUrl: '/api',
      region: data.region,
      userPoolId: pool.userPoolId,
      userPoolClientId: client.userPoolClientId,
    }
    new PanelFiles(this, 'Files', bucket, panel, config, key)
    new CfnOutput(this, 'Url', { value: `https://${domain ?? distribution.distributionDomainName}` })
    new CfnOutput(this, 'DistributionAddress', { value: distribution.distributionDomainName })
  }
}
