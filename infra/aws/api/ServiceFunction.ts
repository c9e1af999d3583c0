import { join } from 'node:path'
import { ManagedPolicy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { Log } from '../Log.ts'
import type { Duty } from './duties.ts'
import { sendTo, writeLog } from './rights.ts'

export interface ServiceFunctionProps {
  readonly stage: string
  readonly duty: Duty
  /** Folder with a folder per function, each holding its bundle. */
  readonly bundles: string
  readonly environment: Readonly<Record<string, string>>
  readonly rights: readonly PolicyStatement[]
  readonly logKey: IKey
  /** Where an event goes that could not be handled; only for functions that are called without waiting. */
  readonly deadLetters?: IQueue
}

/** One Lambda with its log and a role of its own that may do what its duty asks and nothing else. */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction
  readonly log: Log
  readonly duty: Duty

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    const { duty, deadLetters } = props
    this.duty = duty
    this.log = new Log(this, 'Log', props.logKey, `/redress/${props.stage}/${duty.name}`)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const policy = new ManagedPolicy(this, 'Rights', {
      roles: [role],
      statements: [
        ...props.rights,
        writeLog(this.log.logGroupArn),
        ...(deadLetters ? [sendTo(deadLetters.queueArn)] : []),
      ],
    })
    this.handler = new LambdaFunction(this, 'Function', {
      description: `Redress ${duty.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(props.bundles, duty.name)),
      timeout: duty.timeout,
      memorySize: duty.memory,
      reservedConcurrentExecutions: duty.reserved,
      environment: { ...props.environment },
      role: role.withoutPolicyUpdates(),
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      deadLetterQueue: deadLetters,
      // A sweep or a tick comes again by itself within minutes; retries would only pile up behind it.
      retryAttempts: deadLetters ? 0 : undefined,
    })
    this.handler.node.addDependency(policy)
    accept(this.handler, {
      'HIPAA.Security-LambdaInsideVPC':
        'It reaches only AWS services, by TLS and signed requests; a VPC would add a NAT gateway and a way in, no barrier.',
      ...(deadLetters === undefined && {
        'HIPAA.Security-LambdaDLQ': 'It is only called by callers that wait for the answer and see the failure.',
      }),
      ...(duty.reserved === undefined && {
        'HIPAA.Security-LambdaConcurrency':
          'The gateway throttles requests and every tick is one call; a reservation here would take room from other functions.',
      }),
    })
  }
}
