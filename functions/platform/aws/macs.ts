import { askService, ServiceFault, serviceUrl } from './service.ts'

/** Tries of one call; KMS allows some thousands a second in an account, and a moment later there is room again. */
const attempts = 6

/** The longest pause before the second try, in milliseconds; it doubles with each. */
const firstPauseMs = 25

async function askKeys(call: 'GenerateMac' | 'VerifyMac', body: Readonly<Record<string, string>>) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${call}` }
  for (let attempt = 1; ; attempt++) {
    try {
      return await askService(
        'kms',
        `${serviceUrl('kms')}/`,
        JSON.stringify({ MacAlgorithm: 'HMAC_SHA_256', ...body }),
        headers,
      )
    } catch (error) {
      const isFinal = error instanceof ServiceFault && !error.isPassing
      if (isFinal || attempt >= attempts) throw error
      const longest = firstPauseMs * 2 ** (attempt - 1)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    }
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The HMAC-SHA-256 of a message under a key that never leaves KMS; throws `ServiceFault` when KMS refuses it. */
export async function generateMac(keyId: string, message: Uint8Array): Promise<Uint8Array> {
  const { Mac: mac } = await askKeys('GenerateMac', { KeyId: keyId, Message: text(message) })
  if (typeof mac !== 'string') throw new ServiceFault('kms', 200, 'NoMac')
  return Buffer.from(mac, 'base64')
}

/** Whether KMS made a MAC of a message under a key; throws `ServiceFault` when it refuses to say. */
export async function isMac(keyId: string, message: Uint8Array, mac: Uint8Array): Promise<boolean> {
  if (mac.length === 0) return false
  try {
    const body = { KeyId: keyId, Message: text(message), Mac: text(mac) }
    return (await askKeys('VerifyMac', body)).MacValid === true
  } catch (error) {
    if (error instanceof ServiceFault && error.code === 'KMSInvalidMacException') return false
    throw error
  }
}
