import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'

/** One rule of a firewall, without what all rules have alike. */
export type FirewallRule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>

/** Seconds in which requests of one network address are counted; AWS looks every ten seconds or so. */
export const windowSeconds = 60

/** An answer to a refused request, by the name of its body. */
export interface RefusalAnswer {
  readonly body: string
}

/** A rule group of AWS; the rules in `counted` only count. */
export const managed = (name: string, counted: readonly string[] = []): FirewallRule => ({
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

/** That an address begins with some text. */
export const beginsWith = (searchString: string) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
})

/** That one of several conditions is met. */
export const either = (statements: readonly object[]) =>
  statements.length === 1 ? statements[0] : { orStatement: { statements } }

/** The answer 429 with its body and the time to wait. */
const tooMany = ({ body }: RefusalAnswer) => ({
  customResponse: {
    responseCode: 429,
    customResponseBodyKey: body,
    responseHeaders: [
      { name: 'Retry-After', value: String(windowSeconds) },
      { name: 'Cache-Control', value: 'no-store' },
    ],
  },
})

/** Limits the requests of one network address within the window. */
export const rated = (
  name: string,
  limit: number,
  { scope, answer }: { scope?: object; answer?: RefusalAnswer } = {},
): FirewallRule => ({
  name,
  action: { block: answer ? tooMany(answer) : {} },
  statement: {
    rateBasedStatement: {
      ...{ limit, aggregateKeyType: 'IP', evaluationWindowSec: windowSeconds },
      ...(scope && { scopeDownStatement: scope }),
    },
  },
})
