import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { passwordPolicy } from '#infra/passwordPolicy.ts'
import { roles } from '#shared/declaration/roles.ts'
import { accept } from '../accept.ts'
import { TokenGuard } from './TokenGuard.ts'

/** The user pool, a group for each role, and the panel's client. */
export class Identity extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  /** What takes roles out of tokens; undefined where no role needs a second factor. */
  readonly guard?: TokenGuard

  constructor(scope: Construct, id: string, bundles: string, needsSecondFactor: boolean) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      signInAliases: { email: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { ...passwordPolicy, tempPasswordValidity: Duration.days(3) },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    accept(this.pool, {
      'AwsSolutions-COG2':
        'It is asked of the roles that see every site or approve money; front desks share workplaces without phones.',
    })
    this.guard = needsSecondFactor ? new TokenGuard(this, 'TokenGuard', this.pool, bundles) : undefined
    for (const role of roles)
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: this.pool.userPoolId, groupName: role })
    this.client = this.pool.addClient('Panel', {
      generateSecret: false,
      authFlows: { userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    })
  }
}
