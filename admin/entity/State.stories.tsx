import Stack from '@mui/material/Stack'
import { Case } from '#shared/entities/case.ts'
import { entities } from '#shared/entities/index.ts'
import { State, ToneText } from './State.tsx'

export const EveryState = {
  render: () => (
    <Stack spacing={1}>
      {entities.flatMap((entity) =>
        Object.keys(entity.lifecycle?.states ?? {}).map((state) => (
          <State key={`${entity.name} ${state}`} entity={entity} record={{ [entity.lifecycle?.field ?? '']: state }} />
        )),
      )}
    </Stack>
  ),
}

export const FieldWithTones = { render: () => <State entity={Case} record={{ severity: 'major' }} name="severity" /> }

export const NoState = { render: () => <State entity={Case} record={{}} /> }

export const EveryTone = {
  render: () => (
    <Stack spacing={1}>
      <ToneText tone="plain">Plain</ToneText>
      <ToneText tone="near">Near its limit</ToneText>
      <ToneText tone="done">Done</ToneText>
      <ToneText tone="past">Past its limit</ToneText>
    </Stack>
  ),
}
