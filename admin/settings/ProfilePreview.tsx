import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useGetOne } from 'react-admin'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { useCount } from '#admin/home/useCount.ts'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { profileDifferences } from '#shared/rules/settings/profileDifferences.ts'
import { versionInForce } from '#shared/rules/settings/profileVersions.ts'

/** What a draft changes against the version in force, setting by setting, and for how many open cases. */
export function ProfilePreview({ record }: RecordPageProps) {
  const words = useWords()
  const { t } = words
  const context = useTextContext('site-profiles', record)
  const [now] = useState(() => new Date().toISOString())
  const isDraft = record.status === 'draft'
  const site = useGetOne<Site>('sites', { id: record.siteId }, { enabled: isDraft })
  const { profileId = '' } = (site.data && versionInForce(site.data, now)) ?? {}
  const inForce = useGetOne<SiteProfile>('site-profiles', { id: profileId }, { enabled: profileId !== '' })
  const cases = useCount('cases', { siteId: record.siteId, isOpen: true })
  if (!isDraft) return null
  const error = site.error ?? inForce.error
  const isRead = site.data !== undefined && (profileId === '' || inForce.data !== undefined)
  const differences = isRead ? profileDifferences(record, inForce.data) : []
  const text = (name: string, value: unknown) => {
    const field = fieldOf(SiteProfile, name)
    const shown = field && value !== undefined ? textOf({ name, field }, value, context) : ''
    return field?.kind === 'money' && shown ? `${shown} ${context.currency}` : shown || '–'
  }
  return (
    <Section title={t('profiles.changes')}>
      {error && <ReadError error={error} />}
      {!isRead && !error && <Skeleton variant="rounded" height={120} />}
      {isRead && differences.length === 0 && <EmptyState>{t('profiles.same')}</EmptyState>}
      {differences.length > 0 && (
        <>
          <TableScroll label={t('profiles.changes')}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  {(['setting', 'now', 'byDraft'] as const).map((name) => (
                    <TableCell key={name}>{t(`profiles.${name}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {differences.map(({ name, before, after }) => {
                  const [one, other] = [text(name, before), text(name, after)]
                  return (
                    <TableRow key={name}>
                      <TableCell>{words.field('site-profiles', name)}</TableCell>
                      <TableCell dir="auto">{one}</TableCell>
                      <TableCell dir="auto">{one === other ? t('profiles.textDiffers') : other}</TableCell>
                    </TableRow>
                  )
                })}
              </TableBody>
            </Table>
          </TableScroll>
          {cases.data && (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
              {t('profiles.cases', counted(cases.data.total, words.locale))}
            </Typography>
          )}
        </>
      )}
    </Section>
  )
}
