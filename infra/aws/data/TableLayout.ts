import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CustomResource, Duration } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as CdkFunction, Code, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { transformSync } from 'esbuild'
import { tableLayout } from '#functions/platform/store/table.ts'
import { accept } from '../accept.ts'

/** The handler as CloudFormation takes it: one file without imports, in at most 4 KiB of the template. */
const source = transformSync(readFileSync(join(import.meta.dirname, 'layoutHandler.ts'), 'utf8'), {
  ...{ loader: 'ts', format: 'cjs', target: 'node20', minifyWhitespace: true, minifySyntax: true },
}).code

/**
 * The number of the table's layout as the stack was created with. An update to another number fails here, before the
 * table, which depends on it, and before every function, since items of one layout cannot be read by the code of another.
 */
export class TableLayout extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id)
    const guard = new CdkFunction(this, 'Guard', {
      description: 'Redress: refuses an update to another layout of the table',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromInline(source),
      timeout: Duration.seconds(30),
      // It reads and writes nothing, not even a log.
      role: new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
    })
    const reason = 'CloudFormation alone calls it, during a deployment, and sees that it fails.'
    accept(guard, {
      'HIPAA.Security-LambdaInsideVPC':
        'It answers CloudFormation and reaches nothing else, so a VPC would guard nothing.',
      'HIPAA.Security-LambdaDLQ': reason,
      'HIPAA.Security-LambdaConcurrency': reason,
    })
    new CustomResource(this, 'Number', {
      serviceToken: guard.functionArn,
      resourceType: 'Custom::TableLayout',
      properties: { layout: tableLayout },
      serviceTimeout: Duration.minutes(3),
    })
  }
}
