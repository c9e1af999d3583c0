import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, useGetOne } from 'react-admin'
import { useActionStates } from '#admin/actions/useActionStates.ts'
import { refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'

const ActionDialog = lazy(() =>
  import('#admin/actions/ActionDialog.tsx').then((all) => ({ default: all.ActionDialog })),
)

interface NextStepProps {
  readonly row: RaRecord
  readonly me: Me
  readonly step: string
}

/**
 * The next step of a case as a button; nothing for whoever never takes it. Its rule is asked when it is pressed, for that
 * reads more than a card shows, and what it refuses stands below the button.
 */
export function NextStep({ row, me, step }: NextStepProps) {
  const words = useWords()
  const [isAsked, setAsked] = useState(false)
  if (!holds(me, 'cases', step)) return null
  const label = words.action('cases', step)
  return (
    <>
      <Button
        variant="outlined"
        color="secondary"
        fullWidth
        sx={{ mt: 1 }}
        aria-label={`${label}: ${row.number}`}
        onClick={() => setAsked(!isAsked)}
      >
        {label}
      </Button>
      {isAsked && <CaseStep id={String(row.id)} me={me} step={step} close={() => setAsked(false)} />}
    </>
  )
}

interface CaseStepProps {
  readonly me: Me
  readonly step: string
  readonly close: () => void
}

function CaseStep({ id, ...rest }: CaseStepProps & { id: string }) {
  const { data: record } = useGetOne('cases', { id })
  return record ? <StepOrReason record={record} {...rest} /> : null
}

/** The dialog of the step, or why it cannot be taken yet. */
function StepOrReason({ record, me, step, close }: CaseStepProps & { record: RaRecord }) {
  const words = useWords()
  const state = useActionStates(Case, record)?.[step]
  if (!state) return null
  if (!state.isAllowed)
    return (
      <Typography variant="caption" component="div" role="status" color="textSecondary" sx={{ mt: 0.5 }}>
        {refusalText(words, Case, state.refusal)}
      </Typography>
    )
  const defaults = step === 'acknowledge' ? { contactPerson: me.name } : undefined
  return (
    <Suspense>
      <ActionDialog entity={Case} record={record} action={step} defaults={defaults} close={close} />
    </Suspense>
  )
}
