import Box from '@mui/material/Box'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Figure } from './Figure.tsx'
import { listAt, useCount } from './useCount.ts'

/** Stages in which a file waits, and the role whose step comes next. */
const waiting = [
  ['opened', 'insurance-clerk'],
  ['record-requested', 'insurance-clerk'],
  ['record-received', 'accountant'],
  ['estimated', 'accounts-supervisor'],
  ['verified', 'services-manager'],
  ['approved', 'insurance-clerk'],
  ['returned', 'accountant'],
] as const

/** Settlement files by stage; the stages that wait for this person's role come first. */
export function FilesByStage({ me }: { me: Me }) {
  const { t } = useWords()
  const isMine = (role: string) => me.roles.includes(role)
  const stages = waiting.toSorted((a, b) => Number(isMine(b[1])) - Number(isMine(a[1])))
  return (
    <Section title={t('home.files')}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' }}>
        {stages.map(([stage, role]) => (
          <Stage key={stage} stage={stage} isMine={isMine(role)} />
        ))}
      </Box>
    </Section>
  )
}

function Stage({ stage, isMine }: { stage: string; isMine: boolean }) {
  const words = useWords()
  const { data, isError } = useCount('settlement-files', { stage })
  return (
    <Figure
      label={words.value(stage)}
      to={listAt('settlement-files', { stage })}
      count={data}
      isFailed={isError}
      note={isMine && data?.total ? words.t('home.yours') : undefined}
    />
  )
}
