import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { changesShards } from '#functions/platform/store/keys.ts'
import { readChanges } from '#functions/platform/store/readIndex.ts'
import { User } from '#shared/entities/user.ts'
import { syncUser } from './syncUser.ts'

/**
 * Adds an administrator to the table that `TABLE_NAME` names, as the product itself would: with history, and with the
 * event that creates the sign-in and sends the invitation. Throws `Problem` when the address is taken.
 */
export async function addAdministrator(name: string, email: string): Promise<string> {
  const now = new Date().toISOString()
  const context = contextFor(product, 'event', now, `administrator ${now}`)
  const person = { name, email, roles: ['admin'], siteIds: [], isActive: true }
  const change = await planCreate(context, User, person, { reason: 'Added from the command line.' })
  const [stored] = await save(context, [change])
  if (!stored) throw new Error('Nothing was written.')
  return stored.record.id
}

/**
 * Brings the user pool of `USER_POOL_ID` in line with every user record, as the event of each would: a pool that was lost
 * is filled again. Gives the number of people. May be called again at any time.
 */
export async function restoreSignIns(): Promise<number> {
  let people = 0
  for (let shard = 0; shard < changesShards; shard++) {
    let after: Parameters<typeof readChanges>[3]['after']
    do {
      const page = await readChanges(User.resource, shard, '', { limit: 100, after })
      for (const { id } of page.entries) {
        await syncUser({ id, changed: [] })
        people += 1
      }
      after = page.next
    } while (after)
  }
  return people
}
