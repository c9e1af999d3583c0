import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef } from 'react'
import { Toned } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'

/** The way of a file into a list. */
export const steps = ['file', 'columns', 'check', 'run'] as const
export type ImportStep = (typeof steps)[number]

/** The steps of an import, and which of them this is. */
export function Steps({ at }: { at: ImportStep }) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const before = useRef(at)
  // What was pressed is gone with its step; the keyboard goes on from here.
  useEffect(() => {
    if (before.current !== at) list.current?.focus()
    before.current = at
  }, [at])
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
        fontSize: 14,
        color: 'text.secondary',
        '& > [aria-current]': { color: 'primary.main', fontWeight: 600 },
      }}
    >
      {steps.map((step, place) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {`${place + 1}. ${t(`transfer.step.${step}`)}`}
        </li>
      ))}
    </Box>
  )
}

interface StepEndProps {
  readonly back?: () => void
  /** What must be mended before it goes on. */
  readonly obstacle?: string
  readonly children: ReactNode
}

/** The way back and the way on; they stay in sight while a long list is read. */
export function StepEnd({ back, obstacle, children }: StepEndProps) {
  const { t } = useWords()
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        justifyContent: 'end',
        py: 1.5,
        mt: 2,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box role="status" sx={{ flex: '1 1 300px', alignSelf: 'center', fontSize: 14 }}>
        {obstacle && <Toned tone="near">{obstacle}</Toned>}
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
