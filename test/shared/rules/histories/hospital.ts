import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { PaperDesk } from './paperDesk.ts'

const roles: readonly Role[][] = [
  ['front-desk'],
  ['officer'],
  ['officer'],
  ['unit-manager'],
  ['unit-manager', 'officer'],
  ['director'],
  ['clinician'],
  ['accounts-supervisor'],
]

/** A small hospital on paper: one site with limits of money, two patients, two files of an insurer, eight persons. */
export class Hospital {
  readonly desk = new PaperDesk('2026-03-01T06:00:00.000Z')
  readonly people: Actor[] = []
  siteId = ''
  patientIds: string[] = []
  fileIds: string[] = []

  async open(): Promise<this> {
    const { desk } = this
    this.siteId = await this.#made(Site, { ...Site.example, profiles: [profile] })
    for (const [place, held] of roles.entries()) {
      const values = { name: `Person ${place}`, email: `p${place}@redress.test`, roles: held, siteIds: [this.siteId] }
      const userId = await this.#made(User, { ...values, isActive: true })
      this.people.push({ userId, name: values.name, roles: held, siteIds: [this.siteId] })
    }
    const marketing = { status: 'granted' }
    for (const place of [1, 2]) {
      const values = {
        ...Patient.example,
        siteId: this.siteId,
        memberNumber: `M-${place}`,
        contactConsent: { marketing },
      }
      this.patientIds.push(await this.#made(Patient, values))
      const file = { siteId: this.siteId, patientId: this.patientIds.at(-1), stage: 'delivered', currency: 'SAR' }
      const id = `file_${place}`
      const totals = { patientShareMinor: 80_000, payerShareMinor: 120_000 }
      desk.records.set(id, {
        ...file,
        id,
        version: 1,
        totals,
        payerShareMinor: 120_000,
        grossMinor: 200_000,
      } as AnyRecord)
      this.fileIds.push(id)
    }
    return this
  }

  /** A person leaves, and the product takes their work from them, as it does when it hears of it. */
  async deactivate(person: Actor): Promise<void> {
    const { desk } = this
    const user = desk.get(person.userId)
    desk.records.set(user.id, { ...user, isActive: false, version: user.version + 1 } as AnyRecord)
    for (const [entity, field] of [
      [Case, 'ownerId'],
      [CasePromise, 'ownerId'],
      [FollowUp, 'assigneeId'],
    ] as const)
      for (const record of desk.of(entity))
        if (record[field] === user.id && entity.lifecycle && isOpen(entity.lifecycle, record))
          await desk.take(record.id, 'release-owner', {}, undefined, true)
  }

  async #made(...[entity, values]: Parameters<PaperDesk['create']>): Promise<string> {
    const made = await this.desk.create(entity, values)
    if (typeof made !== 'string') throw new Error(made.message)
    return made
  }
}

const profile = {
  profileId: 'site-profile_1',
  validFrom: '2026-01-01',
  fromAt: '2025-12-31T21:00:00.000Z',
  limitAMinor: 50_000,
  limitBMinor: 200_000,
}
