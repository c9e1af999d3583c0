import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import { lazy, Suspense, useState } from 'react'
import { Popup, PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetPreferences } from './preferences.ts'

const ColumnsList = lazy(() => import('./ColumnsList.tsx').then((all) => ({ default: all.ColumnsList })))

/** A button for the columns to show and their order; the choice is remembered for this person. */
export function ColumnsMenu({ entity, preferences }: { entity: Entity; preferences: SheetPreferences }) {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <PopupButton kind="dialog" anchor={anchor} open={setAnchor} icon={<ViewColumnOutlined />}>
        {t('sheet.columns')}
      </PopupButton>
      <Popup
        anchor={anchor}
        close={() => setAnchor(null)}
        label={t('sheet.showColumns')}
        sx={{ p: 1.5, minWidth: 280 }}
      >
        <Suspense fallback={<Box sx={{ height: 320 }} />}>
          <ColumnsList entity={entity} preferences={preferences} />
        </Suspense>
      </Popup>
    </>
  )
}
