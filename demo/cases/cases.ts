import type { Change } from '#functions/platform/store/commit.ts'
import { entryFrom } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getHistory } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import { dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import type { DemoWriter } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import { type ActSequence, takeActs } from '../takeActs.ts'
import { takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { caseWords } from '../words/caseWords.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import { caseActsOf } from './caseActs.ts'
import type { CaseTeam } from './caseScene.ts'
import { createCase, openingOf } from './createCase.ts'
import type { Intake } from './intake.ts'

/** Days since a case was received, after which less of it is told. */
const oldDays = 60
/** Days since a case was received, within which decisions about it may wait. */
const newDays = 20

/** An intake and the case that it became. */
export interface DemoCase {
  readonly intake: Intake
  readonly stored: StoredRecord
}

/** Creates a case of every intake, takes what is done about each, and returns the cases as they stand at the end. */
export async function createCases(
  writer: DemoWriter,
  staff: Staff,
  intakes: readonly Intake[],
  fileIds: ReadonlyMap<string, string>,
): Promise<DemoCase[]> {
  const random = writer.random('cases')
  const planned = intakes
    .map((intake) => ({ intake, opening: openingOf(writer, random, staff, intake) }))
    .sort((a, b) => (a.opening.at < b.opening.at ? -1 : 1))
    .map((each) => ({ ...each, team: teamOf(random, staff, each.intake) }))
  const changes: Change[][] = []
  for (const { intake, opening, team } of planned) {
    const fileId = fileIds.get(intake.visit.encounter.id)
    changes.push(await createCase(writer, random, intake, opening, team, fileId))
  }
  const opened = await writer.write(changes.flat())
  const byId = new Map(opened.map((stored) => [stored.record.id, stored]))
  const sequences = planned.map(({ intake, opening, team }, index): ActSequence => {
    const [first, ...others] = changes[index] ?? []
    const stored = byId.get(first?.after.id ?? '')
    const report = others.find(({ entity }) => entity.resource === 'special-reports')
    const own = writer.random(`case ${index}`)
    const { severity, majorReasons = [] } = (stored?.record ?? {}) as Partial<Case>
    const isMajor = severity === 'major'
    const today = dayAt(intake.site, writer.now)
    const isOld = opening.at < writer.daysAgo(oldDays)
    const isNew = opening.at > writer.daysAgo(newDays)
    const scene = { random: own, intake, team, slowness: own.slowness(), isMajor, isOld, isNew, majorReasons, today }
    const acts = intake.repeats ? [] : caseActsOf(scene)
    const records = { case: stored, ...(report && { report: byId.get(report.after.id) }) }
    return { site: intake.site, random: own, startAt: opening.at, records, acts }
  })
  const ended = await takeActs(writer, sequences)
  const cases = planned.flatMap(({ intake }, index) => {
    const stored = ended[index]?.get('case')
    return stored ? [{ intake, stored }] : []
  })
  const owners = new Map(planned.map(({ intake, team }) => [intake, team.owner]))
  await mergeRepeated(writer, cases, owners)
  return cases
}

/** Draws the people who work on a case at its site. */
export function teamOf(random: Random, staff: Staff, { site }: Intake): CaseTeam {
  const officers = staff.withRole(site.id, 'officer')
  const owner = random.pick(officers)
  const lead = random.pick(staff.withRole(site.id, 'unit-manager'))
  const firstOwner = random.isTrue(0.4) ? undefined : random.isTrue(0.15) ? random.pick(officers) : owner
  const [director = lead] = staff.withRole(site.id, 'director')
  const closer = lead.userId === owner.userId ? director : lead
  const clinician = random.pick(staff.withRole(site.id, 'clinician'))
  const [frontDesk = owner] = staff.withRole(site.id, 'front-desk')
  return { firstOwner, owner, lead, closer, director, clinician, frontDesk }
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
