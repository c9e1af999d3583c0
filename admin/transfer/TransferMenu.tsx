import MoreHoriz from '@mui/icons-material/MoreHoriz'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router-dom'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { modesFor } from './modes.ts'

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((all) => ({ default: all.ExportDialog })))

interface TransferMenuProps {
  readonly entity: Entity
  readonly me: Me
  readonly columns: readonly string[]
  /** Changes all records that match, where this menu offers that too. */
  readonly changeAll: (() => void) | undefined
}

/** Exports a list as a file and leads to its import. */
export function TransferMenu({ entity, me, columns, changeAll }: TransferMenuProps) {
  const { t } = useWords()
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
          <ExportDialog entity={entity} me={me} columns={columns} close={() => setExport(false)} />
        </Suspense>
      )}
    </>
  )
}
