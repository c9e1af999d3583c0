import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useWords } from '#admin/language/words.ts'
import { shortcuts } from './shortcuts.ts'

/** All keys of the sheet, from the list that the sheet listens by. */
export function Help({ close }: { close: () => void }) {
  const { t } = useWords()
  return (
    <Dialog open onClose={close} aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{t('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: 'max-content 1fr',
            columnGap: 3,
            rowGap: 1,
            typography: 'body2',
          }}
        >
          {shortcuts.map(({ does, keys }) => (
            <Box key={does} sx={{ display: 'contents' }}>
              <Box component="dt" dir="ltr" sx={{ display: 'flex', gap: 0.5, justifyContent: 'end' }}>
                {keys.map((key) => (
                  <Box
                    key={key}
                    component="kbd"
                    sx={{ px: 0.75, border: 1, borderColor: 'divider', borderRadius: 0.5, typography: 'caption' }}
                  >
                    {key}
                  </Box>
                ))}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {t(`shortcuts.${does}`)}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('frame.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
