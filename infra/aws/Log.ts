import { RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** A log group under the operations key; kept for a year, since the lasting trail is the records' own history. */
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
