import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { type UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito'
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as CdkFunction, Code, type IFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'

/**
 * Takes the roles that need a second factor from the tokens of people without one. The user pool waits for it before it
 * gives a token, so nobody gets around it; without its answer nobody signs in.
 */
export class TokenGuard extends Construct {
  readonly handler: IFunction

  constructor(scope: Construct, id: string, pool: UserPool, bundles: string) {
    super(scope, id)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const handler = new CdkFunction(this, 'Function', {
      description: 'Redress: takes roles from tokens of people without a second factor',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(bundles, 'tokens')),
      // Cognito waits for five seconds.
      ...{ timeout: Duration.seconds(5), memorySize: 512 },
      // It writes no log: what it is given are names and addresses of people.
      role: role.withoutPolicyUpdates(),
    })
    // The pool refers to the function and this right to the pool, so the function cannot wait for its right.
    new ManagedPolicy(this, 'Rights', {
      roles: [role],
      statements: [new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [pool.userPoolArn] })],
    })
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION, handler)
    accept(handler, {
      'HIPAA.Security-LambdaInsideVPC':
        'It asks the user pool alone, by TLS and signed requests; a VPC would be no barrier.',
      'HIPAA.Security-LambdaDLQ': 'The user pool waits for its answer and gives no token when it fails.',
      'HIPAA.Security-LambdaConcurrency':
        'The firewall before the user pool limits its calls; a reservation here would take room from other functions.',
    })
    this.handler = handler
  }
}
