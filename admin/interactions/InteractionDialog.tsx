import Box from '@mui/material/Box'
import { useState } from 'react'
import type { RaRecord } from 'react-admin'
import { FormDialog } from '#admin/actions/FormDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import { PromisePrompt } from '#admin/promises/PromisePrompt.tsx'
import { usualKeeper } from '#admin/promises/promiseForm.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Field } from '#shared/declaration/field.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { usualPlace } from './interactionForm.ts'
import { Participants, UsualPlace } from './Participants.tsx'
import { useSaveInteraction } from './useSaveInteraction.ts'

const { kind, place, at, details, resolution, attendees, conduct } = Interaction.fields

interface InteractionDialogProps {
  readonly record: RaRecord
  readonly me: Me
  readonly close: () => void
}

/** Writes down a contact with a patient: what it was, when and where, who was there, and what was said. */
export function InteractionDialog({ record, me, close }: InteractionDialogProps) {
  const { t } = useWords()
  const { save, refusal } = useSaveInteraction(record, close)
  const [defaults] = useState(() => ({
    ...{ kind: 'call', place: usualPlace.call, at: new Date().toISOString() },
    siteId: record.siteId,
  }))
  const input = (source: string, field: Field) => (
    <Input resource="interactions" source={source} field={field} autoFocus={source === 'kind'} />
  )
  return (
    <FormDialog title={t('contact.log')} close={close} defaults={defaults} send={save} refusal={refusal} width="sm">
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {input('kind', kind)}
        {input('place', place)}
      </Box>
      <UsualPlace />
      <Participants matter={record} />
      {input('details', details)}
      {input('resolution', resolution)}
      <PromisePrompt sources={['details', 'resolution']} siteId={record.siteId} keeperId={usualKeeper(record, me)} />
      {/* It has seven stops of its own for the keyboard, and is now in most cases. */}
      {input('at', at)}
      <Box component="details" sx={{ my: 1 }}>
        <Box component="summary" sx={{ cursor: 'pointer', py: 1, typography: 'button', color: 'primary.main' }}>
          {t('contact.more')}
        </Box>
        {input('attendees', attendees)}
        {input('conduct', conduct)}
      </Box>
    </FormDialog>
  )
}
