import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'

/** Where other buckets write who reached them; kept 400 days. */
export class LogsBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    accept(this.bucket, {
      'AwsSolutions-S1': 'This bucket takes the access logs; logging its own access would feed itself.',
      'HIPAA.Security-S3BucketLoggingEnabled':
        'This bucket takes the access logs; logging its own access would feed itself.',
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'S3 delivers access logs only to buckets under its own keys (SSE-S3), not under a customer key.',
      'HIPAA.Security-S3BucketReplicationEnabled': 'Access logs are evidence of use, not records; they are not copied.',
    })
  }
}
