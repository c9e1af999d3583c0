import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { ActionDialog } from '#admin/actions/ActionDialog.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { OutcomeForm } from './OutcomeForm.tsx'

const AskQuestions = lazy(() => import('./AskQuestions.tsx').then((all) => ({ default: all.AskQuestions })))

interface CallResultProps {
  readonly call: FollowUp
  readonly me: Me
  readonly ended: () => void
}

/** What came of a call: three big buttons that keys press too, smaller ones for what is rarer. */
export function CallResult({ call, me, ended }: CallResultProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const [open, setOpen] = useState<'outcome' | 'later'>()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const attempt = async (result: string) => {
    if (isBusy) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await provider.act('follow-ups', call.id, 'attempt', { result }, call.version)
      notify(words.value('follow-ups', 'result', result), { type: 'success' })
      ended()
    } catch (error) {
      setRefusal(words.failure(error))
    } finally {
      setBusy(false)
    }
  }
  const keys: Readonly<Record<string, () => unknown>> = {
    KeyN: () => attempt('no-answer'),
    KeyL: () => setOpen('later'),
    KeyR: () => setOpen('outcome'),
  }
  useCallKeys(keys, open === undefined)
  const big = { minHeight: 56, flex: '1 1 140px', fontSize: '1rem' }
  const isVisit = call.kind === 'home-visit'
  return (
    <Section title={t(isVisit ? 'calls.visitResult' : 'calls.result')}>
      <Stack spacing={1.5}>
        <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button variant="outlined" sx={big} disabled={isBusy} onClick={() => void attempt('no-answer')}>
            {words.value('follow-ups', 'result', 'no-answer')}
            <PressedKey name="N" />
          </Button>
          <Button variant="outlined" sx={big} disabled={isBusy} onClick={() => setOpen('later')}>
            {t('calls.later')}
            <PressedKey name="L" />
          </Button>
          <Button
            variant="contained"
            sx={big}
            disabled={isBusy}
            aria-expanded={open === 'outcome'}
            onClick={() => setOpen('outcome')}
          >
            {words.value('follow-ups', 'result', 'reached')}
            <PressedKey name="R" />
          </Button>
        </Stack>
        <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
          {['busy', 'wrong-number', 'refused'].map((result) => (
            <Button key={result} color="secondary" disabled={isBusy} onClick={() => void attempt(result)}>
              {words.value('follow-ups', 'result', result)}
            </Button>
          ))}
        </Stack>
        {refusal && <Alert severity="error">{refusal}</Alert>}
        {open === 'outcome' && call.invitationId && call.kind === 'survey-by-phone' && (
          <Suspense>
            <AskQuestions invitationId={call.invitationId} />
          </Suspense>
        )}
        {open === 'outcome' && <OutcomeForm call={call} me={me} ended={ended} />}
      </Stack>
      {open === 'later' && (
        <ActionDialog
          entity={FollowUp}
          record={call}
          action="attempt"
          preset={{ result: 'call-later' }}
          close={() => setOpen(undefined)}
          done={ended}
        />
      )}
    </Section>
  )
}

/** The letter that does the same; a phone has no keys. */
function PressedKey({ name }: { name: string }) {
  return (
    <Box component="kbd" aria-hidden sx={{ ml: 1, display: { xs: 'none', lg: 'inline' } }}>
      {name}
    </Box>
  )
}

/** Keys that act on the open call while nothing is written and no dialog is open, wherever they stand on the keyboard. */
function useCallKeys(keys: Readonly<Record<string, () => unknown>>, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const isWriting = target.closest('input, textarea, select, [contenteditable=true], [role=dialog]') !== null
      if (isWriting || event.altKey || event.ctrlKey || event.metaKey || document.querySelector('[role=dialog]')) return
      const act = keys[event.code]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  })
}
