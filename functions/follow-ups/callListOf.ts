import type { Context } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { keyedId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { CallList } from '#shared/entities/callList.ts'

/** The call list of a site and a day, which is made when it is first asked for. */
export async function callListOf(context: Context, siteId: string, listOn: string): Promise<StoredRecord<CallList>> {
  const fields = { siteId, listOn }
  const read = () => getRecord(CallList, keyedId(CallList, fields), { meter: context.meter, consistent: true })
  const known = await read()
  if (known) return known
  try {
    await save(context, [await planCreate(context, CallList, fields, { isOwnOperation: true })])
  } catch (error) {
    // Another worker was faster, and its list is the list.
    if (!(error instanceof Problem)) throw error
    const made = await read()
    if (!made) throw error
    return made
  }
  const made = await read()
  if (!made) throw new Error('The list was just made')
  return made
}
