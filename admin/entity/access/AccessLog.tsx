import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useGetList, usePermissions } from 'react-admin'
import { InstantText } from '#admin/language/InstantText.tsx'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { mayBeRestricted } from '#shared/declaration/restriction.ts'
import { AccessEntry } from '#shared/entities/accessEntry.ts'
import { useTextContext } from '../useTextContext.ts'
import { Reference } from '../Value.tsx'

/** How many entries are shown; the access log has them all. */
const perPage = 20

interface AccessLogProps {
  readonly entity: Entity
  readonly record: RecordValues & { id: unknown }
}

/** Who read a restricted record lately, below its history, for those who may see that; nothing where nobody did. */
export function AccessLog({ entity, record }: AccessLogProps) {
  const { permissions: me } = usePermissions<Me>()
  if (!me || !holds(me, AccessEntry.resource, 'read') || !mayBeRestricted(entity)) return null
  return <AccessList recordId={String(record.id)} version={record.version} />
}

function AccessList({ recordId, version }: { readonly recordId: string; readonly version: unknown }) {
  const { words, zone } = useTextContext(AccessEntry.resource, {})
  const { data = [] } = useGetList(AccessEntry.resource, {
    filter: { recordId },
    sort: { field: 'readAt', order: 'DESC' },
    pagination: { page: 1, perPage },
    meta: { version },
  })
  if (data.length === 0) return null
  return (
    <Stack component="section" spacing={1} aria-labelledby="access-log">
      <Typography variant="h3" id="access-log">
        {words.t('restricted.readers')}
      </Typography>
      <Stack component="ul" className="plain" spacing={0.75}>
        {data.map(({ id, userId, way, readAt }) => (
          <Stack
            component="li"
            key={id}
            direction="row"
            spacing={0.75}
            sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}
          >
            <Reference resource="users" id={String(userId)} />
            <span>{words.value(AccessEntry.resource, 'way', String(way))}</span>
            <InstantText at={readAt} zone={zone} />
          </Stack>
        ))}
      </Stack>
    </Stack>
  )
}
