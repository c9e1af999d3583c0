import { ServiceFault } from '#functions/platform/aws/service.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'
import { callPool } from './userPool.ts'

/**
 * Brings the user pool in line with a user record: a sign-in when there is none, its groups the record's roles, disabled
 * when the person is not active. It reads the record as it is now, so the order of events does not matter.
 */
export async function syncUser({ id, changed }: Pick<Event, 'id' | 'changed'>): Promise<void> {
  const stored = process.env.USER_POOL_ID ? await getRecord(User, id, { consistent: true }) : undefined
  if (!stored) return
  const user = stored.record
  const isAllowed = user.isActive && user.deletedAt === undefined
  const known = user.subject === undefined ? undefined : await signInOf(user.subject)
  const subject = known ? user.subject : isAllowed ? await createSignIn(stored) : undefined
  if (!subject) return
  const { Username: username, Enabled: isEnabled } = known ?? (await callPool('AdminGetUser', { Username: subject }))
  if (changed.includes('email') && user.subject)
    await callPool('AdminUpdateUserAttributes', { Username: username, UserAttributes: attributesOf(user) })
  if (isEnabled && !isAllowed) await callPool('AdminDisableUser', { Username: username })
  const groups = namesOf(await callPool('AdminListGroupsForUser', { Username: username }))
  const targets: readonly string[] = isAllowed ? user.roles : []
  for (const role of roles) {
    if (targets.includes(role) === groups.includes(role)) continue
    const call = targets.includes(role) ? 'AdminAddUserToGroup' : 'AdminRemoveUserFromGroup'
    await callPool(call, { Username: username, GroupName: role })
  }
  // Last, so that nobody signs in meanwhile and gets a token without the groups.
  if (!isEnabled && isAllowed) await callPool('AdminEnableUser', { Username: username })
}

/** A sign-in by its subject; undefined when the pool has none of it, as after a pool was lost. */
const signInOf = (subject: string): Promise<Record<string, unknown> | undefined> =>
  callPool('AdminGetUser', { Username: subject }).catch((error: unknown) => {
    if (error instanceof ServiceFault && error.code === 'UserNotFoundException') return undefined
    throw error
  })

/** Creates the sign-in, or finds the one created before a crash, and stores its subject in the record. */
async function createSignIn(stored: StoredRecord<User>): Promise<string | undefined> {
  const user = stored.record
  const answer = await callPool('AdminCreateUser', {
    Username: user.email,
    UserAttributes: attributesOf(user),
    DesiredDeliveryMediums: ['EMAIL'],
  }).catch((error: unknown) => {
    if (error instanceof ServiceFault && error.code === 'UsernameExistsException') return undefined
    throw error
  })
  const created = answer && subjectIn(isObject(answer.User) ? answer.User.Attributes : undefined)
  const subject = created ?? subjectIn((await callPool('AdminGetUser', { Username: user.email })).UserAttributes)
  const context = contextFor(product, 'event', new Date().toISOString(), user.id)
  const change = subject && (await planned(context, User, stored, { subject }, 'join'))
  if (change) await save(context, [change])
  return subject
}

const attributesOf = ({ email, name }: User) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
  { Name: 'name', Value: name },
]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function subjectIn(attributes: unknown): string | undefined {
  const subject = Array.isArray(attributes)
    ? attributes.find((each) => isObject(each) && each.Name === 'sub')
    : undefined
  return isObject(subject) && typeof subject.Value === 'string' ? subject.Value : undefined
}

const namesOf = ({ Groups: groups }: Record<string, unknown>): unknown[] =>
  Array.isArray(groups) ? groups.map((group) => (isObject(group) ? group.GroupName : undefined)) : []
