import { product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'
import type { Chance } from '../chance.ts'
import { type Life, type LifeStep, live } from '../lives.ts'
import { workedAfter } from '../office.ts'
import type { Staff } from '../people.ts'
import { dayLater, type Scene } from '../scene.ts'
import { caseWords } from '../words/caseWords.ts'
import { intake, takerOf } from './caseIntake.ts'
import type { Matter } from './matter.ts'

/** A matter and the case it became. */
export interface CaseHistory {
  readonly matter: Matter
  readonly stored: StoredRecord
}

/** Everybody who has a part in a case. */
interface Cast {
  /** Whoever gets it at intake; nobody when it has to be taken. */
  readonly first?: Actor
  readonly owner: Actor
  readonly lead: Actor
  readonly clinician: Actor
}

/** A case's steps, and the statements taken between them: when and by whom. */
interface Plot {
  readonly steps: readonly LifeStep[]
  readonly patientHeard?: { at: string; by: Actor }
  readonly teamHeard?: { at: string; by: Actor }
}

const ends = [
  ['closed', 82],
  ['reopened', 6],
  ['withdrawn', 7],
  ['legal-route', 5],
] as const

/** What is to happen with a case, step by step; how much of it has happened depends on when it came in. */
function plotOf(chance: Chance, matter: Matter, { owner, lead, clinician }: Cast, startAt: string): Plot {
  const { story, site } = matter
  const slowness = chance.patience()
  let now = startAt
  const after = (low: number, high: number) => {
    now = workedAfter(site, now, slowness * chance.between(low, high))
    return now
  }
  const step = (
    action: string,
    minutes: readonly [number, number],
    body: LifeStep['body'] = {},
    by = owner,
  ): LifeStep => ({
    at: after(...minutes),
    by,
    action,
    body,
  })
  const contactPerson = owner.name
  const acknowledge = step('acknowledge', [15, 420], { how: chance.pick(caseWords.acknowledgedHow), contactPerson })
  const end = chance.weighted(ends)
  if (end === 'withdrawn')
    return { steps: [acknowledge, step('withdraw', [400, 3000], { reason: chance.pick(caseWords.withdrawn) })] }
  const planOn = dayLater(now.slice(0, 10), chance.between(2, 5))
  const investigate = step('investigate', [120, 1000], { plan: chance.pick(caseWords.plan), planOn })
  const patientHeard = { at: after(60, 900), by: owner }
  const isTeamGone = chance.isTrue(0.05)
  const teamHeard = isTeamGone ? undefined : { at: after(60, 1100), by: clinician }
  const finding = {
    faultClass: story.fault,
    cause: story.cause,
    outcome: story.outcome,
    ...(isTeamGone && { teamUnavailableReason: chance.pick(caseWords.teamUnavailable) }),
  }
  const assess = step('assess', [120, 700], finding, isTeamGone ? lead : owner)
  const start = [acknowledge, investigate, assess]
  if (end === 'legal-route' && story.type === 'complaint')
    return {
      steps: [...start, step('legal-route', [300, 2000], { reason: chance.pick(caseWords.legal) }, lead)],
      patientHeard,
      teamHeard,
    }
  const course = [...start, ...answered(step, chance, chance.isTrue(0.4) ? lead : owner)]
  if (end === 'reopened')
    course.push(
      step('reopen', [1200, 4000], { reason: chance.pick(caseWords.reopened) }),
      step('assess', [300, 1200], finding, lead),
      ...answered(step, chance, owner),
    )
  return { steps: course, patientHeard, teamHeard }
}

type MakeStep = (action: string, minutes: readonly [number, number], body?: LifeStep['body'], by?: Actor) => LifeStep

/** From the answer to the closing of a case. */
function answered(step: MakeStep, chance: Chance, closer: Actor): LifeStep[] {
  const respond = step('respond', [200, 1300], { noRemedyReason: chance.pick(caseWords.noRemedy) })
  const wait = chance.isTrue(0.45)
    ? [
        step('await-patient', [60, 600], { note: chance.pick(caseWords.waitingFor) }),
        step('resume', [600, 6000], { note: chance.pick(caseWords.resumed) }),
      ]
    : []
  const patientDecision = chance.weighted([
    ['accepted', 66],
    ['partly', 23],
    ['rejected', 11],
  ] as const)
  return [respond, ...wait, step('resolve', [120, 1400], { patientDecision }), step('close', [1400, 3000], {}, closer)]
}

/** A case is taken by whoever works on it, or handed on by whoever got it first. */
function handOver(chance: Chance, { site }: Matter, { first, owner }: Cast, now: string): LifeStep[] {
  if (first?.userId === owner.userId) return []
  const when = workedAfter(site, now, chance.between(5, first ? 200 : 700))
  return [{ at: when, by: first ?? owner, action: 'hand-over', body: { ownerId: owner.userId } }]
}

/** Statements of both sides, as far as they have been taken. */
function statementsOf(scene: Scene, chance: Chance, { stored, matter }: CaseHistory, plot: Plot): Promise<Change>[] {
  const { story, visit } = matter
  const take = (side: 'patient' | 'team', heard: { at: string; by: Actor } | undefined, words: object) => {
    if (!heard || heard.at > scene.now) return []
    const place = chance.weighted([
      ['private-room', 60],
      ['phone', 25],
      [side === 'team' ? 'written' : 'video', 15],
    ] as const)
    const body = { caseId: stored.record.id, side, takenAt: heard.at, place, confirmedBySpeaker: true, ...words }
    const id = chance.id(Statement, heard.at)
    return [scene.create(Statement, body, { at: heard.at, by: heard.by, facts: { takenBy: heard.by.userId }, id })]
  }
  const translation = story.translated && { translation: story.translated }
  return [
    ...take('patient', plot.patientHeard, { speakerName: visit.patient.name, narrative: story.retold, ...translation }),
    ...take('team', plot.teamHeard, { speakerName: visit.encounter.doctor ?? 'Shift leader', narrative: story.team }),
  ]
}

/** Takes matters in, hears both sides and lets every case run its course by the product's rules. */
export async function coursesOf(
  scene: Scene,
  staff: Staff,
  matters: readonly Matter[],
  fileOf: (matter: Matter) => string | undefined,
): Promise<CaseHistory[]> {
  const chance = scene.chance('cases')
  const taken = matters
    .map((matter) => ({ matter, taken: takerOf(scene, chance, staff, matter) }))
    .sort((a, b) => (a.taken.at < b.taken.at ? -1 : 1))
  const cast = taken.map(({ matter: { site } }): Cast => {
    const officers = staff.at(site.id, 'officer')
    const owner = chance.pick(officers)
    const lead = chance.pick(staff.at(site.id, 'unit-manager'))
    const first = chance.isTrue(0.4) ? undefined : chance.isTrue(0.15) ? chance.pick(officers) : owner
    return { first, owner, lead, clinician: chance.pick(staff.at(site.id, 'clinician')) }
  })
  const planned = taken.map(({ matter, taken: by }, index) =>
    intake(scene, chance, matter, by, cast[index]?.first, fileOf(matter)),
  )
  const opened = await scene.write(await Promise.all(planned))
  const lives: Life[] = []
  const statements: Promise<Change>[] = []
  for (const [index, stored] of opened.entries()) {
    const [entry, people] = [taken[index], cast[index]]
    if (!entry || !people) continue
    const { matter } = entry
    const handed = handOver(chance, matter, people, entry.taken.at)
    const plot: Plot = matter.repeats ? { steps: [] } : plotOf(chance, matter, people, handed[0]?.at ?? entry.taken.at)
    lives.push({ stored, steps: [...handed, ...plot.steps] })
    statements.push(...statementsOf(scene, chance, { stored, matter }, plot))
  }
  const heard = await Promise.all(statements)
  await scene.write(heard.sort((a, b) => ((a.doing?.at ?? '') < (b.doing?.at ?? '') ? -1 : 1)))
  const ended = await live(scene, Case, lives)
  const courses = taken.flatMap(({ matter }, index) => {
    const stored = ended[index]
    return stored ? [{ matter, stored }] : []
  })
  await merge(scene, courses)
  return courses
}

/** Merges what was told twice into the case that came first. */
async function merge(scene: Scene, courses: readonly CaseHistory[]): Promise<void> {
  const caseOf = new Map(courses.map(({ matter, stored }) => [matter, stored]))
  for (const { matter, stored } of courses) {
    const into = matter.repeats && caseOf.get(matter.repeats)
    if (!into) continue
    const now = workedAfter(matter.site, matter.receivedAt, 240)
    const context = scene.work(product, now)
    const changes = { status: 'merged', mergedIntoId: into.record.id }
    const change = await planned(context, Case, stored, changes, 'merge', caseWords.merged[0])
    if (change) await scene.write([{ ...change, doing: context.origin }])
  }
}
