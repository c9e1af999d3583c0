import HistoryIcon from '@mui/icons-material/History'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Popup } from '#admin/frame/Popup.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { punctuationOf } from '#admin/language/punctuation.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { ToolButton } from '../ToolButton.tsx'
import type { EditHistory } from './EditHistory.ts'
import type { Command } from './edits.ts'

/** The person's edits in this sheet, newest first; what was undone is struck out. */
export function Changes({ entity, edits }: { entity: Entity; edits: EditHistory }) {
  const words = useWords()
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      <ToolButton label={words.t('sheet.changes')} act={() => setAnchor(document.activeElement)}>
        <HistoryIcon fontSize="small" />
      </ToolButton>
      <Popup
        anchor={anchor}
        close={() => setAnchor(null)}
        label={words.t('sheet.changes')}
        sx={{ p: 2, width: 320, maxHeight: 420 }}
      >
        <Typography variant="h3">{words.t('sheet.changes')}</Typography>
        <Typography variant="caption" color="textSecondary">
          {words.t(edits.commands.length === 0 ? 'sheet.noChanges' : 'sheet.changesWhy')}
        </Typography>
        <Box component="ol" reversed sx={{ mt: 1, mb: 0, paddingInlineStart: 3, typography: 'body2' }}>
          {edits.commands.toReversed().map((command) => (
            <Box
              component="li"
              key={command.key}
              sx={{
                color: command.isUndone ? 'text.secondary' : undefined,
                textDecoration: command.isUndone ? 'line-through' : undefined,
              }}
            >
              {changeText(entity, command, words)}
            </Box>
          ))}
        </Box>
      </Popup>
    </>
  )
}

function changeText(entity: Entity, { changes, timeMs }: Command, words: ReturnType<typeof useWords>): string {
  const { comma, colon } = punctuationOf(words.locale)
  const rows = new Set(changes.map(({ id }) => id)).size
  const fields = [...new Set(changes.map(({ field }) => words.field(entity.resource, field)))].join(comma)
  const time = formatInstant(
    new Date(timeMs).toISOString(),
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    words.locale,
  )
  return `${fields}${colon}${words.t('sheet.cells', { smart_count: changes.length })} ${words.t('sheet.inRows', { smart_count: rows })}${comma}${time}`
}
