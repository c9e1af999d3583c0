import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { User } from '#shared/entities/user.ts'

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
