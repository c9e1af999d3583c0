import { join } from 'node:path'
import { freePort } from '#infra/local/services/loopback.ts'

/** The emulator of one run: its folder, address, certificate and environment. */
export interface EmulatorRun {
  /** A temporary folder of this run alone. */
  readonly folder: string
  readonly port: number
  /** `https://127.0.0.1:<port>`: every service of AWS answers here. */
  readonly endpoint: string
  /** Path of the authority that signed the emulator's certificate, the only one that is trusted. */
  readonly authority: string
  /** Environment of programs that use the emulator as AWS; with it they reach no other account. */
  readonly env: NodeJS.ProcessEnv
}

/** Where the emulator's one region is. */
export const region = 'us-east-1'

/** The emulator's root account, which belongs to nobody. */
export const account = '000000000000'

const trusts = ['NODE_EXTRA_CA_CERTS', 'AWS_CA_BUNDLE', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE']

/** This process's environment without the variables of AWS: no profile, key or endpoint of the user. */
const withoutAws = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|CDK|REDRESS)_/.test(name)))

/** Describes a run in `folder`, on a free port. */
export async function createEmulatorRun(folder: string): Promise<EmulatorRun> {
  const port = await freePort()
  const endpoint = `https://127.0.0.1:${port}`
  const authority = join(folder, 'authority.pem')
  return {
    ...{ folder, port, endpoint, authority },
    env: {
      ...withoutAws(),
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      CDK_DEFAULT_ACCOUNT: account,
      CDK_DEFAULT_REGION: region,
      // Node, the CDK, the SDK for Python and Python itself read a variable each.
      ...Object.fromEntries(trusts.map((name) => [name, authority])),
      NODE_NO_WARNINGS: '1',
      TMPDIR: folder,
    },
  }
}
