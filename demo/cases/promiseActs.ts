import { CasePromise } from '#shared/entities/promise.ts'
import { later } from '../demoWriter.ts'
import type { ActMoment, ActRecords, DemoAct } from '../takeActs.ts'
import { preventionDone, preventionWords, promiseWords } from '../words/promiseWords.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import { type CaseScene, idOf, minutes } from './caseScene.ts'

const isOpen =
  (name: string) =>
  (records: ActRecords): boolean =>
    records[name]?.status === 'open'
const dueOf = (name: string, { records, at }: ActMoment): string => String(records[name]?.dueAt ?? at)

/** A promise to the patient, and the acts that end it, which come later. */
export function promiseActs(scene: CaseScene): { readonly made: DemoAct; readonly ended: readonly DemoAct[] } {
  const { random, intake, team } = scene
  const { owner } = team
  const name = 'promise'
  const span = random.between(500, 2200)
  const text = random.pick(promiseWords.toPatient)
  const made: DemoAct = {
    name,
    does: { creates: CasePromise },
    when: random.between(2, 30),
    by: owner,
    values: ({ records, at }) => ({
      caseId: idOf(records, 'case'),
      kind: 'patient-promise',
      text,
      dueAt: afterWorkingMinutes(intake.site, at, span),
      ownerId: owner.userId,
      ...(records.talk && { interactionId: records.talk.id }),
    }),
  }
  const early = random.between(20, 300)
  const end = (step: string, values: object, after = -early): DemoAct => ({
    name,
    does: { step },
    when: (moment) => later(dueOf(name, moment), after),
    by: owner,
    values: { ...values },
    only: isOpen(name),
    hasOwnTime: true,
  })
  const keep = (after?: number) => end('keep', { evidence: random.pick(promiseWords.kept) }, after)
  const told: DemoAct = {
    name,
    does: { step: 'tell-patient' },
    when: random.between(5, 90),
    by: owner,
    values: { toldHow: random.pick(promiseWords.toldHow) },
    only: ({ promise }) => promise?.status === 'kept',
    hasOwnTime: true,
  }
  const reason = random.pick(promiseWords.renegotiated)
  const again: DemoAct = {
    ...end('renegotiate', {}),
    values: (moment) => ({
      newDueAt: afterWorkingMinutes(intake.site, moment.at, 900),
      reason,
    }),
  }
  const fate = random.weighted([
    ['kept', 68],
    ['late', 12],
    ['broken', 6],
    ['renegotiated', 9],
    ['cancelled', 5],
  ] as const)
  const fates: Readonly<Record<typeof fate, readonly DemoAct[]>> = {
    kept: random.isTrue(0.5) ? [keep(), told] : [keep()],
    late: [end('keep', { evidence: random.pick(promiseWords.keptLate) }, 1440 + early)],
    broken: [end('break', { reason: random.pick(promiseWords.broken) }, 1600)],
    renegotiated: [again, keep()],
    cancelled: [end('cancel', { reason: random.pick(promiseWords.cancelled) })],
  }
  return { made, ended: fates[fate] }
}

/** What is promised so that it does not happen again, and that it was done; a few stay open beyond their time. */
export function preventionActs(scene: CaseScene): { readonly made: DemoAct; readonly ended: readonly DemoAct[] } {
  const { random, intake, team } = scene
  const { lead, owner } = team
  const name = 'prevention'
  const span = random.between(2000, 4500)
  const made: DemoAct = {
    name,
    does: { creates: CasePromise },
    when: minutes(scene, 20, 200),
    by: lead,
    values: ({ records, at }) => ({
      caseId: idOf(records, 'case'),
      kind: 'prevention-action',
      text: preventionWords[intake.story.cause],
      dueAt: afterWorkingMinutes(intake.site, at, span),
      ownerId: owner.userId,
    }),
  }
  const early = random.between(-900, 1500)
  const done: DemoAct = {
    name,
    does: { step: 'keep' },
    when: (moment) => later(dueOf(name, moment), -early),
    by: owner,
    values: { evidence: random.pick(preventionDone) },
    only: isOpen(name),
    hasOwnTime: true,
  }
  return { made, ended: random.isTrue(0.06) ? [] : [done] }
}
