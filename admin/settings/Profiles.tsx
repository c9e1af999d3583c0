import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useGetOne, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useCount } from '#admin/home/useCount.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Site } from '#shared/entities/site.ts'
import { profileFigures, SiteProfile } from '#shared/entities/siteProfile.ts'
import { standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { versionInForce } from '#shared/rules/settings/profileVersions.ts'
import { ProfileTable } from './ProfileTable.tsx'

const order = [['createdAt', 'DESC']] as const
const figures = Object.entries(profileFigures).map(([name, field]) => ({ name, field }))

/** The profiles of one site: what it works by now, what comes, what is being written, and what was. */
export function Profiles() {
  const words = useWords()
  const { t } = words
  const { sites } = useSites()
  const { permissions: me } = usePermissions<Me>()
  const [chosen, setChosen] = useState<string>()
  const siteId = chosen ?? me?.siteIds[0] ?? sites[0]?.id ?? ''
  const [now] = useState(() => new Date().toISOString())
  const site = useGetOne<Site>('sites', { id: siteId }, { enabled: siteId !== '' })
  const read = useCount('site-profiles', { siteId }, order, 200)
  const rows = (read.data?.rows ?? []) as unknown as SiteProfile[]
  const inForce = site.data && versionInForce(site.data, now)
  const versions = new Map((site.data?.profiles ?? []).map((version) => [version.profileId, version]))
  const isComing = ({ id }: SiteProfile) => (versions.get(id)?.fromAt ?? '') > now
  const published = rows.filter(({ status }) => status !== 'draft')
  const earlier = published.filter((row) => row.id !== inForce?.profileId && !isComing(row))
  const error = site.error ?? read.error
  const create = me && holds(me, 'site-profiles', 'create') && (
    <Button component={Link} to="/site-profiles/create" variant="contained">
      {t('form.create', { name: words.noun('site-profiles') })}
    </Button>
  )
  return (
    <Page title={words.resource('site-profiles')} actions={create} maxWidth={960}>
      <Stack spacing={2}>
        <Typography variant="body2" color="textSecondary">
          {t('profiles.why')}
        </Typography>
        <Select
          label={t('profiles.site')}
          width={260}
          value={siteId}
          change={setChosen}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {error && <ReadError error={error} />}
        {(site.isPending || read.isPending) && !error && <Skeleton variant="rounded" height={320} />}
        {site.data && read.data && (
          <>
            <Section
              title={t('profiles.inForce')}
              actions={
                inForce && (
                  <Button component={Link} to={`/site-profiles/${inForce.profileId}/show`}>
                    {t('profiles.open')}
                  </Button>
                )
              }
            >
              {!inForce && <EmptyState>{t('profiles.noneInForce')}</EmptyState>}
              <FieldList
                entity={SiteProfile}
                record={{ ...(inForce ?? standardFigures), siteId }}
                declared={inForce ? figures : figures.filter(({ name }) => Object.hasOwn(standardFigures, name))}
              />
            </Section>
            <ProfileTable title={t('profiles.coming')} rows={published.filter(isComing)} />
            <ProfileTable
              title={t('profiles.drafts')}
              rows={rows.filter(({ status }) => status === 'draft')}
              none={t('profiles.noDraft')}
            />
            <ProfileTable title={t('profiles.earlier')} rows={earlier} />
          </>
        )}
      </Stack>
    </Page>
  )
}
