import Box from '@mui/material/Box'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Figure } from './Figure.tsx'
import { listAddress, useCount } from './useCount.ts'

const file: Entity = SettlementFile

/** The stages in which a file waits for somebody, each with the roles that act next. */
const waiting = Object.entries(file.lifecycle?.states ?? {}).flatMap(([stage, { next = '', waitsFor }]) => {
  const roles = waitsFor ?? file.actions[next]?.allow
  return roles ? [{ stage, roles }] : []
})

/** Settlement files by stage; the stages that wait for this person's role come first. */
export function FilesByStage({ me }: { me: Me }) {
  const { t } = useWords()
  const stages = waiting
    .map(({ stage, roles }) => ({ stage, isMine: me.roles.some((role) => roles.includes(role)) }))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine))
  return (
    <Section title={t('home.files')}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' }}>
        {stages.map((stage) => (
          <Stage key={stage.stage} {...stage} />
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
      label={words.value('settlement-files', 'stage', stage)}
      to={listAddress('settlement-files', { stage })}
      count={data}
      isFailed={isError}
      note={isMine && data?.total ? words.t('home.yours') : undefined}
    />
  )
}
