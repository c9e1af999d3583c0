import Card from '@mui/material/Card'
import { CreateBase, usePermissions, useResourceContext } from 'react-admin'
import { Page } from '#admin/frame/Page.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { inputsOf } from '../declaredFields.ts'
import { type Editors, EntityForm } from './EntityForm.tsx'

interface EntityCreateProps {
  readonly editors?: Editors
  /** Values that stand in the form at first, besides the person's site. */
  readonly defaults?: RecordValues
}

/** The form for a new record of any entity. */
export function EntityCreate({ editors, defaults }: EntityCreateProps) {
  const words = useWords()
  const sites = useSites()
  const resource = useResourceContext() ?? ''
  const entity = entityOf(resource)
  const { permissions: me } = usePermissions<Me>()
  if (!me) return null
  const siteId = me.siteIds[0] ?? sites.sites[0]?.id
  const title = words.t('form.create', { name: words.noun(resource) })
  return (
    <CreateBase redirect="show" mutationMode="pessimistic" transform={filledIn}>
      <Page title={title} under={resource} maxWidth={960}>
        <Card sx={{ p: 3 }}>
          <EntityForm
            inputs={inputsOf(entity, me, 'create').filter(({ isEditable }) => isEditable)}
            label={title}
            defaults={{ ...defaults, ...(Object.hasOwn(entity.fields, 'siteId') && siteId && { siteId }) }}
            editors={editors}
          />
        </Card>
      </Page>
    </CreateBase>
  )
}
