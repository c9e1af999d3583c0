import { product } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import type { Chance } from '../chance.ts'
import type { Staff } from '../people.ts'
import { earlier, later, type Scene } from '../scene.ts'
import type { Matter } from './matter.ts'

const relatives: Readonly<Record<Matter['language'], readonly string[]>> = {
  ar: ['أم خالد', 'أبو فهد', 'نورة الرشيد', 'عبدالله الصباغ'],
  en: ['Ruth Carter', 'Anil Sharma', 'Teresa Santos'],
  zh: ['陈晓燕', '刘国华'],
  it: ['Silvia Fontana', 'Enrico Greco'],
  lv: ['Ilze Kalniņa', 'Toms Eglītis'],
}

function complainantOf(chance: Chance, { visit: { patient }, language }: Matter) {
  const relation = chance.weighted([
    ['self', 72],
    ['relative', 23],
    ['representative', 5],
  ] as const)
  if (relation === 'self') return { name: patient.name, relation }
  const authority = relation === 'representative' ? 'Power of attorney, copy in the file' : undefined
  return { name: chance.pick(relatives[language]), relation, ...(authority && { authority }) }
}

function severityOf(chance: Chance, { story, visit: { department } }: Matter) {
  if (!chance.isTrue(story.isGrave ? 0.65 : 0.03)) return { severity: 'routine' }
  const reason =
    department.name === 'Plastic surgery'
      ? 'evident-surgical-problem'
      : department.name === 'Emergency'
        ? 'agitated-on-arrival'
        : chance.pick(['hospital-incident', 'supervisor-judgement'] as const)
  return { severity: 'major', majorReasons: [reason], level: chance.isTrue(0.6) ? 2 : 1 }
}

/** Who takes a matter in, and when: the front desk within the hour, the product itself for a low score. */
export function takerOf(scene: Scene, chance: Chance, staff: Staff, { channel, site, receivedAt }: Matter) {
  if (channel === 'survey') return { by: product, at: receivedAt }
  const isAtDesk = channel === 'in-person' || channel === 'phone'
  const by = chance.pick(staff.at(site.id, isAtDesk ? 'front-desk' : 'officer'))
  return { by, at: earlier(later(receivedAt, chance.between(4, isAtDesk ? 25 : 400)), scene.now) }
}

/** The new case of a matter; without an owner it waits for somebody to take it. */
export function intake(
  scene: Scene,
  chance: Chance,
  matter: Matter,
  taken: { by: Actor; at: string },
  owner: Actor | undefined,
  settlementFileId: string | undefined,
): Promise<Change> {
  const { story, visit, site, receivedAt, channel, disputedMinor, response } = matter
  const { encounter, patient, department } = visit
  const isAboutMoney = story.type === 'payment-refusal' || story.type === 'coverage-refusal'
  const body = {
    siteId: site.id,
    patientId: patient.id,
    complainant: complainantOf(chance, matter),
    type: story.type,
    channel,
    receivedAt,
    eventAt: earlier(`${encounter.serviceOn}T${String(chance.between(6, 15)).padStart(2, '0')}:30:00.000Z`, receivedAt),
    serviceLine: department.line,
    summary: story.told,
    demands: story.demands.length > 0 ? [...story.demands] : ['other'],
    ...(disputedMinor !== undefined && { disputedMinor }),
    encounterId: encounter.id,
    ...(isAboutMoney && settlementFileId && { settlementFileId }),
    ...severityOf(chance, matter),
    subjects: story.subjects.map(([subject, grade]) => ({ subject, grade })),
    ...(owner && { ownerId: owner.userId }),
  }
  const id = response ? Case.prefix + response.id.slice(response.id.lastIndexOf('_')) : chance.id(Case, taken.at)
  const facts = response ? { responseId: response.id } : {}
  return scene.create(Case, body, { ...taken, facts, id })
}
