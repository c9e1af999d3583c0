import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { BlockedButton } from '#admin/frame/BlockedButton.tsx'
import { Popup, PopupButton } from '#admin/frame/Popup.tsx'
import { refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { stateOf } from '#shared/declaration/lifecycle.ts'
import { isElsewhere } from '#shared/refusals.ts'
import type { ActionExtras } from './ActionDialog.tsx'
import { useActionStates } from './useActionStates.ts'

const ActionDialog = lazy(() => import('./ActionDialog.tsx').then((all) => ({ default: all.ActionDialog })))

interface ActionsProps {
  readonly entity: Entity
  readonly record: RaRecord
  readonly extras?: Readonly<Record<string, ActionExtras>>
  /** Whether the next step is the page's primary button. */
  readonly isPrimary?: boolean
  /** Steps that the page offers in another place. */
  readonly hidden?: readonly string[]
}

/** The steps of a record as buttons; those that cannot be taken now say why. */
export function Actions({ entity, record, extras = {}, isPrimary = false, hidden = [] }: ActionsProps) {
  const words = useWords()
  const states = useActionStates(entity, record)
  const [step, setStep] = useState<string>()
  if (Object.keys(entity.actions).length === 0) return null
  if (!states) return <Skeleton variant="rounded" width={180} height={34} />
  const life = isPrimary ? entity.lifecycle : undefined
  const next = life?.states[stateOf(life, record)]?.next
  const all = Object.entries(states).filter(([name]) => !hidden.includes(name))
  const possible = all.flatMap(([name, { isAllowed }]) => (isAllowed ? [name] : []))
  const refused = all.flatMap(([name, state]) => {
    if (state.isAllowed) return []
    const { refusal } = state
    return {
      label: words.action(entity.resource, name),
      reason: refusalText(words, entity, refusal),
      isFar: isElsewhere(refusal),
    }
  })
  const far = refused.filter(({ isFar }) => isFar)
  const close = () => setStep(undefined)
  const { dialog, isFocused: _, ...extra } = (step !== undefined && extras[step]) || {}
  return (
    <>
      {possible
        .toSorted((a, b) => Number(b === next) - Number(a === next))
        .map((name) => (
          <Button
            key={name}
            variant={name === next ? 'contained' : 'outlined'}
            color={colorOf(entity, name, next)}
            autoFocus={extras[name]?.isFocused}
            onClick={() => setStep(name)}
          >
            {words.action(entity.resource, name)}
          </Button>
        ))}
      {refused.map(({ label, reason, isFar }) => !isFar && <BlockedButton key={label} label={label} reason={reason} />)}
      {far.length > 0 && <OtherSteps steps={far} />}
      {step &&
        (dialog?.(close) ?? (
          <Suspense>
            <ActionDialog entity={entity} record={record} action={step} {...extra} close={close} />
          </Suspense>
        ))}
    </>
  )
}

/** What the button of a step says by its colour: the next step, one that cannot be undone, or any other. */
const colorOf = ({ actions }: Entity, name: string, next: string | undefined) =>
  name === next ? 'primary' : actions[name]?.confirmedBy ? 'error' : 'secondary'

/** The steps of other states and other roles, with why, behind one button. */
function OtherSteps({ steps }: { steps: readonly { label: string; reason: string }[] }) {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <PopupButton kind="dialog" anchor={anchor} open={setAnchor}>
        {t('steps.others', { smart_count: steps.length })}
      </PopupButton>
      <Popup anchor={anchor} close={() => setAnchor(null)} label={t('steps.othersTitle')} sx={{ p: 2, maxWidth: 380 }}>
        <Stack component="dl" spacing={1} sx={{ m: 0, typography: 'body2', '& dt': { fontWeight: 600 } }}>
          {steps.map(({ label, reason }) => (
            <div key={label}>
              <dt>{label}</dt>
              <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0 }}>
                {reason}
              </Typography>
            </div>
          ))}
        </Stack>
      </Popup>
    </>
  )
}
