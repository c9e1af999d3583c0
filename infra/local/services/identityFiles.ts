import { createPublicKey } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { fileProblem, readFolderFile } from '#infra/local/disk/folderFiles.ts'

/** Where the key of sessions stands in a data folder. */
export const signingKeyFile = join('identity', 'signing-key.json')

/** Where the files of the pools stand in a data folder. */
export const poolsFolder = join('identity', 'pools')

/** The key that signs tokens, and its public half. */
export const signingKeyForm = z.strictObject({
  jwk: z.strictObject({
    kty: z.literal('RSA'),
    n: z.string().min(300),
    e: z.string(),
    kid: z.string(),
    alg: z.literal('RS256'),
    use: z.literal('sig'),
  }),
  pem: z.string().regex(/^-----BEGIN PRIVATE KEY-----[\s\S]+-----END PRIVATE KEY-----\s*$/),
})
export type SigningKey = z.infer<typeof signingKeyForm>

const named = z.looseObject({ Name: z.string() })
const login = z.looseObject({
  Username: z.string(),
  Attributes: z.array(named),
  RefreshTokens: z.array(z.string()).optional(),
})
const clientsForm = z.looseObject({ Clients: z.record(z.string(), z.looseObject({ ClientId: z.string() })) })
const poolForm = z.looseObject({
  Options: z.looseObject({ Id: z.string() }),
  Users: z.record(z.string(), login).optional(),
  Groups: z.record(z.string(), z.looseObject({ GroupName: z.string() })).optional(),
})

/** Whether both halves are of one key: a bit of either that changed lets nobody in. */
const isPair = ({ jwk, pem }: SigningKey): boolean => {
  try {
    return createPublicKey(pem).export({ format: 'jwk' }).n === jwk.n
  } catch {
    return false
  }
}

/** The key of a data folder, undefined when it has none yet; throws `StartProblem` when it is damaged. */
export const readSigningKey = (dataFolder: string): SigningKey | undefined => {
  const key = readFolderFile(dataFolder, signingKeyFile, signingKeyForm)
  if (key && !isPair(key)) throw fileProblem(dataFolder, signingKeyFile, 'is damaged: the key in it does not work')
  return key
}

const revive = (name: string, value: unknown) =>
  name.endsWith('Date') && typeof value === 'string' ? new Date(value) : value

/** A file of the pools, undefined when there is none; throws `StartProblem` when it is damaged. */
export const readPool = (dataFolder: string, name: string) =>
  readFolderFile(dataFolder, join(poolsFolder, name), name === 'clients.json' ? clientsForm : poolForm, revive)

/** Reads every file of the identity provider before it starts; throws `StartProblem` for the first that is damaged. */
export const checkIdentityFiles = (dataFolder: string): void => {
  readSigningKey(dataFolder)
  const folder = join(dataFolder, poolsFolder)
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.endsWith('.json')) readPool(dataFolder, name)
}
