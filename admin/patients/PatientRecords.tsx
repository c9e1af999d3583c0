import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { RaRecord } from 'react-admin'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { State, ToneText } from '#admin/entity/State.tsx'
import { ShortList } from '#admin/home/ShortList.tsx'
import { useCount } from '#admin/home/useCount.ts'
import { formatDay, formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'

/** The lists of a patient's page: the time each is sorted by, newest first, and the fields a line shows besides. */
const lists = [
  { resource: 'encounters', time: 'serviceOn', details: ['department', 'careType'] },
  { resource: 'cases', time: 'receivedAt', details: ['number', 'type'] },
  { resource: 'coverages', time: 'effectiveFrom', details: ['memberNo', 'class'] },
  { resource: 'invitations', time: 'createdAt', details: ['department', 'channel'] },
] as const

/** What a patient has to do with the hospital: visits, cases, memberships and invitations. */
export function PatientRecords({ record, me }: RecordPageProps) {
  return lists
    .filter(({ resource }) => holds(me, resource, 'read'))
    .map((list) => <RecordsOfPatient key={list.resource} {...list} patient={record} />)
}

type RecordsOfPatientProps = (typeof lists)[number] & { readonly patient: RaRecord }

function RecordsOfPatient({ resource, time, details, patient }: RecordsOfPatientProps) {
  const words = useWords()
  const entity = entityOf(resource)
  const zone = useSites().zoneOf(patient.siteId)
  // What belongs to a record that was merged into this one is the same patient's.
  const ids = [patient.id, ...(patient.mergedIds ?? [])]
  const filter = ids.length > 1 ? { patientId_eq_any: ids } : { patientId: patient.id }
  const order = [[time, 'DESC']] as const
  const read = useCount(resource, filter, order, 4)
  const whenOf = (row: RaRecord): ReactNode =>
    time.endsWith('On') || time === 'effectiveFrom'
      ? formatDay(row[time], words.locale)
      : formatInstant(row[time], zone, words.locale)
  return (
    <ShortList
      title={words.resource(resource)}
      resource={resource}
      to={listAddress(resource, { filter, order })}
      read={read}
      rows={read.data?.rows}
      none={words.t(patient.erasingAt === undefined ? `patient.none.${resource}` : 'patient.nothing')}
      height={96}
    >
      {(row) => (
        <>
          <span className="long">
            <bdi>
              {details
                .map((name) => detailOf(words, entity, name, row[name]))
                .filter(Boolean)
                .join(' · ')}
            </bdi>
          </span>
          {resource === 'coverages' ? <Validity until={row.effectiveTo} /> : <State entity={entity} record={row} />}
          <Typography component="time" variant="body2" dateTime={row[time]} className="quiet">
            {whenOf(row)}
          </Typography>
        </>
      )}
    </ShortList>
  )
}

function Validity({ until }: { until: string | undefined }) {
  const { t } = useWords()
  const isOver = until !== undefined && until < new Date().toISOString().slice(0, 10)
  return <ToneText tone={isOver ? 'past' : 'done'}>{t(isOver ? 'patient.expired' : 'patient.valid')}</ToneText>
}

function detailOf(words: Words, entity: Entity, name: string, value: unknown): unknown {
  const { choices, terms } = fieldOf(entity, name) ?? {}
  if (terms && value) return words.term(terms, String(value))
  return choices ? words.value(entity.resource, name, value) : value
}
