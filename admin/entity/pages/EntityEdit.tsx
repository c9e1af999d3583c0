import Card from '@mui/material/Card'
import Skeleton from '@mui/material/Skeleton'
import { EditBase, useEditContext, usePermissions, useResourceContext } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { RestrictedLine } from '../access/RestrictedLine.tsx'
import { inputsOf } from '../declaredFields.ts'
import { type Editors, EntityForm } from './EntityForm.tsx'

/** The form of a record of any entity; fields that the person may not change are disabled. */
export function EntityEdit({ editors }: { editors?: Editors }) {
  return (
    <EditBase redirect="show" mutationMode="pessimistic">
      <EditPage editors={editors} />
    </EditBase>
  )
}

function EditPage({ editors }: { editors?: Editors }) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const entity = entityOf(resource)
  const { record, error, refetch } = useEditContext()
  const { permissions: me } = usePermissions<Me>()
  return (
    <>
      <RestrictedLine id={record?.id} />
      <Page
        title={words.t('form.edit', { name: words.noun(resource), title: String(record?.[entity.title] ?? '') })}
        tab={words.resource(resource, 1)}
        under={resource}
        maxWidth={960}
      >
        <Card sx={{ p: 3 }}>
          {error && <ReadError error={error} again={refetch} />}
          {record && me ? (
            <EntityForm inputs={inputsOf(entity, me)} label={words.t('form.save')} editors={editors} />
          ) : (
            !error && <Skeleton variant="rounded" height={320} />
          )}
        </Card>
      </Page>
    </>
  )
}
