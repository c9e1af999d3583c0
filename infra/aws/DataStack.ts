import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Backups } from './data/Backups.ts'
import { DataKey } from './data/DataKey.ts'
import { FilesBucket } from './data/FilesBucket.ts'
import { Identity } from './data/Identity.ts'
import { MalwareScan } from './data/MalwareScan.ts'
import { RecordsTable } from './data/RecordsTable.ts'
import { SecretStore } from './data/SecretStore.ts'
import { SnapshotBucket } from './data/SnapshotBucket.ts'
import { TableLayout } from './data/TableLayout.ts'
import type { Deployment } from './deployment.ts'

/** Everything that must survive a deployment: records, files, users, secrets and their key. */
export class DataStack extends Stack {
  readonly dataKey: DataKey
  readonly table: RecordsTable
  readonly files: FilesBucket
  readonly snapshots: SnapshotBucket
  readonly identity: Identity
  readonly secrets: SecretStore

  constructor(scope: Construct, id: string, deployment: Deployment, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true, description: 'Redress: records, files and people' })
    this.dataKey = new DataKey(this, 'DataKey', deployment.stage)
    const { key } = this.dataKey
    this.table = new RecordsTable(this, 'Records', key)
    this.table.node.addDependency(new TableLayout(this, 'Layout'))
    this.files = new FilesBucket(this, 'Files', key, deployment.domain)
    if (deployment.scansFiles) new MalwareScan(this, 'MalwareScan', this.files.bucket, key)
    this.snapshots = new SnapshotBucket(this, 'Snapshots', key, this.files.accessLogs)
    this.identity = new Identity(this, 'Identity')
    this.secrets = new SecretStore(this, 'Secrets', key)
    new Backups(this, 'Backups', deployment.stage, key, this.table.arn)
    new CfnOutput(this, 'TableName', { value: this.table.name })
    new CfnOutput(this, 'FilesBucketName', { value: this.files.bucket.bucketName })
    new CfnOutput(this, 'UserPoolId', { value: this.identity.pool.userPoolId })
    new CfnOutput(this, 'UserPoolClientId', { value: this.identity.client.userPoolClientId })
  }
}
