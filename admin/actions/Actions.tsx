import BlockOutlined from '@mui/icons-material/BlockOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Tooltip from '@mui/material/Tooltip'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { Opener, Popup } from '#admin/frame/Popup.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import type { ActionReply } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { ActionState } from '#shared/rules/index.ts'
import { nextStep } from './nextStep.ts'
import { useActionStates } from './states.ts'

const ActionDialog = lazy(() => import('./ActionDialog.tsx').then((all) => ({ default: all.ActionDialog })))

/** What a page adds to the plain dialog of an action. */
export interface ActionExtras {
  readonly known?: Readonly<Record<string, unknown>>
  readonly defaults?: Readonly<Record<string, unknown>>
  readonly done?: (answer: RaRecord & ActionReply) => void
  /** A dialog of the page's own instead of the plain one. */
  readonly dialog?: (close: () => void) => ReactNode
}

interface ActionsProps {
  readonly entity: Entity
  readonly record: RaRecord
  readonly extras?: Readonly<Record<string, ActionExtras>>
  /** Whether the next step is the page's primary button. */
  readonly isPrimary?: boolean
  /** Steps that the page offers in another place. */
  readonly hidden?: readonly string[]
}

/** The steps that can be taken as buttons, and why the others cannot. */
export function Actions({ entity, record, extras = {}, isPrimary = false, hidden = [] }: ActionsProps) {
  const words = useWords()
  const states = useActionStates(entity, record)
  const [open, setOpen] = useState<string>()
  if (Object.keys(entity.actions).length === 0) return null
  if (!states) return <Skeleton variant="rounded" width={180} height={34} />
  const all = Object.entries(states).filter(([action]) => !hidden.includes(action))
  const primary = isPrimary ? nextStep(entity.resource, record) : undefined
  const possible = all
    .filter(([, state]) => state.isAllowed)
    .toSorted(([a], [b]) => Number(b === primary) - Number(a === primary))
  const near = all.filter(([, state]) => !state.isAllowed && !isFar(state.rule))
  const far = all.filter(([, state]) => !state.isAllowed && isFar(state.rule))
  const extra = open ? extras[open] : undefined
  const close = () => setOpen(undefined)
  return (
    <>
      {possible.map(([action]) => (
        <Button
          key={action}
          variant={action === primary ? 'contained' : 'outlined'}
          color={action === primary ? 'primary' : 'secondary'}
          onClick={() => setOpen(action)}
        >
          {words.action(action)}
        </Button>
      ))}
      {near.map(([action, state]) => (
        <Blocked key={action} label={words.action(action)} reason={reasonOf(state, words.t)} />
      ))}
      {far.length > 0 && <Others states={far} />}
      {open &&
        (extra?.dialog?.(close) ?? (
          <Suspense>
            <ActionDialog
              entity={entity}
              record={record}
              action={open}
              known={extra?.known}
              defaults={extra?.defaults}
              done={extra?.done}
              close={close}
            />
          </Suspense>
        ))}
    </>
  )
}

// A step of another state or another role is no news; any other refusal is what the person must mend next.
const isFar = (rule: string): boolean => rule === 'ROLE' || /(STATE|STAGE|FIXED)$|^ALREADY/.test(rule)

/** Why a step is refused, in the person's language. */
const reasonOf = (state: ActionState, t: Words['t']): string =>
  state.isAllowed ? '' : t(`rules.${state.rule}`, { _: state.message })

/** A button that cannot be used now; it stays reachable and says why. */
export function Blocked({ label, reason }: { label: string; reason: string }) {
  return (
    <Tooltip title={reason} enterTouchDelay={0} describeChild>
      <Button
        variant="outlined"
        color="secondary"
        aria-disabled
        startIcon={<BlockOutlined />}
        onClick={() => {}}
        sx={{ opacity: 0.85, borderStyle: 'dashed', cursor: 'help' }}
      >
        {label}
      </Button>
    </Tooltip>
  )
}

function Others({ states }: { states: readonly [string, ActionState][] }) {
  const words = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Opener kind="dialog" anchor={anchor} open={setAnchor}>
        {words.t('steps.others', { smart_count: states.length })}
      </Opener>
      <Popup
        anchor={anchor}
        close={() => setAnchor(null)}
        label={words.t('steps.othersTitle')}
        sx={{ p: 2, maxWidth: 380 }}
      >
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, fontSize: 14 }}>
          {states.map(([action, state]) => (
            <div key={action}>
              <Box component="dt" sx={{ fontWeight: 600 }}>
                {words.action(action)}
              </Box>
              <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
                {reasonOf(state, words.t)}
              </Box>
            </div>
          ))}
        </Box>
      </Popup>
    </>
  )
}
