import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { isErasedText } from '#shared/values/erasedText.ts'

const InteractionDialog = lazy(() =>
  import('./InteractionDialog.tsx').then((all) => ({ default: all.InteractionDialog })),
)

/** The button by which somebody writes down a call, a meeting, a visit or a message of a case, and its form. */
export function LogInteraction({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const [isOpen, setOpen] = useState(false)
  if (!me || !holds(me, 'interactions', 'create') || isErasedText(record.patientName)) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('contact.log')}</Button>
      {isOpen && (
        <Suspense>
          <InteractionDialog record={record} me={me} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
