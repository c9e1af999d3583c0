import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import Stack from '@mui/material/Stack'
import type { Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { shortcuts } from '#admin/sheet/edit/shortcuts.ts'
import type { HelpTexts } from '#shared/text/help/texts.ts'
import { KeyList } from './KeyList.tsx'
import { helpOf } from './roomOf.ts'
import { useHelpTexts } from './useHelpTexts.ts'

interface HelpPanelProps {
  readonly close: () => void
  readonly takeTour: () => void
}

/** What the page is for, what can be done on it, and every key, from the list that the pages listen by. */
export function HelpPanel({ close, takeTour }: HelpPanelProps) {
  const texts = useHelpTexts()
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  if (!texts) return null
  const paper = {
    role: 'dialog',
    'aria-modal': true,
    'aria-labelledby': 'help-title',
    sx: { width: { xs: '100%', sm: 420 }, maxHeight: isSmall ? '85dvh' : undefined, p: 3 },
  }
  return (
    <Drawer open anchor={isSmall ? 'bottom' : 'right'} onClose={close} slotProps={{ paper }}>
      <Stack spacing={3}>
        <Stack direction="row" sx={{ alignItems: 'center' }}>
          <Typography id="help-title" variant="h2" sx={{ flex: 1 }}>
            {texts.title}
          </Typography>
          <Button autoFocus color="secondary" onClick={close}>
            {texts.close}
          </Button>
        </Stack>
        <PageHelp texts={texts} />
        <Button variant="outlined" onClick={takeTour} sx={{ alignSelf: 'start' }}>
          {texts.takeTour}
        </Button>
        {!isSmall && (
          <>
            <Keys title={`${texts.keys}: ${texts.everywhere}`}>
              <KeyList keys={shortcuts.filter((each) => 'isEverywhere' in each)} />
            </Keys>
            <Keys title={`${texts.keys}: ${texts.inSheet}`}>
              <KeyList keys={shortcuts.filter((each) => !('isEverywhere' in each))} />
            </Keys>
          </>
        )}
      </Stack>
    </Drawer>
  )
}

function PageHelp({ texts }: { texts: HelpTexts }) {
  const { pathname } = useLocation()
  const parts = helpOf(texts.rooms, pathname)
  const acts = parts.flatMap(([, ...each]) => each)
  return (
    <Stack spacing={1.5}>
      {parts.map(([purpose]) => (
        <Typography key={purpose}>{purpose}</Typography>
      ))}
      {acts.length > 0 && (
        <Box>
          <Typography variant="h3" gutterBottom>
            {texts.acts}
          </Typography>
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2', '& li': { mb: 0.75 } }}>
            {acts.map((act) => (
              <li key={act}>{act}</li>
            ))}
          </Box>
        </Box>
      )}
    </Stack>
  )
}

const Keys = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box component="section">
    <Typography variant="h3" gutterBottom>
      {title}
    </Typography>
    {children}
  </Box>
)
