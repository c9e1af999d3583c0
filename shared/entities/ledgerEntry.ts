import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, currency, instant, loose, money, reference, required } from '#shared/declaration/field.ts'
import { leads, overseers, settlementStaff } from '#shared/declaration/roles.ts'
import { writeOffReasons } from './choices.ts'
import { SettlementFile } from './settlementFile.ts'

/** One movement of a settlement file's balance; written once, and undone only by another one. */
export const LedgerEntry = entity({
  name: 'ledger-entry',
  resource: 'ledger-entries',
  lambda: 'settlements',
  prefix: 'entry',
  title: 'kind',
  site: 'siteId',
  isAppendOnly: true,
  fields: {
    fileId: required(reference('settlement-files')),
    kind: required(choice(['write-off'])),
    amountMinor: required(money()),
    currency: required(currency()),
    offerId: loose(reference('offers')),
    writeOffReason: choice(writeOffReasons),
  },
  facts: {
    siteId: reference('sites'),
    postedBy: reference('users'),
    createdAt: instant(),
  },
  copies: { siteId: copy('fileId', SettlementFile, 'siteId') },
  columns: [
    'kind',
    'fileId',
    'amountMinor',
    'currency',
    'writeOffReason',
    'offerId',
    'siteId',
    'postedBy',
    'createdAt',
  ],
  order: [['createdAt', 'DESC']],
  under: 'fileId',
  access: {
    read: [...settlementStaff.filter((role) => role !== 'delegate'), ...leads, ...overseers],
    create: [],
    update: [],
    delete: [],
  },
  example: { kind: 'write-off', amountMinor: 20_000, currency: 'SAR' },
})
export type LedgerEntry = RecordOf<typeof LedgerEntry>
