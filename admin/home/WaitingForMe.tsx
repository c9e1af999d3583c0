import Box from '@mui/material/Box'
import { Section } from '#admin/frame/Page.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { Figure } from './Figure.tsx'
import { useCount } from './useCount.ts'
import { type WaitingWork, waitingWorkOf } from './waitingWork.ts'

const minute = 60_000

/** What waits for this person to act or to decide: calls, offers, promises, reports. Nothing for who has no such work. */
export function WaitingForMe({ me }: { me: Me }) {
  const { t } = useWords()
  const { zoneOf } = useSites()
  // The minute that has begun, so that the same question is asked until it is over.
  const nowMs = Math.floor(Date.now() / minute) * minute
  const today = dayOf(wallAt(zoneOf(), nowMs))
  const work = waitingWorkOf(me, { now: new Date(nowMs).toISOString(), today })
  if (work.length === 0) return null
  return (
    <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
      <Section title={t('home.waiting.title')}>
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' }}>
          {work.map((each) => (
            <WaitingFigure key={each.name} {...each} />
          ))}
        </Box>
      </Section>
    </Box>
  )
}

function WaitingFigure({ name, resource, filter, order, tone, to }: WaitingWork) {
  const { t } = useWords()
  const { data, isError } = useCount(resource, filter, order)
  return (
    <Figure
      label={t(`home.waiting.${name}`)}
      tone={tone}
      to={to ?? listAddress(resource, { filter, order })}
      count={data?.total}
      isFailed={isError}
    />
  )
}
