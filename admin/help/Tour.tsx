import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Portal from '@mui/material/Portal'
import Stack from '@mui/material/Stack'
import type { Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useEffect, useState } from 'react'
import { usePermissions } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import { offeredEntries } from '#admin/frame/layout/menuEntries.tsx'
import type { Me } from '#admin/provider/contract.ts'
import { tourSteps } from '#shared/text/help/texts.ts'
import { cardPlace, isOnList, useTarget } from './tourPlaces.ts'
import { useHelpTexts } from './useHelpTexts.ts'

/** Five short steps around the panel, over its own pages; Escape leaves it at once, and the page is as it was before. */
export function Tour({ close }: { close: () => void }) {
  const texts = useHelpTexts()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { permissions: me } = usePermissions<Me>()
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const [start] = useState(pathname + search)
  const [index, setIndex] = useState(0)
  const step = tourSteps[index] ?? 'help'
  const found = useTarget(step)
  const target = isSmall ? undefined : found
  const list = me && offeredEntries(me).find(({ resource, label }) => resource && !label)?.to
  // A phone shows the words alone: there is no room for both.
  const wanted = isOnList(step) && list && !isSmall ? list : start
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step goes to its page once
  useEffect(() => {
    if (wanted !== pathname + search) navigate(wanted, { replace: true })
  }, [wanted])
  if (!texts) return null
  const leave = () => {
    navigate(start, { replace: true })
    close()
  }
  const isLast = index === tourSteps.length - 1
  const { title, text } = texts.tour[step]
  const place = texts.place.replace('%{step}', String(index + 1)).replace('%{count}', String(tourSteps.length))
  const paper = isSmall
    ? { sx: { position: 'fixed', bottom: 0, m: 0, width: '100%', maxWidth: '100%', borderRadius: '12px 12px 0 0' } }
    : // The styles of the theme would be mirrored, and these are places on the screen.
      { style: { position: 'fixed', margin: 0, ...cardPlace(target, window) } as const }
  return (
    <>
      {target && <Spotlight target={target} />}
      <Dialog
        open
        hideBackdrop={target !== undefined}
        onClose={(_, reason) => reason === 'escapeKeyDown' && leave()}
        aria-labelledby="tour-title"
        slotProps={{ paper }}
      >
        <Stack spacing={1} sx={{ p: 2.5 }}>
          <Stack spacing={1} aria-live="polite">
            <Typography variant="caption" color="textSecondary">
              {place}
            </Typography>
            <Typography id="tour-title" variant="h2">
              {title}
            </Typography>
            <Typography variant="body2">{text}</Typography>
          </Stack>
          <Stack direction="row" spacing={1} sx={{ pt: 1 }}>
            {!isLast && (
              <Button color="secondary" onClick={leave}>
                {texts.leave}
              </Button>
            )}
            <Box sx={{ flex: 1 }} />
            {index > 0 && (
              <Button color="secondary" onClick={() => setIndex(index - 1)}>
                {texts.back}
              </Button>
            )}
            <Button autoFocus variant="contained" onClick={() => (isLast ? leave() : setIndex(index + 1))}>
              {isLast ? texts.done : texts.next}
            </Button>
          </Stack>
        </Stack>
      </Dialog>
    </>
  )
}

/** Leaves what a step is about in the light and the rest of the page in the shade. */
function Spotlight({ target }: { target: DOMRect }) {
  const edge = 4
  const { left, top, width, height } = target
  return (
    <Portal>
      <Box
        aria-hidden
        style={{ left: left - edge, top: top - edge, width: width + 2 * edge, height: height + 2 * edge }}
        sx={{
          position: 'fixed',
          zIndex: ({ zIndex }: Theme) => zIndex.modal - 1,
          pointerEvents: 'none',
          borderRadius: 1,
          boxShadow: '0 0 0 200vmax rgba(0, 0, 0, 0.45)',
          transition: 'all 160ms',
        }}
      />
    </Portal>
  )
}
