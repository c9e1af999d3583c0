import MoreHoriz from '@mui/icons-material/MoreHoriz'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router-dom'
import { Opener } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { modesFor } from './modes.ts'

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((all) => ({ default: all.ExportDialog })))

/** What goes out of a list and what comes into it as a file. */
export function TransferMenu({ entity, me, columns }: { entity: Entity; me: Me; columns: readonly string[] }) {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isExport, setExport] = useState(false)
  const choose = () => {
    setAnchor(null)
    setExport(true)
  }
  return (
    <>
      <Opener kind="menu" anchor={anchor} open={setAnchor} icon={<MoreHoriz />}>
        {t('transfer.more')}
      </Opener>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose}>{t('transfer.export')}</MenuItem>
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
