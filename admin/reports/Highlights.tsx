import Box from '@mui/material/Box'
import { Figure } from '#admin/home/Figure.tsx'
import { formatNumber, formatShare } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { casesOf, filterOfScope, type ReportScope } from './reportScope.ts'
import { countIn, useGroupCounts } from './useGroupCounts.ts'

/** The few numbers that a supervisor reads first, each with what it is a share of. */
export function Highlights({ scope }: { scope: ReportScope }) {
  const { t, locale } = useWords()
  const filter = casesOf(scope)
  const promised = filterOfScope(scope, 'dueAt')
  const clocks = useGroupCounts('cases', { by: ['acknowledgementResult', 'responseResult'], filter })
  const reopened = useGroupCounts('cases', { by: ['reopenedCount', 'status'], filter })
  const promises = useGroupCounts('promises', { by: ['status', 'isKeptInTime'], filter: promised })
  const share = (part: number | undefined, whole: number | undefined, count: string) => ({
    count: part,
    text: whole ? formatShare((part ?? 0) / whole, locale) : '–',
    detail: t(count, { part: formatNumber(part ?? 0, locale), whole: formatNumber(whole ?? 0, locale) }),
  })
  const inTime = (fact: 'acknowledgementResult' | 'responseResult') => ({
    label: t(`reports.${fact}`),
    to: listAddress('cases', { filter: { ...filter, [fact]: 'in-time' } }),
    isFailed: clocks.isError,
    ...share(
      clocks.data && countIn(clocks.data, (key) => key[fact] === 'in-time'),
      clocks.data && countIn(clocks.data, (key) => key[fact] !== null),
      'reports.ofEnded',
    ),
  })
  const isReopened = (count: unknown) => Number(count ?? 0) > 0
  const figures = [
    {
      label: t('reports.received'),
      to: listAddress('cases', { filter }),
      count: clocks.data && countIn(clocks.data),
      isFailed: clocks.isError,
    },
    inTime('acknowledgementResult'),
    inTime('responseResult'),
    {
      label: t('reports.reopened'),
      to: listAddress('cases', { filter: { ...filter, reopenedCount_gt: 0 } }),
      isFailed: reopened.isError,
      ...share(
        reopened.data && countIn(reopened.data, (key) => isReopened(key.reopenedCount)),
        reopened.data &&
          countIn(
            reopened.data,
            ({ status, reopenedCount }) => isReopened(reopenedCount) || status === 'resolved' || status === 'closed',
          ),
        'reports.ofResolved',
      ),
    },
    {
      label: t('reports.promises.title'),
      to: listAddress('promises', { filter: { ...promised, isKeptInTime: true } }),
      isFailed: promises.isError,
      ...share(
        promises.data && countIn(promises.data, (key) => key.isKeptInTime === true),
        promises.data && countIn(promises.data, (key) => key.isKeptInTime !== null),
        'reports.ofEnded',
      ),
    },
  ]
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', mb: 2 }}>
      {figures.map((figure) => (
        <Figure key={figure.label} {...figure} />
      ))}
    </Box>
  )
}
