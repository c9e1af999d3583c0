import { Stack } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { Log } from '../Log.ts'

/**
 * The logged fields of a request at the edge. The caller's network address and the path, which may hold a survey's token,
 * are not among them: CloudFront's older logs cannot omit these, this delivery can.
 */
export const siteLogFields = [
  'date',
  'time',
  'x-edge-request-id',
  'x-edge-location',
  'cs-method',
  'cs-protocol',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'time-to-first-byte',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'ssl-protocol',
  'ssl-cipher',
] as const

/** The access log of the site, field by field. */
export class SiteLog extends Construct {
  constructor(scope: Construct, id: string, stage: string, distribution: Distribution, logKey: IKey) {
    super(scope, id)
    const log = new Log(this, 'Log', logKey, `/aws/vendedlogs/redress/${stage}/site`)
    const source = new CfnDeliverySource(this, 'Source', {
      name: `redress-${stage}-site`,
      logType: 'ACCESS_LOGS',
      resourceArn: Stack.of(this).formatArn({
        service: 'cloudfront',
        region: '',
        resource: 'distribution',
        resourceName: distribution.distributionId,
      }),
    })
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: `redress-${stage}-site`,
      destinationResourceArn: log.logGroupArn,
      outputFormat: 'json',
    })
    new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...siteLogFields],
    })
  }
}
