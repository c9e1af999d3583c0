import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ListGroupsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'

/** A person who may sign in; `groups` are role ids. */
export type Login = { email: string; password: string; groups: readonly string[] }

/** The pool and the panel's client in it. */
export type UserPool = {
  userPoolId: string
  userPoolClientId: string
  /** Creates the user when absent, sets the password for good, adds the groups; returns Cognito's `sub`. */
  ensureUser(login: Login): Promise<{ subject: string }>
}

const ensureUser = async (client: CognitoIdentityProviderClient, pool: string, login: Login) => {
  const key = { UserPoolId: pool, Username: login.email }
  const existing = await client.send(new AdminGetUserCommand(key)).catch((error) => {
    if (error instanceof UserNotFoundException) return undefined
    throw error
  })
  const attributes =
    existing?.UserAttributes ??
    (
      await client.send(
        new AdminCreateUserCommand({
          ...key,
          MessageAction: 'SUPPRESS',
          UserAttributes: [
            { Name: 'email', Value: login.email },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      )
    ).User?.Attributes
  await client.send(new AdminSetUserPasswordCommand({ ...key, Password: login.password, Permanent: true }))
  for (const group of login.groups) await client.send(new AdminAddUserToGroupCommand({ ...key, GroupName: group }))
  const subject = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (!subject) throw new Error('The identity provider gave a user without a subject.')
  return { subject }
}

const ensureClient = async (client: CognitoIdentityProviderClient, pool: string) => {
  const listed = await client.send(new ListUserPoolClientsCommand({ UserPoolId: pool, MaxResults: 10 }))
  const known = listed.UserPoolClients?.[0]?.ClientId
  if (known) return known
  const created = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId: pool,
      ClientName: 'panel',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
    }),
  )
  return created.UserPoolClient?.ClientId ?? ''
}

/** Finds or creates the pool, the panel's client and the groups by the same calls as on AWS. */
export const ensurePool = async (endpoint: string, groups: readonly string[]): Promise<UserPool> => {
  const client = new CognitoIdentityProviderClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const pools = await client.send(new ListUserPoolsCommand({ MaxResults: 10 }))
  const userPoolId =
    pools.UserPools?.find(({ Name }) => Name === 'redress')?.Id ??
    (
      await client.send(
        new CreateUserPoolCommand({
          PoolName: 'redress',
          UsernameAttributes: ['email'],
          AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        }),
      )
    ).UserPool?.Id ??
    ''
  const userPoolClientId = await ensureClient(client, userPoolId)
  const present = await client.send(new ListGroupsCommand({ UserPoolId: userPoolId }))
  const known = new Set(present.Groups?.map(({ GroupName }) => GroupName))
  for (const group of groups)
    if (!known.has(group)) await client.send(new CreateGroupCommand({ UserPoolId: userPoolId, GroupName: group }))
  return { userPoolId, userPoolClientId, ensureUser: (login) => ensureUser(client, userPoolId, login) }
}
