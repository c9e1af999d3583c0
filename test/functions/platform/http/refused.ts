import { expect } from 'vitest'
import { isRefusalId, type RefusalId, refusals } from '#shared/refusals.ts'
import type { CallReply } from '#test/support/call.ts'

/**
 * What every refusal is: a problem document of the expected status, said in words and as a rule with its parameters,
 * for each field too, without a trace of the code. `expected` is its rule, or what its words match.
 */
export function refused(answer: CallReply, status: number, expected?: RefusalId | RegExp): CallReply {
  const { body, headers, text } = answer
  expect({ status: answer.status, body }).toMatchObject({ status, body: { status } })
  expect(headers['content-type']).toBe('application/problem+json')
  expect(body).toMatchObject({ type: 'about:blank', title: expect.any(String), detail: body.message })
  expect(body.message.length).toBeGreaterThan(10)
  expect(text).not.toMatch(/\bat .*\.[jt]s|node_modules|Exception|undefined/)
  expect(namesOf(refusals[ruleOf(body)][1])).toEqual(Object.keys(body.parameters).sort())
  expect(refusals[ruleOf(body)][0]).toBe(status)
  expect(Object.keys(body.issues ?? {})).toEqual(Object.keys(body.errors ?? {}))
  for (const issue of Object.values<Issue>(body.issues ?? {}))
    expect(namesOf(refusals[ruleOf(issue)][1])).toEqual(Object.keys(issue.parameters).sort())
  if (expected instanceof RegExp) expect(body.message).toMatch(expected)
  else if (expected) expect(body.rule).toBe(expected)
  return answer
}

interface Issue {
  readonly rule: string
  readonly parameters: object
}

function ruleOf({ rule }: Issue): RefusalId {
  if (!isRefusalId(rule)) throw new Error(`There is no refusal ${rule}`)
  return rule
}

const namesOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/%\{(\w+)\}/g)].map(([, name = '']) => name))].sort()
