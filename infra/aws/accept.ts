import { CfnElement, Stack, Validations } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { IConstruct } from 'constructs'

/** Accepts findings of the rule packs on a construct and its children, each with a reason. */
export function accept(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(findings)) Validations.of(construct).acknowledge({ id, reason })
}

/** The packs' name of a right over every object of a bucket, in the bucket's own stack. */
export function objectsOf(bucket: IBucket): string {
  const resource = bucket.node.defaultChild
  if (!CfnElement.isCfnElement(resource)) throw new Error(`${bucket.node.path} is not a bucket of this app.`)
  return `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(resource)}.Arn>/*]`
}

/** The right over a bucket's objects of some pattern in another stack, where the packs see the name of the export. */
export function importedObjectsOf(bucket: IBucket, objects = '*'): string {
  const stack = Stack.of(bucket)
  const { 'Fn::ImportValue': name } = stack.resolve(stack.exportValue(bucket.bucketArn))
  return `AwsSolutions-IAM5[Resource::${name}/${objects}]`
}
