import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

/** A sign-in of the pool of a test. */
interface PoolEntry {
  readonly Username: string
  readonly UserAttributes: readonly { readonly Name: string; readonly Value: string }[]
  readonly groups: Set<string>
  Enabled: boolean
  UserMFASettingList?: readonly string[]
}

/** A user pool as the functions call it, which a test can lose and find again. */
export async function openPool() {
  const people = new Map<string, PoolEntry>()
  let count = 0
  const found = (name: string) =>
    [...people.values()].find(({ Username, UserAttributes }) =>
      [Username, ...UserAttributes.map(({ Value }) => Value)].includes(name),
    )
  const answer = (call: string, body: Record<string, unknown>): object | undefined => {
    if (call === 'AdminCreateUser') {
      count += 1
      const Username = `sign-in-${count}`
      const given = body.UserAttributes as PoolEntry['UserAttributes']
      const UserAttributes = [...given, { Name: 'sub', Value: Username }]
      people.set(Username, { Username, UserAttributes, groups: new Set(), Enabled: true })
      return { User: { Username, Attributes: UserAttributes } }
    }
    const person = found(String(body.Username))
    if (!person) return undefined
    if (call === 'AdminAddUserToGroup') person.groups.add(String(body.GroupName))
    if (call === 'AdminDisableUser') person.Enabled = false
    if (call === 'AdminListGroupsForUser') return { Groups: [...person.groups].map((GroupName) => ({ GroupName })) }
    return { ...person, groups: undefined }
  }
  const server = createServer(async (request, response) => {
    const call = String(request.headers['x-amz-target']).replace(/^.*\./, '')
    const reply = answer(call, (await json(request)) as Record<string, unknown>)
    response.writeHead(reply ? 200 : 400).end(JSON.stringify(reply ?? { __type: 'UserNotFoundException' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  return { url, people, found, close: () => void server.close() }
}
