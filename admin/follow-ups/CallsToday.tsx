import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type KeyboardEvent, useState } from 'react'
import { usePermissions } from 'react-admin'
import { Column, Columns, EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { CallLines } from './CallLines.tsx'
import { CallPanel } from './CallPanel.tsx'
import { callAfter } from './callOrder.ts'
import { type CallOwner, callOwners, useCalls } from './useCalls.ts'

/** Calls of today: the list, and one call with all that whoever makes it has to know and to write. */
export function CallsToday() {
  const { permissions: me } = usePermissions<Me>()
  return me ? <Calls me={me} /> : null
}

function Calls({ me }: { me: Me }) {
  const { t } = useWords()
  const zone = useSites().zoneOf()
  const isNarrow = useMediaQuery<{ breakpoints: { down: (key: string) => string } }>(({ breakpoints }) =>
    breakpoints.down('lg'),
  )
  const [owner, setOwner] = useState<CallOwner>('mine')
  const [chosen, setChosen] = useState<string>()
  const read = useCalls(owner, me, dayOf(wallAt(zone, Date.now())))
  const { calls } = read
  const isListed = chosen !== undefined && calls.some(({ id }) => id === chosen)
  // On a phone the list comes first; beside it there is always a call.
  const openId = isListed ? chosen : isNarrow ? undefined : (calls[0]?.id as string | undefined)
  const ended = () => {
    setChosen(callAfter(calls, openId))
    void read.refetch()
  }
  const move = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined
    const to = by === undefined ? undefined : calls[calls.findIndex(({ id }) => id === openId) + by]
    if (!to) return
    event.preventDefault()
    setChosen(String(to.id))
  }
  const list = (
    <Section title={t('calls.list', { smart_count: calls.length })}>
      <Select
        label={t('calls.whose')}
        value={owner}
        change={setOwner}
        options={callOwners.map((each) => ({ value: each, label: t(`calls.owner.${each}`) }))}
      />
      <CallLines read={read} calls={calls} openId={openId} open={setChosen} zone={zone} />
    </Section>
  )
  const panel = openId ? (
    <CallPanel key={openId} id={openId} me={me} ended={ended} />
  ) : (
    <Section title={t('calls.none')}>
      <EmptyState>{t('calls.noneHint')}</EmptyState>
    </Section>
  )
  return (
    <Page title={t('calls.title')}>
      <Box onKeyDown={move}>
        {isNarrow ? (
          <Column>
            {openId && (
              <Button color="secondary" onClick={() => setChosen(undefined)} sx={{ alignSelf: 'start' }}>
                {t('calls.back')}
              </Button>
            )}
            {openId ? panel : list}
          </Column>
        ) : (
          <Columns wide="minmax(280px, 1fr) minmax(0, 3fr)">
            {list}
            {panel}
          </Columns>
        )}
      </Box>
    </Page>
  )
}
