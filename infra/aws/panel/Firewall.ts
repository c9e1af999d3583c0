import { ArnFormat } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { Log } from '../Log.ts'

/** Requests per network address in five minutes: a whole hospital may share one, with the patients on its Wi-Fi. */
const limits = { all: 30_000, surveyPage: 1_000 }

/** Metrics without samples of requests, because the address of a survey is its permission. */
const visibility = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
})

/** A rule group of AWS; the rules in `counted` only count. */
const managed = (name: string, counted: readonly string[] = []) => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
})

const onSurveyPage = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: '/s/',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
}

const rated = (name: string, limit: number, scopeDownStatement?: object) => ({
  name,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300, scopeDownStatement } },
})

/**
 * Rules that would refuse valid requests: pasted ranges exceed 8 KiB and lists of ids 2 KiB, and a patient's text may look
 * like an attack. The functions limit and validate all of these themselves.
 */
const tooStrict = [
  'SizeRestrictions_BODY',
  'SizeRestrictions_QUERYSTRING',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
]

const rules = [
  rated('SurveyPageRate', limits.surveyPage, onSurveyPage),
  rated('Rate', limits.all),
  managed('AWSManagedRulesAmazonIpReputationList'),
  managed('AWSManagedRulesKnownBadInputsRuleSet'),
  managed('AWSManagedRulesCommonRuleSet', tooStrict),
]

/** The web application firewall in front of the panel and the API. */
export class Firewall extends Construct {
  readonly arn: string

  constructor(scope: Construct, id: string, stage: string, logKey: IKey) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(`redress-${stage}`),
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
    })
    this.arn = acl.attrArn
    // The name must begin with aws-waf-logs-; only refusals are logged, without path, query or credentials.
    const log = new Log(this, 'Log', logKey, `aws-waf-logs-redress-${stage}`)
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
