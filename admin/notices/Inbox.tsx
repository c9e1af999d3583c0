import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { type ReactNode, useState } from 'react'
import { useDataProvider, useNotify, usePermissions } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Column, EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { watchJob } from '#admin/provider/jobs.ts'
import { NoticeLine } from './NoticeLine.tsx'
import { ownNotices, useNotices, useRefreshNotices } from './useNotices.ts'

/** What the person was told, unread first; each line opens its record. */
export function Inbox() {
  const words = useWords()
  const { permissions: me } = usePermissions<Me>()
  return (
    <Page title={words.resource('notices')} maxWidth={880}>
      {me && (
        <Column>
          <NoticeList me={me} title={words.t('notices.unread')} none={words.t('notices.noneUnread')} isRead={false} />
          <NoticeList me={me} title={words.t('notices.read')} none={words.t('notices.noneRead')} isRead />
        </Column>
      )}
    </Page>
  )
}

/** How many notices a list shows at first, how many more at a time, and at the most. */
const shown = { step: 25, most: 200 } as const

interface NoticeListProps {
  readonly me: Me
  readonly title: ReactNode
  /** The sentence of the empty state. */
  readonly none: string
  readonly isRead: boolean
}

function NoticeList({ me, title, none, isRead }: NoticeListProps) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefreshNotices()
  const [limit, setLimit] = useState<number>(shown.step)
  const { data, error, isPending, refetch } = useNotices(me.id, isRead, limit)
  const notices = data?.notices ?? []
  const mark = (work: Promise<unknown>) =>
    work.catch((failure: unknown) => notify(words.failure(failure), { type: 'error' })).finally(refresh)
  const markAll = async () => {
    const scope = { filter: ownNotices(me.id, false) }
    const { job } = await provider.bulk('notices', scope, { action: 'mark-read', body: {} })
    await watchJob(provider, job)
    notify(words.t('notices.allReadDone'), { type: 'success' })
  }
  const all = !isRead && notices.length > 1 && (
    <Button color="secondary" onClick={() => mark(markAll())}>
      {words.t('notices.allRead')}
    </Button>
  )
  return (
    <Section title={title} actions={all}>
      {error && <ReadError error={error} again={refetch} />}
      {isPending && <Skeleton variant="rounded" height={120} />}
      {data && notices.length === 0 && <EmptyState>{none}</EmptyState>}
      <Box component="ul" className="plain">
        {notices.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            read={isRead ? undefined : () => void mark(provider.act('notices', notice.id, 'mark-read'))}
          />
        ))}
      </Box>
      {data && data.total > notices.length && limit < shown.most && (
        <Button onClick={() => setLimit(limit + shown.step)}>{words.t('notices.more')}</Button>
      )}
    </Section>
  )
}
