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
import { EmulatorProblem } from './steps.ts'

/** The deployed user pool, with the rights of an administrator of the account. */
export class EmulatorPool {
  private readonly client: CognitoIdentityProviderClient
  private readonly id: string
  private readonly clientId: string

  constructor({ endpoint, authority, env }: EmulatorRun, { UserPoolId, UserPoolClientId }: Outputs) {
    if (!UserPoolId || !UserPoolClientId) throw new EmulatorProblem('The data stack names no user pool.')
    this.id = UserPoolId
    this.clientId = UserPoolClientId
    this.client = new CognitoIdentityProviderClient({
      endpoint,
      region: env.AWS_REGION,
      credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' },
      requestHandler: { httpsAgent: { ca: readFileSync(authority) } },
    })
  }

  /** True when the user may sign in and has these roles, else undefined. */
  async hasRoles(email: string, roles: readonly string[]): Promise<true | undefined> {
    const key = { UserPoolId: this.id, Username: email }
    const listed = await this.client.send(new AdminListGroupsForUserCommand(key)).catch((error) => {
      if (error instanceof UserNotFoundException) return undefined
      throw error
    })
    const groups = new Set(listed?.Groups?.map((group) => group.GroupName))
    return roles.every((role) => groups.has(role)) ? true : undefined
  }

  /** Sets a permanent password, so that nobody has to read an invitation. */
  async setPassword(email: string, password: string): Promise<void> {
    const set = { UserPoolId: this.id, Username: email, Password: password, Permanent: true }
    await this.client.send(new AdminSetUserPasswordCommand(set))
  }

  /** Signs a user in; returns the token for the API. */
  async signIn(email: string, password: string): Promise<string> {
    const { AuthenticationResult: result } = await this.client.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: this.clientId,
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    )
    if (!result?.IdToken) throw new EmulatorProblem(`${email} could not sign in.`)
    return result.IdToken
  }
}
