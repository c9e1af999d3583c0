import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetPreferences } from './preferences.ts'

/** Shows, hides and moves columns one by one. */
export function ColumnsList({ entity, kept }: { entity: Entity; kept: SheetPreferences }) {
  const words = useWords()
  const names = kept.all.map(({ name }) => name)
  const move = (index: number, step: number) => {
    const order = [...names]
    const [moved] = order.splice(index, 1)
    if (moved) order.splice(index + step, 0, moved)
    kept.arrange(order)
  }
  return (
    <>
      {names.map((name, index) => {
        const label = words.field(entity.resource, name)
        return (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center' }}>
            <FormControlLabel
              sx={{ flex: 1, '& .MuiFormControlLabel-label': { fontSize: 14 } }}
              control={
                <Checkbox size="small" checked={!kept.hidden.includes(name)} onChange={() => kept.toggle(name)} />
              }
              label={label}
            />
            <IconButton
              size="small"
              disabled={index === 0}
              aria-label={words.t('sheet.moveUp', { name: label })}
              onClick={() => move(index, -1)}
            >
              <ArrowUpward fontSize="inherit" />
            </IconButton>
            <IconButton
              size="small"
              disabled={index === names.length - 1}
              aria-label={words.t('sheet.moveDown', { name: label })}
              onClick={() => move(index, 1)}
            >
              <ArrowDownward fontSize="inherit" />
            </IconButton>
          </Box>
        )
      })}
      {kept.isOwn && (
        <Button color="secondary" onClick={kept.reset}>
          {words.t('sheet.resetColumns')}
        </Button>
      )}
    </>
  )
}
