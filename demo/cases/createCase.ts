import type { Change } from '#functions/platform/store/commit.ts'
import { Case } from '#shared/entities/case.ts'
import { type DemoOrigin, type DemoWriter, earlier, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { Staff } from '../users.ts'
import type { CaseTeam } from './caseScene.ts'
import type { Intake } from './intake.ts'

const relatives: Readonly<Record<Intake['language'], readonly string[]>> = {
  ar: ['أم خالد', 'أبو فهد', 'نورة الرشيد', 'عبدالله الصباغ'],
  en: ['Ruth Carter', 'Anil Sharma', 'Teresa Santos'],
  zh: ['陈晓燕', '刘国华'],
  it: ['Silvia Fontana', 'Enrico Greco'],
  lv: ['Ilze Kalniņa', 'Toms Eglītis'],
}

function complainantOf(random: Random, { visit: { patient }, language }: Intake) {
  const relation = random.weighted([
    ['self', 72],
    ['relative', 23],
    ['representative', 5],
  ] as const)
  if (relation === 'self') return { name: patient.name, relation }
  const authority = relation === 'representative' ? 'Power of attorney, copy in the file' : undefined
  return { name: random.pick(relatives[language]), relation, ...(authority && { authority }) }
}

function severityOf(random: Random, { story, visit: { department } }: Intake) {
  if (!random.isTrue(story.isGrave ? 0.65 : 0.03)) return { severity: 'routine' }
  const reason =
    department.name === 'Plastic surgery'
      ? 'evident-surgical-problem'
      : department.name === 'Emergency'
        ? 'agitated-on-arrival'
        : random.pick(['hospital-incident', 'supervisor-judgement'] as const)
  return { severity: 'major', majorReasons: [reason], level: random.isTrue(0.6) ? 2 : 1 }
}

/** Who opens the case of an intake, and when: the front desk within the hour, the product itself for a low score. */
export function openingOf(writer: DemoWriter, random: Random, staff: Staff, intake: Intake): DemoOrigin {
  const { channel, site, receivedAt } = intake
  if (channel === 'survey') return { at: receivedAt }
  const isAtDesk = channel === 'in-person' || channel === 'phone'
  const by = random.pick(staff.withRole(site.id, isAtDesk ? 'front-desk' : 'officer'))
  return { by, at: earlier(later(receivedAt, random.between(4, isAtDesk ? 25 : 400)), writer.now) }
}

/** The creation of a case and what follows from it; without an owner it waits until somebody takes it. */
export function createCase(
  writer: DemoWriter,
  random: Random,
  intake: Intake,
  opening: DemoOrigin,
  { firstOwner, clinician }: CaseTeam,
  settlementFileId: string | undefined,
): Promise<Change[]> {
  const { story, visit, site, receivedAt, channel, disputedMinor, response } = intake
  const { encounter, patient, department } = visit
  const isAboutMoney = story.type === 'payment-refusal' || story.type === 'coverage-refusal'
  const body = {
    siteId: site.id,
    patientId: patient.id,
    complainant: complainantOf(random, intake),
    type: story.type,
    channel,
    receivedAt,
    eventAt: earlier(`${encounter.serviceOn}T${String(random.between(6, 15)).padStart(2, '0')}:30:00.000Z`, receivedAt),
    serviceLine: department.line,
    summary: story.text,
    demands: story.demands.length > 0 ? [...story.demands] : ['other'],
    ...(disputedMinor !== undefined && { disputedMinor }),
    encounterId: encounter.id,
    ...(isAboutMoney && settlementFileId && { settlementFileId }),
    ...severityOf(random, intake),
    subjects: story.subjects.map(([subject, grade]) => ({ subject, grade })),
    ...(firstOwner && { ownerId: firstOwner.userId }),
    attendingIds: [clinician.userId],
  }
  const id = response ? Case.prefix + response.id.slice(response.id.lastIndexOf('_')) : random.id(Case, opening.at)
  const facts = response ? { responseId: response.id } : {}
  return writer.createWhole(Case, body, { ...opening, facts, id })
}
