import { lazy, Suspense, useEffect, useState } from 'react'
import { usePermissions } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useFirstTour } from '#admin/help/useFirstTour.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { usePageKeys } from '../usePageKeys.ts'

const loadCommands = () => import('#admin/commands/CommandMenu.tsx')
const CommandMenu = lazy(() => loadCommands().then((all) => ({ default: all.CommandMenu })))
const HelpPanel = lazy(() => import('#admin/help/HelpPanel.tsx').then((all) => ({ default: all.HelpPanel })))
const Tour = lazy(() => import('#admin/help/Tour.tsx').then((all) => ({ default: all.Tour })))

/** What every page has by a key: the command menu, the help, a new case; and the tour of the first sign-in. */
export function Guides() {
  const navigate = useNavigate()
  const { permissions: me } = usePermissions<Me>()
  const [shown, setShown] = useState<'commands' | 'help' | 'tour'>()
  const close = () => setShown(undefined)
  const sawTour = useFirstTour(() => setShown('tour'))
  usePageKeys({
    commands: () => setShown('commands'),
    help: () => setShown('help'),
    ...(me && holds(me, 'cases', 'create') && { newCase: () => navigate('/cases/create') }),
  })
  // Whoever knows the key types on at once: the menu is there before it is asked for.
  useEffect(() => {
    const timer = setTimeout(() => void loadCommands(), 3_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense>
      {shown === 'commands' && <CommandMenu close={close} />}
      {shown === 'help' && <HelpPanel close={close} takeTour={() => setShown('tour')} />}
      {shown === 'tour' && (
        <Tour
          close={() => {
            sawTour()
            close()
          }}
        />
      )}
    </Suspense>
  )
}
