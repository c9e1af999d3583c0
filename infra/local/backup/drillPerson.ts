import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { startIdentity } from '#infra/local/services/identity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { expectThat } from './drillSteps.ts'

/** A person of a copied folder, with a password that the drill has set there. */
export interface DrillPerson {
  readonly email: string
  readonly password: string
}

const isOpen = ({ Enabled }: { Enabled?: boolean }) => Enabled !== false

/**
 * Gives an administrator of a copied folder another password, since nobody's own is known. It must never be called with the
 * folder in use.
 */
export async function openToDrill(copy: string): Promise<DrillPerson> {
  const password = `Drill-${randomBytes(12).toString('base64url')}-1a`
  const identity = await startIdentity(join(copy, 'identity'), roles, () => {})
  try {
    const { endpoint, userPoolId: UserPoolId } = identity
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    const client = new CognitoIdentityProviderClient({ endpoint, region: 'eu-west-1', credentials })
    const { Users = [] } = await client.send(new ListUsersInGroupCommand({ UserPoolId, GroupName: 'admin' }))
    const { Username, Attributes = [] } = Users.find(isOpen) ?? {}
    const email = Attributes.find(({ Name }) => Name === 'email')?.Value
    expectThat(Username !== undefined && email !== undefined, 'There is no administrator among the people of the copy.')
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }))
    return { email, password }
  } finally {
    await identity.stop()
  }
}

/** Signs a person in at a product as the panel does; the token. */
export async function signInAt(url: string, { email, password }: DrillPerson): Promise<string> {
  const config = await (await fetch(`${url}/config.json`)).json()
  const answer = await fetch(new URL(config.cognitoEndpoint, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      ClientId: config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  })
  const token = (await answer.json()).AuthenticationResult?.IdToken
  expectThat(typeof token === 'string', `The sign-in answered ${answer.status}.`)
  return token
}
