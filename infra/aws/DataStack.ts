import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { ApiEndpoint } from './data/ApiEndpoint.ts'
import { AuditAnchors } from './data/AuditAnchors.ts'
import { AuditKey } from './data/AuditKey.ts'
import { BackupRole, Backups } from './data/Backups.ts'
import { DataKey } from './data/DataKey.ts'
import { FilesBucket } from './data/FilesBucket.ts'
import { Identity } from './data/Identity.ts'
import { MalwareScan } from './data/MalwareScan.ts'
import { RecordsTable } from './data/RecordsTable.ts'
import { SecretStore } from './data/SecretStore.ts'
import { SnapshotBucket } from './data/SnapshotBucket.ts'
import { TableLayout } from './data/TableLayout.ts'
import type { Deployment } from './deployment.ts'

/** Everything that must survive a deployment: records, files, users, secrets, their key, and the API's address. */
export class DataStack extends Stack {
  readonly dataKey: DataKey
  readonly table: RecordsTable
  readonly files: FilesBucket
  readonly snapshots: SnapshotBucket
  readonly identity: Identity
  readonly secrets: SecretStore
  readonly auditKey: AuditKey
  readonly anchors: AuditAnchors
  readonly endpoint: ApiEndpoint

  constructor(scope: Construct, id: string, deployment: Deployment, bundles: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true, description: 'Redress: records, files and people' })
    this.dataKey = new DataKey(this, 'DataKey', deployment.stage)
    const { key } = this.dataKey
    this.table = new RecordsTable(this, 'Records', key, deployment.restoredTable)
    this.table.node.addDependency(new TableLayout(this, 'Layout'))
    this.files = new FilesBucket(this, 'Files', key, deployment.domain)
    const backupRole = new BackupRole(this, 'BackupRole')
    if (deployment.scansFiles) new MalwareScan(this, 'MalwareScan', this.files.bucket, key, backupRole)
    this.snapshots = new SnapshotBucket(this, 'Snapshots', key, this.files.accessLogs)
    this.identity = new Identity(this, 'Identity', bundles, deployment.needsSecondFactor)
    this.secrets = new SecretStore(this, 'Secrets', key, deployment)
    this.auditKey = new AuditKey(this, 'AuditKey', deployment.stage, deployment.auditKeys)
    this.anchors = new AuditAnchors(this, 'AuditAnchors', deployment.anchorDays, this.files.accessLogs)
    this.endpoint = new ApiEndpoint(this, 'Endpoint')
    new Backups(this, 'Backups', deployment, key, backupRole, [this.table.arn, this.files.bucket.bucketArn])
    new CfnOutput(this, 'TableName', { value: this.table.name })
    new CfnOutput(this, 'FilesBucketName', { value: this.files.bucket.bucketName })
    new CfnOutput(this, 'AuditKeyId', { value: this.auditKey.arns })
    new CfnOutput(this, 'AuditAnchorsName', { value: this.anchors.bucket.bucketName })
    new CfnOutput(this, 'ApiUrl', { value: this.endpoint.api.apiEndpoint })
    new CfnOutput(this, 'UserPoolId', { value: this.identity.pool.userPoolId })
    new CfnOutput(this, 'UserPoolClientId', { value: this.identity.client.userPoolClientId })
  }
}
