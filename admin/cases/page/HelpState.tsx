import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh, useShowContext } from 'react-admin'
import { useActionStates } from '#admin/actions/useActionStates.ts'
import { Reference } from '#admin/entity/Value.tsx'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'
import { useLeads } from './useLeads.ts'

type HelpEntry = NonNullable<Case['help']>[number]

/** How often the page looks whether somebody is coming, in milliseconds. */
const lookEvery = 5_000
/** How long the page says who came, in milliseconds. */
const shownFor = 60 * 60_000

/** The newest call for help: who was told while nobody answered, then who is coming; nothing an hour after the answer. */
export function HelpState({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const entry: HelpEntry | undefined = record.help?.at(-1)
  const isWaiting = entry !== undefined && entry.answeredAt === undefined
  useLookAgain(isWaiting)
  const zone = useSites().zoneOf(record.siteId)
  if (!entry) return null
  const { answeredAt, answeredBy } = entry
  if (answeredAt !== undefined && Date.now() - Date.parse(answeredAt) > shownFor) return null
  return (
    <Alert
      severity={isWaiting ? 'warning' : 'success'}
      role="status"
      action={isWaiting ? <Come record={record} /> : undefined}
    >
      <strong>{t(isWaiting ? 'case.helpWaits' : 'case.helpComes')}</strong>
      {answeredAt && answeredBy && <Line label={t('case.helpFrom')} ids={[answeredBy]} at={answeredAt} zone={zone} />}
      {isWaiting && <Told siteId={record.siteId} askedAt={entry.askedAt} />}
      <Line label={t('case.helpAsked')} ids={[entry.askedBy]} at={entry.askedAt} zone={zone} />
      <Typography variant="body2" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
        “{entry.note}”
      </Typography>
    </Alert>
  )
}

/** Reads the case again every few seconds while somebody waits for help. */
function useLookAgain(isWaiting: boolean) {
  const { refetch } = useShowContext()
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void refetch?.(), lookEvery)
    return () => clearInterval(timer)
  }, [isWaiting, refetch])
}

/** Who was told, by the rule that told them. */
function Told({ siteId, askedAt }: { siteId: string; askedAt: string }) {
  const { t } = useWords()
  const ids = useLeads(siteId, askedAt).map(({ id }) => id)
  return ids.length > 0 ? <Line label={t('case.helpTold')} ids={ids} /> : null
}

function Line({ label, ids, at, zone }: { label: string; ids: readonly string[]; at?: string; zone?: string }) {
  return (
    <Stack direction="row" spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
      <span>{label}</span>
      {ids.map((id) => (
        <Reference key={id} resource="users" id={id} isInText />
      ))}
      {at && zone && <InstantText at={at} zone={zone} />}
    </Stack>
  )
}

/** One press says that a lead is coming; nothing for whoever is no lead. */
function Come({ record }: { record: RaRecord }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isSending, setSending] = useState(false)
  const state = useActionStates(Case, record)?.['answer-help']
  if (!state?.isAllowed) return null
  const come = async () => {
    setSending(true)
    try {
      await provider.act('cases', record.id, 'answer-help')
    } catch (error) {
      notify(words.failure(error), { type: 'error' })
    }
    setSending(false)
    refresh()
  }
  return (
    <Button variant="outlined" color="inherit" disabled={isSending} onClick={come}>
      {words.action('cases', 'answer-help')}
    </Button>
  )
}
