import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Duration, Stack, Validations } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { accept, objectsOf } from '../accept.ts'
import { edgeRegion } from '../deployment.ts'
import { Log } from '../Log.ts'

/** The configuration that the panel loads first. */
export interface PanelConfig {
  readonly apiUrl: string
  readonly region: string
  readonly userPoolId: string
  readonly userPoolClientId: string
}

const placeholder = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Redress</title>
<p>The panel was not built when this was deployed. Build it and deploy again.</p></html>`

/** Copies the built panel and its configuration into the bucket. */
export class PanelFiles extends Construct {
  constructor(scope: Construct, id: string, bucket: IBucket, folder: string, config: PanelConfig, logKey: IKey) {
    super(scope, id)
    const isBuilt = existsSync(join(folder, 'index.html'))
    if (!isBuilt)
      Validations.of(this).addWarning(
        'redress:panel-not-built',
        `There is no panel in ${folder}: a page that says so takes its place. Build the panel before deploying.`,
      )
    const logGroup = new Log(this, 'Log', logKey)
    const put = (name: string, sources: ISource[], cacheControl: CacheControl[], part: object) =>
      new BucketDeployment(this, name, {
        ...{ destinationBucket: bucket, sources, cacheControl, logGroup, memoryLimit: 512 },
        // A panel that is open in a browser still loads files of its own version.
        prune: false,
        ...part,
      })
    if (isBuilt)
      put('Assets', [Source.asset(folder)], [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()], {
        exclude: ['*'],
        include: ['assets/*'],
      })
    const pages = isBuilt ? Source.asset(folder) : Source.data('index.html', placeholder)
    put('Pages', [pages, Source.jsonData('config.json', config)], [CacheControl.noCache()], { exclude: ['assets/*'] })
    this.acceptFindings(bucket)
  }

  private acceptFindings(bucket: IBucket): void {
    const provider = Stack.of(this).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))
    if (!provider) return
    const reason =
      'The function of the CDK that copies the panel at deployment: its runtime and its role are the CDK’s.'
    const wildcards = [
      ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(
        (action) => `AwsSolutions-IAM5[Action::${action}]`,
      ),
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${edgeRegion}/*]`,
      objectsOf(bucket),
    ]
    accept(provider, {
      'AwsSolutions-L1': reason,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
        reason,
      'HIPAA.Security-IAMNoInlinePolicy': reason,
      ...Object.fromEntries(wildcards.map((finding) => [finding, `${reason} It reaches these two buckets only.`])),
      'HIPAA.Security-LambdaConcurrency': 'It runs once per deployment, called by CloudFormation alone.',
      'HIPAA.Security-LambdaDLQ': 'CloudFormation waits for its answer and rolls back when it fails.',
      'HIPAA.Security-LambdaInsideVPC': 'It reaches only S3, by TLS and signed requests.',
    })
  }
}
