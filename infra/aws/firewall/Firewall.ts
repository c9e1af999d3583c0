import { ArnFormat } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { Log } from '../Log.ts'
import type { FirewallRule } from './rules.ts'

export interface FirewallProps {
  /** Name of its metrics and of its log: letters, digits and hyphens. */
  readonly name: string
  readonly scope: 'CLOUDFRONT' | 'REGIONAL'
  readonly rules: readonly FirewallRule[]
  /** Bodies of refusals by name. */
  readonly answers?: Readonly<Record<string, CfnWebACL.CustomResponseBodyProperty>>
  readonly logKey: IKey
}

/** Metrics without samples of requests, because the address of a survey is its permission. */
const visibility = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
})

/** A web application firewall with a log of what it refused. */
export class Firewall extends Construct {
  readonly arn: string
  /** The name by which its metrics are found. */
  readonly metricName: string

  constructor(scope: Construct, id: string, { name, scope: where, rules, answers, logKey }: FirewallProps) {
    super(scope, id)
    this.metricName = name
    const acl = new CfnWebACL(this, 'Acl', {
      scope: where,
      defaultAction: { allow: {} },
      visibilityConfig: visibility(name),
      customResponseBodies: answers,
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
    })
    this.arn = acl.attrArn
    // The name must begin with aws-waf-logs-; only refusals are logged, without path, query or credentials.
    const log = new Log(this, 'Log', logKey, `aws-waf-logs-${name}`)
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        acl.stack.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
    })
  }
}
