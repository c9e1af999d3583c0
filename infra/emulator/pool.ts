import { readFileSync } from 'node:fs'
import {
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Outputs } from './cdk.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { Trouble } from './steps.ts'

/** The deployed user pool, as an administrator of the account reaches it. */
export class EmulatorPool {
  private readonly client: CognitoIdentityProviderClient
  private readonly id: string
  private readonly clientId: string

  constructor({ endpoint, authority, env }: EmulatorRun, { UserPoolId, UserPoolClientId }: Outputs) {
    if (!UserPoolId || !UserPoolClientId) throw new Trouble('The data stack names no user pool.')
    this.id = UserPoolId
    this.clientId = UserPoolClientId
    this.client = new CognitoIdentityProviderClient({
      endpoint,
      region: env.AWS_REGION,
      credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' },
      requestHandler: { httpsAgent: { ca: readFileSync(authority) } },
    })
  }

  /** Whether somebody may sign in and holds these roles; undefined while not. */
  async holds(email: string, roles: readonly string[]): Promise<true | undefined> {
    const who = { UserPoolId: this.id, Username: email }
    const listed = await this.client.send(new AdminListGroupsForUserCommand(who)).catch((error) => {
      if (error instanceof UserNotFoundException) return undefined
      throw error
    })
    const held = new Set(listed?.Groups?.map((group) => group.GroupName))
    return roles.every((role) => held.has(role)) ? true : undefined
  }

  /** Gives somebody a password for good, so that no invitation has to be read. */
  async setPassword(email: string, password: string): Promise<void> {
    const set = { UserPoolId: this.id, Username: email, Password: password, Permanent: true }
    await this.client.send(new AdminSetUserPasswordCommand(set))
  }

  /** Signs somebody in and gives the token that the API asks for. */
  async signIn(email: string, password: string): Promise<string> {
    const { AuthenticationResult: result } = await this.client.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: this.clientId,
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    )
    if (!result?.IdToken) throw new Trouble(`${email} could not sign in.`)
    return result.IdToken
  }
}
