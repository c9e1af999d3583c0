import { refusals } from '#shared/refusals.ts'
import type { Route } from './routes.ts'

/** A part of a JSON document. */
export type Json = Record<string, unknown>

/** A reference to a schema of the document. */
export const schemaRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** Content of JSON with a schema. */
export const jsonContent = (schema: Json): Json => ({ 'application/json': { schema } })

const errors: Readonly<Record<string, string>> = {
  400: 'Malformed',
  401: 'Not signed in, or signed out meanwhile',
  403: 'Not allowed; `rule` names the rule',
  404: 'Not found, or of another site',
  405: 'Another method is needed; see the header Allow',
  409: 'Not possible in this state',
  412: 'Changed meanwhile; `current` is the record as it is now',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Not JSON',
  422: 'Not valid; `errors` and `issues` by field',
  428: 'Version required',
  429: 'Too many requests; see the header Retry-After',
  431: 'The headers are too long',
  500: 'Failed',
  503: 'Store busy; see the header Retry-After',
}

/** What a route without a sign-in may answer besides success. */
const publicErrors = ['400', '404', '405', '413', '414', '415', '422', '429', '431', '500', '503']

/** Statuses that API Gateway or the network in front of it answer by themselves, before any function is asked. */
const gatewayErrors = ['400', '401', '403', '404', '413', '414', '429', '431', '500', '503']

/** Statuses of a survey page that says why it shows no form. */
const pageErrors: Readonly<Record<string, string>> = {
  404: 'There is no such link, or it was withdrawn',
  409: 'Answered already',
  410: 'The link has expired',
  422: 'Some answers need another look',
  429: 'Too many requests; see the header Retry-After',
}

const retryAfter: Json = { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } }

/** The answers of a route other than success, by status. */
export function errorAnswers(route: Route): Record<string, Json> {
  const codes = route.auth === 'public' ? publicErrors : Object.keys(errors)
  const answers: Record<string, Json> = {}
  for (const code of codes)
    answers[code] = {
      description: errors[code],
      ...(['429', '503'].includes(code) && { headers: retryAfter }),
      content: {
        'application/problem+json': { schema: schemaRef('Problem') },
        ...(gatewayErrors.includes(code) && jsonContent(schemaRef('GatewayAnswer'))),
      },
    }
  if (!isPage(route)) return answers
  for (const [code, description] of Object.entries(pageErrors))
    answers[code] = { ...answers[code], description, content: { ...Object(answers[code]?.content), ...pageContent } }
  return answers
}

/** Whether a route answers a page instead of JSON. */
export const isPage = ({ lambda }: Route): boolean => lambda === 'survey-page'

/** Content of a page. */
export const pageContent: Json = { 'text/html': { schema: { type: 'string' } } }

/** The schemas of answers that are no success. */
export const errorSchemas: Json = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'message', 'rule', 'parameters'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      message: { type: 'string' },
      rule: { enum: Object.keys(refusals) },
      parameters: { type: 'object' },
      errors: { type: 'object', additionalProperties: { type: 'string' } },
      issues: { type: 'object', additionalProperties: { type: 'object' } },
      current: { type: 'object' },
      retryAfter: { type: 'integer' },
    },
  },
  GatewayAnswer: {
    type: 'object',
    description: 'What API Gateway says by itself, before a function is asked.',
    properties: { message: { type: 'string' } },
  },
}
