import ButtonBase from '@mui/material/ButtonBase'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { agreedAt } from './callOrder.ts'

interface CallLinesProps {
  readonly read: { readonly error: unknown; readonly isPending: boolean; readonly refetch: () => void }
  readonly calls: readonly RaRecord[]
  readonly openId: string | undefined
  readonly open: (id: string) => void
  readonly zone: string
}

/** The calls of a list, one line each: who, what for, and when or until when. */
export function CallLines({ read, calls, openId, open, zone }: CallLinesProps) {
  const { t } = useWords()
  return (
    <>
      {Boolean(read.error) && <ReadError error={read.error} again={read.refetch} />}
      {read.isPending && <Skeleton variant="rounded" height={240} sx={{ mt: 1 }} />}
      {!read.isPending && !read.error && calls.length === 0 && <EmptyState>{t('calls.noLines')}</EmptyState>}
      <Stack component="ul" className="plain" sx={{ '&.plain': { mt: 1 } }}>
        {calls.map((call) => (
          <li key={call.id}>
            <CallLine call={call} isOpen={call.id === openId} open={() => open(String(call.id))} zone={zone} />
          </li>
        ))}
      </Stack>
    </>
  )
}

interface CallLineProps {
  readonly call: RaRecord
  readonly isOpen: boolean
  readonly open: () => void
  readonly zone: string
}

function CallLine({ call, isOpen, open, zone }: CallLineProps) {
  const words = useWords()
  const { t, locale } = words
  const at = agreedAt(call)
  const isLate = call.dueTo < new Date().toISOString()
  return (
    <ButtonBase
      onClick={open}
      aria-current={isOpen || undefined}
      sx={{
        display: 'block',
        width: 1,
        textAlign: 'start',
        px: 1,
        py: 0.75,
        borderRadius: 1,
        bgcolor: isOpen ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Typography variant="body2" component="div" noWrap dir="auto" sx={{ fontWeight: 'bold', textAlign: 'start' }}>
        {words.shown(call.patientName)}
      </Typography>
      <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', typography: 'caption', color: 'text.secondary' }}>
        <span>{words.value('follow-ups', 'kind', call.kind)}</span>
        {call.attemptCount > 0 && <span>{t('calls.tried', { smart_count: call.attemptCount })}</span>}
        {at && <ToneText tone="near">{formatInstant(at, zone, locale)}</ToneText>}
        {!at && isLate && <ToneText tone="past">{t('calls.late')}</ToneText>}
      </Stack>
    </ButtonBase>
  )
}
