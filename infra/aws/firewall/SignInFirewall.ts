import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { Firewall } from './Firewall.ts'
import { signInRules } from './signInRules.ts'

/** The firewall before the user pool, which browsers call by its own address and not through CloudFront. */
export class SignInFirewall extends Construct {
  readonly metricName: string

  constructor(scope: Construct, id: string, stage: string, pool: IUserPool, logKey: IKey) {
    super(scope, id)
    const name = `redress-${stage}-sign-in`
    const { arn, metricName } = new Firewall(this, 'Firewall', {
      ...{ name, scope: 'REGIONAL', rules: signInRules, logKey },
    })
    this.metricName = metricName
    new CfnWebACLAssociation(this, 'Association', { resourceArn: pool.userPoolArn, webAclArn: arn })
  }
}
