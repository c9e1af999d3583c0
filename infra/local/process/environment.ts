import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { readFolderFile } from '#infra/local/disk/folderFiles.ts'
import { writeWhole } from '#infra/local/disk/wholeFile.ts'

const secret = z.string().min(32)

const secretsForm = z.strictObject({
  tokenPepper: secret,
  cursorSecret: secret,
  files: z.strictObject({ accessKeyId: z.string().min(1), secretAccessKey: secret }),
  /** The part of the mail viewer's address that nobody else knows. */
  mail: secret,
})

/** The secrets of one data folder. They survive a restart, so that links and cursors stay valid. */
export type LocalSecrets = z.infer<typeof secretsForm>

/** The folder of the projection, within a data folder. */
export const projectionFolder = (folder: string): string => join(folder, 'projection')

/** The bucket of the local file store. */
export const filesBucket = 'redress-files'

const secretsFile = 'secrets.json'

/** The folder's secrets, undefined when it has none yet; throws `StartProblem` when they are damaged. */
export const readSecrets = (folder: string): LocalSecrets | undefined =>
  readFolderFile(folder, secretsFile, secretsForm)

/** Reads the folder's secrets, or creates them at the first start; throws `StartProblem` when they are damaged. */
export const ensureSecrets = (folder: string): LocalSecrets => {
  const known = readSecrets(folder)
  if (known) return known
  const random = () => randomBytes(32).toString('base64url')
  const files = { accessKeyId: 'redress', secretAccessKey: random() }
  const secrets = { tokenPepper: random(), cursorSecret: random(), files, mail: random() }
  writeWhole(join(folder, secretsFile), JSON.stringify(secrets))
  return secrets
}

/** The name of the table; an external engine may have another one. */
export const tableName = (): string => process.env.TABLE_NAME ?? 'redress'

/** The addresses of the parts of this instance. */
export type Endpoints = {
  dynamodb: string
  publicUrl: string
  /** The module of the threads that answer lists; the process answers them itself without it. */
  thread?: string
  cognito?: string
  ses?: string
  userPoolId?: string
  userPoolClientId?: string
}

/**
 * Sets the variables that a deployment sets for its functions, for one data folder. The credentials are never the
 * developer's own: with those, a service without a local endpoint would be called on AWS.
 */
export const setEnvironment = (folder: string, endpoints: Endpoints): void => {
  const secrets = ensureSecrets(folder)
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL', 'AWS_DEFAULT_REGION'])
    delete process.env[name]
  Object.assign(process.env, {
    STAGE: 'home',
    TABLE_NAME: tableName(),
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    // Lists are answered beside the thread that takes requests, which would otherwise wait for the longest of them.
    PROJECTION_FOLDER: projectionFolder(folder),
    ...(endpoints.thread && { PROJECTION_THREADS: '2', PROJECTION_THREAD: endpoints.thread }),
    FILES_BUCKET: filesBucket,
    S3_ENDPOINT: `${endpoints.publicUrl}/files`,
    USER_POOL_ID: endpoints.userPoolId ?? '',
    USER_POOL_CLIENT_ID: endpoints.userPoolClientId ?? '',
    COGNITO_ENDPOINT: endpoints.cognito ?? '',
    SES_ENDPOINT: endpoints.ses ?? '',
    MAIL_FROM: 'Redress <no-reply@redress.test>',
    PUBLIC_URL: endpoints.publicUrl,
    TOKEN_PEPPER: secrets.tokenPepper,
    CURSOR_SECRET: secrets.cursorSecret,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: secrets.files.accessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.files.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
  })
}
