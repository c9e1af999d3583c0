import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { formatInstant, formatMoney } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { openBalance } from '#shared/rules/offers/balance.ts'

const answer = ['payerAnswer', 'payerAnsweredOn', 'payerReference', 'payerPaidMinor', 'writtenOffMinor']

/** What is still open of a file after the payer's last word, and each entry of its ledger; nothing before that word. */
export function Balance({ record }: { record: RaRecord }) {
  const { t, locale } = useWords()
  if (record.payerAnswer === undefined) return null
  const { totals, payerPaidMinor, writtenOffMinor, currency } = record
  const openMinor = openBalance({ totals, payerPaidMinor, writtenOffMinor })
  return (
    <Section title={t('file.balance')}>
      <FieldList entity={SettlementFile} record={record} declared={filledFields(SettlementFile, record, answer)} />
      <Typography variant="body2" sx={{ mt: 1, fontWeight: 600 }}>
        {t('file.open')} <bdi>{`${formatMoney(openMinor, currency, locale)} ${currency}`}</bdi>
      </Typography>
      <Ledger record={record} />
    </Section>
  )
}

/** The entries of a file's ledger, newest first, each with its amount, its reason, who posted it and the offer behind it. */
function Ledger({ record }: { record: RaRecord }) {
  const words = useWords()
  const { t, locale, value } = words
  const zone = useSites().zoneOf(record.siteId)
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const isShown = me !== undefined && holds(me, 'ledger-entries', 'read')
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger-entries', 'ofFile', record.id, record.version],
    queryFn: async ({ signal }) =>
      (await provider.page('ledger-entries', { filter: { fileId: record.id }, limit: 200, signal })).rows,
    enabled: isShown,
  })
  if (!isShown) return null
  const entries = (data ?? []) as (LedgerEntry & RaRecord)[]
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
        {words.resource('ledger-entries')}
      </Typography>
      {error && <ReadError error={error} again={refetch} />}
      {!data && !error && <Skeleton variant="rounded" height={40} />}
      {data && entries.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('file.noEntries')}
        </Typography>
      )}
      <Stack component="ul" className="plain" spacing={1} sx={{ typography: 'body2' }}>
        {entries.map(({ id, kind, amountMinor, currency, writeOffReason, offerId, postedBy, createdAt }) => (
          <li key={id}>
            <Link
              component={RouterLink}
              underline="always"
              to={offerId ? `/offers/${offerId}/show` : `/ledger-entries/${id}/show`}
            >
              {value('ledger-entries', 'kind', kind)}
            </Link>{' '}
            <bdi>{`${formatMoney(amountMinor, currency, locale)} ${currency}`}</bdi>
            <Typography variant="caption" component="div" color="textSecondary">
              {writeOffReason && <div>{value('ledger-entries', 'writeOffReason', writeOffReason)}</div>}
              {postedBy && <Reference isInText resource="users" id={postedBy} />}{' '}
              {createdAt && <time dateTime={createdAt}>{formatInstant(createdAt, zone, locale)}</time>}
            </Typography>
          </li>
        ))}
      </Stack>
    </>
  )
}
