import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'

/** Shows, hides and moves columns one by one. */
export function ColumnsList() {
  const words = useWords()
  const { entity, preferences } = useListState()
  const names = preferences.all.map(({ name }) => name)
  const move = (index: number, step: number) => {
    const order = [...names]
    const [column] = order.splice(index, 1)
    if (column) order.splice(index + step, 0, column)
    preferences.arrange(order)
  }
  return (
    <>
      {names.map((name, index) => {
        const label = words.field(entity.resource, name)
        return (
          <Stack key={name} direction="row" sx={{ alignItems: 'center' }}>
            <FormControlLabel
              sx={{ flex: 1 }}
              slotProps={{ typography: { variant: 'body2' } }}
              control={
                <Checkbox
                  size="small"
                  checked={!preferences.hidden.includes(name)}
                  onChange={() => preferences.toggle(name)}
                />
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
          </Stack>
        )
      })}
      {preferences.isOwn && (
        <Button color="secondary" onClick={preferences.reset}>
          {words.t('sheet.resetColumns')}
        </Button>
      )}
    </>
  )
}
