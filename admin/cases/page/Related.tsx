import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useGetOne, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'

interface RelatedProps {
  readonly title: string
  readonly resource: string
  readonly id: string | undefined
  readonly names: readonly string[]
}

/** The chief facts of a record that another one points at; nothing when there is none or the person may not read it. */
export function Related({ title, resource, id, names }: RelatedProps) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const isShown = id !== undefined && me !== undefined && holds(me, resource, 'read')
  const { data, error, refetch } = useGetOne(resource, { id: id ?? '' }, { enabled: isShown })
  if (!isShown) return null
  const entity = entityOf(resource)
  return (
    <Section
      title={title}
      actions={
        <Button
          component={Link}
          to={`/${resource}/${id}/show`}
          color="secondary"
          aria-label={`${t('ra.action.open')}: ${title}`}
        >
          {t('ra.action.open')}
        </Button>
      }
    >
      {error && <ReadError error={error} again={refetch} />}
      {!data && !error && <Skeleton variant="rounded" height={80} />}
      {data && <FieldList entity={entity} record={data} declared={filledFields(entity, data, names)} />}
    </Section>
  )
}
