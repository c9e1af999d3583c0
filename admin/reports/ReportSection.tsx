import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'

interface ReportSectionProps {
  readonly title: string
  /** What exactly is counted, where the title does not say it. */
  readonly note?: string
  readonly actions?: ReactNode
  readonly read: { readonly error: unknown; readonly isPending: boolean; readonly refetch: () => void }
  readonly isEmpty: boolean
  readonly children: ReactNode
}

/** A card of the reports: its figures, or why there are none; on paper it is never torn apart, and bars keep their colour. */
export function ReportSection({ title, note, actions, read, isEmpty, children }: ReportSectionProps) {
  const { t } = useWords()
  return (
    <Box sx={{ minWidth: 0, breakInside: 'avoid', printColorAdjust: 'exact' }}>
      <Section title={title} actions={actions}>
        {note && (
          <Typography variant="caption" component="div" color="textSecondary" sx={{ mt: -1, mb: 1 }}>
            {note}
          </Typography>
        )}
        {Boolean(read.error) && <ReadError error={read.error} again={read.refetch} />}
        {read.isPending && !read.error && <Skeleton variant="rounded" height={140} />}
        {!read.isPending && !read.error && (isEmpty ? <EmptyState>{t('reports.none')}</EmptyState> : children)}
      </Section>
    </Box>
  )
}
