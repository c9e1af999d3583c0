import { useContext } from 'react'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { useWords } from '#admin/language/words.ts'
import { ExportJob } from './ExportJob.ts'
import { PatientRecords } from './PatientRecords.tsx'

/** What stands beside a patient: the export that was asked for, and what the patient has to do with the hospital. */
export function PatientSide({ record, me }: RecordPageProps) {
  const { t } = useWords()
  const job = useContext(ExportJob)
  return (
    <>
      {job && (
        <Section title={t('patient.export')}>
          <JobRun id={job} />
        </Section>
      )}
      <PatientRecords record={record} me={me} />
    </>
  )
}
