import { Form } from 'react-admin'
import { CasePromise } from '#shared/entities/promise.ts'
import { PromiseLine } from './PromiseLine.tsx'
import { PromisePrompt } from './PromisePrompt.tsx'

const id = 'promise_01J7M4VHCQWSWZN2E66X7BJTTD'
const ownerId = 'user_01J7M4VHCQWSWZN2E66X7BJTTD'
const siteId = 'site_01J7M4VHCQWSWZN2E66X7BJTTD'
const promise = { ...CasePromise.example, id, version: 1, status: 'open', siteId, ownerId } as CasePromise
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const line = (values: Partial<CasePromise>, hasSteps = true) => (
  <ul className="plain">
    <PromiseLine promise={{ ...promise, ...values }} hasSteps={hasSteps} />
  </ul>
)

export const DueInTwoDays = { render: () => line({ dueAt: inDays(2) }) }

export const OverdueWithoutAnOwner = { render: () => line({ dueAt: inDays(-2), ownerId: undefined }) }

export const KeptAndNotTold = { render: () => line({ status: 'kept', endedAt: inDays(-1) }) }

export const OfAnErasedPatient = { render: () => line({ status: 'broken' }, false) }

const written = (details: string) => (
  <Form record={{}} defaultValues={{ details, siteId }}>
    <PromisePrompt sources={['details']} siteId={siteId} keeperId={ownerId} />
  </Form>
)

export const TextThatPromises = { render: () => written('She was calm. We will call you on Tuesday.') }

export const TextThatPromisesNothing = { render: () => written('They said they would call.') }
