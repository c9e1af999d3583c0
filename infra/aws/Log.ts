import { RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** A log group under the operations key. It is kept for only a year, because the audit trail is the history of the records. */
export class Log extends LogGroup {
  constructor(scope: Construct, id: string, key: IKey, logGroupName?: string) {
    super(scope, id, {
      logGroupName,
      encryptionKey: key,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    })
  }
}
