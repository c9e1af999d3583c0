import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, instant, integer, personal, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { overseers, workers } from '#shared/declaration/roles.ts'
import { knownTypes, tableType, workbookType } from '#shared/values/contentType.ts'

/** What files are sent for. */
export const uploadPurposes = ['document', 'import'] as const

const sha256 = () => ({ ...text(64), schema: z.string().regex(/^[0-9a-f]{64}$/, 'NOT_A_CHECKSUM') })

/** A file on its way to a record: what was announced of it, who sends it, what it was used for and who opened it last. */
export const Upload = entity({
  name: 'upload',
  resource: 'uploads',
  lambda: 'settings',
  title: 'name',
  maker: 'createdBy',
  subject: 'id',
  isTrace: true,
  fields: {
    purpose: required(choice(uploadPurposes)),
    name: required(personal(text(120))),
    type: required(choice([...knownTypes, tableType, workbookType])),
    bytes: required(integer(1, 1_000_000_000)),
    sha256: required(sha256()),
  },
  facts: {
    createdAt: instant(),
    createdBy: reference('users'),
    /** Id of the record it was attached to. */
    usedFor: text(60),
    usedAt: instant(),
    openedAt: instant(),
    openedBy: reference('users'),
  },
  lifecycle: lifecycle('status', { expected: { tone: 'near' }, used: { tone: 'done', isOver: true } }),
  columns: ['name', 'status', 'purpose', 'type', 'bytes', 'createdAt', 'createdBy', 'usedFor', 'openedAt', 'openedBy'],
  order: [['createdAt', 'DESC']],
  access: { read: overseers, create: workers, update: [], delete: [] },
  actions: {
    use: {
      from: ['expected'],
      to: 'used',
      body: { usedFor: required(text(60)) },
      allow: [],
      stamps: { at: 'usedAt' },
    },
  },
  example: {
    purpose: 'document',
    name: 'report.pdf',
    type: 'application/pdf',
    bytes: 48_000,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
})
export type Upload = RecordOf<typeof Upload>
