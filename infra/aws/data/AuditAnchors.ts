import { Duration } from 'aws-cdk-lib'
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { PrivateBucket } from '../PrivateBucket.ts'

/**
 * The anchors of history: which entry of each record was the newest on a day. For some days after it was written nobody can
 * change or remove one, not even the owner of the account.
 */
export class AuditAnchors extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, days: number, accessLogs: Bucket) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(days)),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'audit-anchors/',
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    })
    accept(this.bucket, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'Anchors hold ids, numbers and hashes alone, and whoever audits must read them without the key of the data.',
      'HIPAA.Security-S3BucketReplicationEnabled':
        'Nobody can remove an anchor here; a copy in a second region is a choice of residency the hospital makes.',
    })
  }
}
