import HistoryIcon from '@mui/icons-material/History'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { Popup } from '#admin/frame/Popup.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Tool } from '../Tool.tsx'
import type { Command } from './edits.ts'
import type { Ledger } from './Ledger.ts'

/** What the person changed in this sheet, newest first, and what was taken back. */
export function Changes({ entity, ledger }: { entity: Entity; ledger: Ledger }) {
  const words = useWords()
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      <Tool label={words.t('sheet.changes')} act={() => setAnchor(document.activeElement)}>
        <HistoryIcon fontSize="small" />
      </Tool>
      <Popup
        anchor={anchor}
        close={() => setAnchor(null)}
        label={words.t('sheet.changes')}
        sx={{ p: 2, width: 320, maxHeight: 420 }}
      >
        <Box sx={{ fontWeight: 600 }}>{words.t('sheet.changes')}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: 13, mb: 1 }}>
          {words.t(ledger.commands.length === 0 ? 'sheet.noChanges' : 'sheet.changesWhy')}
        </Box>
        <Box component="ol" reversed sx={{ m: 0, paddingInlineStart: 3, fontSize: 14 }}>
          {ledger.commands.toReversed().map((command) => (
            <Box
              component="li"
              key={command.key}
              sx={{
                color: command.isUndone ? 'text.secondary' : undefined,
                textDecoration: command.isUndone ? 'line-through' : undefined,
              }}
            >
              {said(entity, command, words)}
            </Box>
          ))}
        </Box>
      </Popup>
    </>
  )
}

function said(entity: Entity, { changes, at: index }: Command, words: ReturnType<typeof useWords>): string {
  const rows = new Set(changes.map(({ id }) => id)).size
  const fields = [...new Set(changes.map(({ field }) => words.field(entity.resource, field)))].join(', ')
  const time = formatInstant(
    new Date(index).toISOString(),
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    words.locale,
  )
  return `${fields}: ${words.t('sheet.cells', { smart_count: changes.length })} ${words.t('sheet.inRows', { smart_count: rows })}, ${time}`
}
