import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import { lazy, Suspense, useState } from 'react'
import { Opener, Popup } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetPreferences } from './preferences.ts'

const ColumnsList = lazy(() => import('./ColumnsList.tsx').then((all) => ({ default: all.ColumnsList })))

/** Which columns to show and in which order; remembered for this person. */
export function ColumnsMenu({ entity, kept }: { entity: Entity; kept: SheetPreferences }) {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Opener kind="dialog" anchor={anchor} open={setAnchor} icon={<ViewColumnOutlined />}>
        {t('sheet.columns')}
      </Opener>
      <Popup
        anchor={anchor}
        close={() => setAnchor(null)}
        label={t('sheet.showColumns')}
        sx={{ p: 1.5, minWidth: 280 }}
      >
        <Suspense fallback={<Box sx={{ height: 320 }} />}>
          <ColumnsList entity={entity} kept={kept} />
        </Suspense>
      </Popup>
    </>
  )
}
