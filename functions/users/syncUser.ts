import { env } from '#functions/platform/aws/env.ts'
import { askService, ServiceFault, serviceUrl } from '#functions/platform/aws/service.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'

/**
 * Makes the user pool agree with a user record: the sign-in made when there is none, its groups the record's roles,
 * barred when the person is not active. It looks at the record as it stands, so the order of events does not matter.
 */
export async function syncUser({ id, changed }: Event): Promise<void> {
  const stored = process.env.USER_POOL_ID ? await getRecord(id, { consistent: true }) : undefined
  if (!stored) return
  const user = recordAs(User, stored.record)
  const isAllowed = user.isActive && user.deletedAt === undefined
  const subject = user.subject ?? (isAllowed ? await join(stored, user) : undefined)
  if (!subject) return
  const { Username: username, Enabled: isEnabled } = await ask('AdminGetUser', { Username: subject })
  if (changed.includes('email') && user.subject)
    await ask('AdminUpdateUserAttributes', { Username: username, UserAttributes: attributesOf(user) })
  if (isEnabled !== isAllowed) await ask(isAllowed ? 'AdminEnableUser' : 'AdminDisableUser', { Username: username })
  const held = namesOf(await ask('AdminListGroupsForUser', { Username: username }))
  const wanted: readonly string[] = isAllowed ? user.roles : []
  for (const role of roles) {
    if (wanted.includes(role) === held.includes(role)) continue
    const call = wanted.includes(role) ? 'AdminAddUserToGroup' : 'AdminRemoveUserFromGroup'
    await ask(call, { Username: username, GroupName: role })
  }
}

/** Makes the sign-in, or finds the one made before a crash, and keeps its subject in the record. */
async function join(stored: StoredRecord, user: User): Promise<string | undefined> {
  const made = await ask('AdminCreateUser', {
    Username: user.email,
    UserAttributes: attributesOf(user),
    DesiredDeliveryMediums: ['EMAIL'],
  }).catch((error: unknown) => {
    if (error instanceof ServiceFault && error.code === 'UsernameExistsException') return undefined
    throw error
  })
  const subject = made ? subjectOf(isObject(made.User) ? made.User.Attributes : undefined) : undefined
  const found = subject ?? subjectOf((await ask('AdminGetUser', { Username: user.email })).UserAttributes)
  const context = contextFor(product, 'event', new Date().toISOString(), stored.record.id)
  const change = found && (await planned(context, User, stored, { subject: found }, 'join'))
  if (change) await save(context, [change])
  return found
}

const attributesOf = ({ email, name }: User) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
  { Name: 'name', Value: name },
]

/** One call of Amazon Cognito's user pools. */
const ask = (call: string, body: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> =>
  askService(
    'cognito-idp',
    `${env.endpoint('COGNITO') || serviceUrl('cognito-idp')}/`,
    JSON.stringify({ UserPoolId: env.userPoolId, ...body }),
    { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSCognitoIdentityProviderService.${call}` },
  )

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function subjectOf(attributes: unknown): string | undefined {
  const found = Array.isArray(attributes) ? attributes.find((each) => isObject(each) && each.Name === 'sub') : undefined
  return isObject(found) && typeof found.Value === 'string' ? found.Value : undefined
}

const namesOf = ({ Groups: groups }: Record<string, unknown>): unknown[] =>
  Array.isArray(groups) ? groups.map((group) => (isObject(group) ? group.GroupName : undefined)) : []
