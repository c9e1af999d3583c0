import { join } from 'node:path'
import { ManagedPolicy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ApplicationLogLevel,
  Architecture,
  Function as CdkFunction,
  Code,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { Log } from '../Log.ts'
import type { LambdaSettings } from './lambdaSettings.ts'
import { sendTo, writeLog } from './rights.ts'

export interface LambdaFunctionProps {
  readonly stage: string
  readonly settings: LambdaSettings
  /** Folder with a folder per function, each holding its bundle. */
  readonly bundles: string
  readonly environment: Readonly<Record<string, string>>
  readonly rights: readonly PolicyStatement[]
  readonly logKey: IKey
  /** The queue of events that could not be handled; only for functions whose callers do not wait. */
  readonly deadLetters?: IQueue
}

/** One Lambda with its log and its own role, which has the rights of its settings and no others. */
export class LambdaFunction extends Construct {
  readonly handler: CdkFunction
  readonly log: Log
  readonly settings: LambdaSettings

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id)
    const { settings, deadLetters } = props
    this.settings = settings
    this.log = new Log(this, 'Log', props.logKey, `/redress/${props.stage}/${settings.name}`)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const policy = new ManagedPolicy(this, 'Rights', {
      roles: [role],
      statements: [
        ...props.rights,
        writeLog(this.log.logGroupArn),
        ...(deadLetters ? [sendTo(deadLetters.queueArn)] : []),
      ],
    })
    this.handler = new CdkFunction(this, 'Function', {
      description: `Redress ${settings.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(props.bundles, settings.name)),
      timeout: settings.timeout,
      memorySize: settings.memory,
      ephemeralStorageSize: settings.storage,
      reservedConcurrentExecutions: settings.reservedConcurrency,
      environment: { ...props.environment },
      role: role.withoutPolicyUpdates(),
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      deadLetterQueue: deadLetters,
      // The next sweep or tick comes within minutes, so retries would only queue behind it.
      retryAttempts: deadLetters ? 0 : undefined,
    })
    this.handler.node.addDependency(policy)
    accept(this.handler, {
      'HIPAA.Security-LambdaInsideVPC':
        'It reaches only AWS services, by TLS and signed requests; a VPC would add a NAT gateway and a way in, no barrier.',
      ...(deadLetters === undefined && {
        'HIPAA.Security-LambdaDLQ': 'It is only called by callers that wait for the answer and see the failure.',
      }),
      ...(settings.reservedConcurrency === undefined && {
        'HIPAA.Security-LambdaConcurrency':
          'The gateway throttles requests and every tick is one call; a reservation here would take room from other functions.',
      }),
    })
  }
}
