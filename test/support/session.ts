/** A call to a running product over HTTP, local or deployed, as a signed-in person. */
export interface SignedInCall {
  (address: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  readonly token: string
}

/** The answer to a request, with the body parsed when it is JSON. */
export interface HttpAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly headers: Headers
}

/** The password of every demo login. */
export const demoPassword = 'Redress-demo-1'

/** What the pool that `/config.json` names answers to a sign-in of some flow. */
export const askPool = (url: string, AuthFlow: string, AuthParameters: Readonly<Record<string, string>>) =>
  callPool(url, 'InitiateAuth', { AuthFlow, AuthParameters })

/** What the pool that `/config.json` names answers to a call. */
export async function callPool(url: string, action: string, body: object) {
  const config = await (await fetch(`${url}/config.json`)).json()
  const pool = config.cognitoEndpoint
    ? new URL(config.cognitoEndpoint, url).href
    : `https://cognito-idp.${config.region}.amazonaws.com/`
  return fetch(pool, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify({ ClientId: config.userPoolClientId, ...body }),
  })
}

/** Signs in through the product's pool, as the panel does. */
export async function signIn(url: string, person: string, password = demoPassword): Promise<SignedInCall> {
  const entered = { USERNAME: `${person}@redress.test`, PASSWORD: password }
  const answer = await askPool(url, 'USER_PASSWORD_AUTH', entered)
  const token: string | undefined = (await answer.json()).AuthenticationResult?.IdToken
  if (!token) throw new Error(`${person} could not sign in: ${answer.status}`)
  const session = async (address: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    request(url, address, body, { authorization: `Bearer ${token}`, ...headers })
  return Object.assign(session, { token })
}

/** One request, with or without a person. */
export async function request(
  url: string,
  address: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const [method = 'GET', path = '/'] = address.split(' ')
  const isText = typeof body === 'string'
  const answer = await fetch(new URL(path, url), {
    method,
    redirect: 'manual',
    headers: {
      ...(body !== undefined && { 'content-type': isText ? 'application/x-www-form-urlencoded' : 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text }
}

/** Repeats a read until its result passes the check; throws with the last result after `ms` milliseconds. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean, ms = 20_000): Promise<T> {
  let seen = await look()
  for (const deadline = Date.now() + ms; !holds(seen) && Date.now() < deadline; seen = await look())
    await new Promise((done) => setTimeout(done, 150))
  if (!holds(seen)) throw new Error(`It never came to be; last seen: ${JSON.stringify(seen).slice(0, 500)}`)
  return seen
}
