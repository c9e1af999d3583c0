import { Rule } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { runbookAt } from './Alarms.ts'

/** Calls after which nothing that a key encrypts can be read. */
const dangerous = ['DisableKey', 'DisableKeyRotation', 'PutKeyPolicy', 'ScheduleKeyDeletion']

/**
 * Tells at once when somebody disables a key of this region, changes who may use it, or has it deleted. EventBridge hears
 * of it from CloudTrail, so the account needs a trail.
 */
export class KeyWatch extends Construct {
  constructor(scope: Construct, id: string, stage: string, topic: ITopic) {
    super(scope, id)
    new Rule(this, 'Rule', {
      ruleName: `redress-${stage}-key-endangered`,
      description: `Somebody disables a key or has it deleted. ${runbookAt('key-endangered')}`,
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventSource: ['kms.amazonaws.com'], eventName: dangerous },
      },
      targets: [new SnsTopic(topic)],
    })
  }
}
