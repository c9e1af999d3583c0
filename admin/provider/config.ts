/** The panel's configuration: where the API is and which user pool checks passwords. */
export interface Config {
  readonly apiUrl: string
  readonly region: string
  readonly userPoolId: string
  readonly userPoolClientId: string
  readonly cognitoEndpoint?: string
}

/** Reads `/config.json` once; a failure is forgotten, so the next call tries again. */
export function configReader(fetcher: typeof fetch): () => Promise<Config> {
  let request: Promise<Config> | undefined
  return () => {
    request ??= fetcher('/config.json', { cache: 'no-store' }).then((answer) => {
      if (!answer.ok) throw new Error('The address /config.json did not answer.')
      return answer.json() as Promise<Config>
    })
    request.catch(() => {
      request = undefined
    })
    return request
  }
}

/** Where the identity service of a configuration answers, with a closing slash. */
export const identityUrl = (config: Config): string =>
  `${(config.cognitoEndpoint ?? `https://cognito-idp.${config.region}.amazonaws.com`).replace(/\/$/, '')}/`
