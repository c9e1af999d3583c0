import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef } from 'react'
import { ToneText } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'

/** The steps of an import, in order. */
export const steps = ['file', 'columns', 'check', 'run'] as const
export type ImportStep = (typeof steps)[number]

/** Shows the steps of an import and which one is open. */
export function Steps({ step }: { step: ImportStep }) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const previous = useRef(step)
  // The pressed button is gone with its step, so the focus moves to the steps.
  useEffect(() => {
    if (previous.current !== step) list.current?.focus()
    previous.current = step
  }, [step])
  return (
    <Box
      component="ol"
      ref={list}
      tabIndex={-1}
      aria-label={t('transfer.steps')}
      sx={{
        listStyle: 'none',
        m: 0,
        mb: 2,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 0.5,
        typography: 'body2',
        color: 'text.secondary',
        '& > [aria-current]': { color: 'primary.main', fontWeight: 600 },
      }}
    >
      {steps.map((name, index) => (
        <li key={name} aria-current={name === step ? 'step' : undefined}>
          {`${index + 1}. ${t(`transfer.step.${name}`)}`}
        </li>
      ))}
    </Box>
  )
}

interface StepEndProps {
  readonly back?: () => void
  /** What must be corrected before the next step. */
  readonly obstacle?: string
  readonly children: ReactNode
}

/** The buttons of a step; they stay on screen while a long list scrolls. */
export function StepEnd({ back, obstacle, children }: StepEndProps) {
  const { t } = useWords()
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        // Above the head of a table that stays in sight.
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        justifyContent: 'end',
        py: 1.5,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box role="status" sx={{ flex: '1 1 300px', alignSelf: 'center', typography: 'body2' }}>
        {obstacle && <ToneText tone="near">{obstacle}</ToneText>}
      </Box>
      {back && (
        <Button color="secondary" onClick={back}>
          {t('ra.action.back')}
        </Button>
      )}
      {children}
    </Box>
  )
}
