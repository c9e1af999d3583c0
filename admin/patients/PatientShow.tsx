import { useCallback, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { useWords } from '#admin/language/words.ts'
import { ExportJob } from './ExportJob.ts'
import { PatientNote } from './PatientNote.tsx'
import { PatientSide } from './PatientSide.tsx'

/** Nobody changes a record any more whose erasure has begun. */
const isErased = ({ erasingAt }: RaRecord): boolean => erasingAt !== undefined

/** A patient: the record, what the patient has to do with the hospital, and whether it is held, exported or erased. */
export function PatientShow() {
  const { locale } = useWords()
  const [job, setJob] = useState<string>()
  const extras = useCallback(
    ({ siteId, memberNumber }: RaRecord) => ({
      merge: { filters: { intoId: { siteId, memberNumber_neq: memberNumber } } },
      export: {
        defaults: { format: 'pdf', paperLanguage: locale },
        done: (reply: { job?: string }) => setJob(reply.job),
      },
    }),
    [locale],
  )
  return (
    <ExportJob.Provider value={job}>
      <EntityShow above={PatientNote} beside={PatientSide} isFixed={isErased} extras={extras} />
    </ExportJob.Provider>
  )
}
