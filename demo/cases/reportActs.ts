import { AccountabilityNote } from '#shared/entities/accountabilityNote.ts'
import { reportParts } from '#shared/entities/specialReport.ts'
import type { ActRecords, DemoAct } from '../takeActs.ts'
import { reportWords } from '../words/reportWords.ts'
import { type CaseScene, idOf, minutes } from './caseScene.ts'

/** A lead writes and submits the special report of a major case; the director accepts it, some after sending it back. */
export function reportActs(scene: CaseScene): DemoAct[] {
  const { random, team, isOld } = scene
  const { lead, director, clinician } = team
  const name = 'report'
  const texts = Object.fromEntries(reportParts.map((part) => [part, random.pick(reportWords[part])]))
  const isIn =
    (...states: readonly string[]) =>
    ({ report }: ActRecords) =>
      states.includes(String(report?.status))
  const write = (values: object, low: number, high: number): DemoAct => ({
    name,
    does: 'change',
    when: minutes(scene, low, high),
    by: lead,
    values: { ...values },
    only: isIn('draft', 'returned'),
  })
  const submit: DemoAct = {
    name,
    does: { step: 'submit' },
    when: random.between(5, 90),
    by: lead,
    only: isIn('draft', 'returned'),
  }
  const accept: DemoAct = {
    name,
    does: { step: 'accept' },
    when: minutes(scene, 200, 1200),
    by: director,
    only: isIn('submitted'),
  }
  const acts = [write(texts, 200, 900), submit]
  if (!isOld && random.isTrue(0.2)) return acts
  if (random.isTrue(0.4)) {
    const values = { returnReason: random.pick(reportWords.returned) }
    acts.push({ name, does: { step: 'return' }, when: minutes(scene, 200, 900), by: director, values })
    // Of a newer case nobody may have written it anew, so that the case stays open.
    if (!isOld && random.isTrue(0.5)) return acts
    acts.push(write({ findings: `${texts.findings} The nurse who was there was asked.` }, 200, 900), submit)
  }
  const note: DemoAct = {
    name: 'note',
    does: { creates: AccountabilityNote },
    when: 60,
    by: lead,
    values: ({ records }) => ({
      caseId: idOf(records, 'case'),
      personId: clinician.userId,
      findings: reportWords.accountability,
      measure: 'training',
    }),
  }
  return [...acts, accept, ...(scene.intake.story.fault === 'own-fault' && random.isTrue(0.5) ? [note] : [])]
}
