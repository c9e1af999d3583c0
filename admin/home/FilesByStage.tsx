import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Figure } from './Figure.tsx'

const file: Entity = SettlementFile

/** The stages in which a file waits for somebody, each with the roles that act next. */
const waiting = Object.entries(file.lifecycle?.states ?? {}).flatMap(([stage, { next = '', waitsFor }]) => {
  const roles = waitsFor ?? file.actions[next]?.allow
  return roles ? [{ stage, roles }] : []
})

/** Settlement files by stage; the stages that wait for this person's role come first. */
export function FilesByStage({ me }: { me: Me }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { data, isError } = useQuery({
    queryKey: ['settlement-files', 'groups', 'stage'],
    queryFn: ({ signal }) => provider.groups('settlement-files', { by: ['stage'], sum: [], filter: {}, signal }),
    refetchInterval: 60_000,
  })
  const countOf = (stage: string) => data && (data.find(({ key }) => key.stage === stage)?.count ?? 0)
  const stages = waiting
    .map(({ stage, roles }) => ({ stage, isMine: me.roles.some((role) => roles.includes(role)) }))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine))
  return (
    <Section title={words.t('home.files')}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))' }}>
        {stages.map(({ stage, isMine }) => (
          <Figure
            key={stage}
            label={words.value('settlement-files', 'stage', stage)}
            to={listAddress('settlement-files', { filter: { stage } })}
            count={countOf(stage)}
            isFailed={isError}
            note={isMine && countOf(stage) ? words.t('home.yours') : undefined}
          />
        ))}
      </Box>
    </Section>
  )
}
