import type { RaRecord } from 'react-admin'
import { Column, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { OfferPanel } from '#admin/offers/OfferPanel.tsx'
import { Clocks } from './Clocks.tsx'
import { Related } from './Related.tsx'

/** What is shown beside a case: its clocks, what may be offered, the patient, the visit, the settlement file. */
export function CaseSide({ record }: { record: RaRecord }) {
  const { t } = useWords()
  return (
    <Column>
      <Section title={t('case.clocks')}>
        <Clocks record={record} />
      </Section>
      <OfferPanel record={record} />
      <Related
        title={t('case.patient')}
        resource="patients"
        id={record.patientId}
        names={['name', 'memberNumber', 'phone', 'altPhone', 'language', 'birthDate', 'isVip']}
      />
      <Related
        title={t('case.encounter')}
        resource="encounters"
        id={record.encounterId}
        names={['number', 'careType', 'serviceOn', 'department', 'doctor']}
      />
      <Related
        title={t('case.file')}
        resource="settlement-files"
        id={record.settlementFileId}
        names={['number', 'stage', 'payerId', 'grossMinor', 'payerShareMinor']}
      />
    </Column>
  )
}
