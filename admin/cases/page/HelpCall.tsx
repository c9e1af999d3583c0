import SupportOutlined from '@mui/icons-material/SupportOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { useActionStates } from '#admin/actions/useActionStates.ts'
import { usePageKeys } from '#admin/frame/usePageKeys.ts'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'

const ActionDialog = lazy(() =>
  import('#admin/actions/ActionDialog.tsx').then((all) => ({ default: all.ActionDialog })),
)
const step = 'call-for-help'

/** The button that calls the lead on duty, always in reach while the case runs; it has keys of its own. */
export function HelpCall({ record }: { record: RaRecord }) {
  const words = useWords()
  const isPossible = useActionStates(Case, record)?.[step]?.isAllowed === true
  const [isOpen, setOpen] = useState(false)
  usePageKeys(isPossible ? { callForHelp: () => setOpen(true) } : {})
  if (!isPossible) return null
  return (
    <Box sx={{ position: 'sticky', bottom: 16, mt: 2, display: 'flex', justifyContent: 'end', zIndex: 2 }}>
      <Button
        variant="contained"
        color="warning"
        startIcon={<SupportOutlined />}
        aria-keyshortcuts="Alt+C"
        onClick={() => setOpen(true)}
      >
        {words.action('cases', step)}
      </Button>
      {isOpen && (
        <Suspense>
          <ActionDialog entity={Case} record={record} action={step} close={() => setOpen(false)} />
        </Suspense>
      )}
    </Box>
  )
}
