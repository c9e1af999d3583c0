import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

/** The topic of all alarms and its subscribers. */
export class OperationsTopic extends Construct {
  readonly topic: Topic
  readonly action: IAlarmAction

  constructor(scope: Construct, id: string, key: IKey, alarmMail: string | undefined) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Redress alarms', masterKey: key, enforceSSL: true })
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.topic.stack.account } },
      }),
    )
    if (alarmMail) this.topic.addSubscription(new EmailSubscription(alarmMail))
    this.action = new SnsAction(this.topic)
  }
}
