import type { Change } from '#functions/platform/store/commit.ts'
import { entryFrom } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getHistory } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'
import type { DemoWriter } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import { type StepSequence, takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { caseWords } from '../words/caseWords.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import { type CasePlan, type CaseTeam, casePlanOf, directorTold, handOver, type StatementPlan } from './caseSteps.ts'
import { createCase, openingOf } from './createCase.ts'
import type { Intake } from './intake.ts'

/** An intake and the case that it became. */
export interface DemoCase {
  readonly intake: Intake
  readonly stored: StoredRecord
}

/** Creates a case of every intake, takes statements and steps, and returns the cases as they stand at the end. */
export async function createCases(
  writer: DemoWriter,
  staff: Staff,
  intakes: readonly Intake[],
  fileIds: ReadonlyMap<string, string>,
): Promise<DemoCase[]> {
  const random = writer.random('cases')
  const openings = intakes
    .map((intake) => ({ intake, opening: openingOf(writer, random, staff, intake) }))
    .sort((a, b) => (a.opening.at < b.opening.at ? -1 : 1))
  const planned = openings.map((each) => ({ ...each, team: teamOf(random, staff, each.intake) }))
  const creations = planned.map(({ intake, opening, team }) =>
    createCase(writer, random, intake, opening, team, fileIds.get(intake.visit.encounter.id)),
  )
  const opened = await writer.write(await Promise.all(creations))
  const sequences: StepSequence[] = []
  const statements: Promise<Change>[] = []
  for (const [index, { intake, opening, team }] of planned.entries()) {
    const stored = opened[index]
    if (!stored) continue
    const first = handOver(random, intake, team, opening.at)
    const plan = intake.repeats ? { steps: [] } : casePlanOf(random, intake, team, first[0]?.at ?? opening.at)
    const steps = directorTold([...first, ...plan.steps], stored.record, team, opening.at)
    sequences.push({ stored, steps })
    statements.push(...statementsOf(writer, random, { intake, stored }, plan))
  }
  const changes = await Promise.all(statements)
  await writer.write(changes.sort((a, b) => ((a.origin?.at ?? '') < (b.origin?.at ?? '') ? -1 : 1)))
  const ended = await takeSteps(writer, Case, sequences)
  const cases = planned.flatMap(({ intake }, index) => {
    const stored = ended[index]
    return stored ? [{ intake, stored }] : []
  })
  const owners = new Map(planned.map(({ intake, team }) => [intake, team.owner]))
  await mergeRepeated(writer, cases, owners)
  return cases
}

function teamOf(random: Random, staff: Staff, { site }: Intake): CaseTeam {
  const officers = staff.withRole(site.id, 'officer')
  const owner = random.pick(officers)
  const lead = random.pick(staff.withRole(site.id, 'unit-manager'))
  const firstOwner = random.isTrue(0.4) ? undefined : random.isTrue(0.15) ? random.pick(officers) : owner
  const [director = lead] = staff.withRole(site.id, 'director')
  const closer = lead.userId === owner.userId ? director : lead
  return { firstOwner, owner, lead, closer, clinician: random.pick(staff.withRole(site.id, 'clinician')) }
}

/** The statements of both sides, without those later than the end of the demo. */
function statementsOf(writer: DemoWriter, random: Random, { stored, intake }: DemoCase, plan: CasePlan) {
  const { story, visit } = intake
  const take = (side: 'patient' | 'team', statement: StatementPlan | undefined, words: object) => {
    if (!statement || statement.at > writer.now) return []
    const { at, by } = statement
    const place = random.weighted([
      ['private-room', 60],
      ['phone', 25],
      [side === 'team' ? 'written' : 'video', 15],
    ] as const)
    const body = { caseId: stored.record.id, side, takenAt: at, place, confirmedBySpeaker: true, ...words }
    return [writer.create(Statement, body, { at, by, id: random.id(Statement, at) })]
  }
  const { narrative, translation, team } = story
  const patientWords = { speakerName: visit.patient.name, narrative, ...(translation && { translation }) }
  const teamWords = { speakerName: visit.encounter.doctor ?? 'Shift leader', narrative: team }
  return [...take('patient', plan.patientStatement, patientWords), ...take('team', plan.teamStatement, teamWords)]
}

/** Merges a case of a repeated intake into the earlier case. */
async function mergeRepeated(
  writer: DemoWriter,
  cases: readonly DemoCase[],
  owners: ReadonlyMap<Intake, Actor>,
): Promise<void> {
  const byIntake = new Map(cases.map(({ intake, stored }) => [intake, stored]))
  for (const { intake, stored } of cases) {
    const target = intake.repeats && byIntake.get(intake.repeats)
    const by = intake.repeats && owners.get(intake.repeats)
    if (!target || !by) continue
    const [last] = (await getHistory(target.record.id, 1)).items.map(entryFrom)
    const seenAt = last && last.at > intake.receivedAt ? last.at : intake.receivedAt
    const at = afterWorkingMinutes(intake.site, seenAt, 240)
    const body = { intoId: target.record.id, note: caseWords.merged[0] }
    await takeSteps(writer, Case, [{ stored, steps: [{ at, by, action: 'merge', body }] }])
  }
}
