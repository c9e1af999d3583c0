import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { useCaseRecords } from '#admin/cases/page/useCaseRecords.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import type { Offer } from '#shared/entities/offer.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { OfferLine } from './OfferLine.tsx'
import { OptionList } from './OptionList.tsx'
import { useOfferOptions } from './useOfferOptions.ts'

const MakeOffer = lazy(() => import('./MakeOffer.tsx').then((all) => ({ default: all.MakeOffer })))

/** The offers of a case with their next steps, and what may be offered in it, before anybody asks. */
export function OfferPanel({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const isShown = me !== undefined && holds(me, 'offers', 'read')
  const mayOffer = isShown && holds(me, 'offers', 'create') && !isErasedText(record.patientName)
  const options = useOfferOptions(record, undefined, mayOffer)
  const [offers] = useCaseRecords(record, ['offers'])
  const [chosen, setChosen] = useState<OfferOptionReply>()
  if (!isShown) return null
  const existing = ((offers?.data ?? []) as (Offer & RaRecord)[]).toSorted((a, b) =>
    String(b.createdAt).localeCompare(String(a.createdAt)),
  )
  return (
    <Section title={t(mayOffer ? 'offer.title' : 'offer.existing')}>
      {offers?.error && <ReadError error={offers.error} again={offers.refetch} />}
      {existing.length > 0 && (
        <Box component="ul" className="plain" sx={{ mb: 2 }} aria-label={t('offer.existing')}>
          {existing.map((offer) => (
            <OfferLine key={offer.id} offer={offer} hasSteps={!isErasedText(record.patientName)} />
          ))}
        </Box>
      )}
      {/* On paper stand the offers that were made. */}
      <Box className="screen">
        {mayOffer && existing.length > 0 && (
          <Typography variant="h3" sx={{ mb: 1 }}>
            {t('offer.further')}
          </Typography>
        )}
        {options.error && <ReadError error={options.error} again={options.refetch} />}
        {mayOffer && options.isPending && <Skeleton variant="rounded" height={200} />}
        {options.data && <OptionList options={options.data} choose={setChosen} />}
      </Box>
      {chosen && (
        <Suspense>
          <MakeOffer record={record} option={chosen} close={() => setChosen(undefined)} />
        </Suspense>
      )}
    </Section>
  )
}
