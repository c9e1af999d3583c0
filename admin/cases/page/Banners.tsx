import Alert from '@mui/material/Alert'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { toneOf } from '#admin/entity/tone.ts'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { HelpState } from './HelpState.tsx'

/** What has to be known before anything else is read: help that was called, a boundary that was set, an erasure. */
export function Banners({ record }: { record: RaRecord }) {
  const { t } = useWords()
  return (
    <>
      {isErasedText(record.patientName) && <Alert severity="info">{t('case.erased')}</Alert>}
      <HelpState record={record} />
      {record.conduct && <Conduct record={record} />}
    </>
  )
}

function Conduct({ record }: { record: RaRecord }) {
  const words = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const { conduct, conductSetAt } = record
  return (
    <Alert severity="info" role="note">
      <ToneText tone={toneOf(Case, 'conduct', record)}>
        {words.field('cases', 'conduct')}: {words.value('cases', 'conduct', conduct)}
      </ToneText>{' '}
      {conductSetAt && (
        <>
          {words.t('case.conductSince')} <InstantText at={conductSetAt} zone={zone} />
        </>
      )}
      <div>{words.t('case.conductAdvice')}</div>
    </Alert>
  )
}
