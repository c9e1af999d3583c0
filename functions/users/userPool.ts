import { env } from '#functions/platform/aws/env.ts'
import { askService, serviceUrl } from '#functions/platform/aws/service.ts'

/** One call of Amazon Cognito's user pools; throws `ServiceFault` when it is refused. */
export const callPool = (
  call: string,
  body: Readonly<Record<string, unknown>>,
  poolId = env.userPoolId,
): Promise<Record<string, unknown>> =>
  askService(
    'cognito-idp',
    `${env.endpoint('COGNITO') || serviceUrl('cognito-idp')}/`,
    JSON.stringify({ UserPoolId: poolId, ...body }),
    { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSCognitoIdentityProviderService.${call}` },
  )
