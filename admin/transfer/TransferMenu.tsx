import MoreHoriz from '@mui/icons-material/MoreHoriz'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router-dom'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '#admin/sheet/useListState.ts'
import { modesFor } from './modes.ts'

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((all) => ({ default: all.ExportDialog })))

/** Exports a list as a file, leads to its import, and where there is no other place changes all records that match. */
export function TransferMenu({ changeAll }: { changeAll: (() => void) | undefined }) {
  const { t } = useWords()
  const { entity, me } = useListState()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isExport, setExport] = useState(false)
  const choose = (act: () => void) => () => {
    setAnchor(null)
    act()
  }
  return (
    <>
      <PopupButton kind="menu" anchor={anchor} open={setAnchor} icon={<MoreHoriz />}>
        {t('transfer.more')}
      </PopupButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {changeAll && <MenuItem onClick={choose(changeAll)}>{t('sheet.changeAll')}</MenuItem>}
        <MenuItem onClick={choose(() => setExport(true))}>{t('transfer.export')}</MenuItem>
        {modesFor(entity, me).length > 0 && (
          <MenuItem component={Link} to={`/${entity.resource}/import`}>
            {t('transfer.import')}
          </MenuItem>
        )}
      </Menu>
      {isExport && (
        <Suspense>
          <ExportDialog close={() => setExport(false)} />
        </Suspense>
      )}
    </>
  )
}
