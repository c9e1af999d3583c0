import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import PushPin from '@mui/icons-material/PushPin'
import PushPinOutlined from '@mui/icons-material/PushPinOutlined'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import { Select } from '#admin/frame/Select.tsx'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'
import { type Density, noColour, rowHeights } from './layout.ts'

/** How the rows look, and which columns are shown, where, and which of them stay while the others scroll. */
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
      <RowsLook />
      {names.map((name, index) => {
        const label = words.field(entity.resource, name)
        const isPinned = preferences.pinned.includes(name)
        const isShown = !preferences.hidden.includes(name)
        return (
          <Stack key={name} direction="row" sx={{ alignItems: 'center' }}>
            <FormControlLabel
              sx={{ flex: 1 }}
              slotProps={{ typography: { variant: 'body2' } }}
              control={<Checkbox size="small" checked={isShown} onChange={() => preferences.toggle(name)} />}
              label={label}
            />
            <IconButton
              size="small"
              disabled={!isShown}
              aria-pressed={isPinned}
              aria-label={words.t('look.pinColumn', { name: label })}
              onClick={() => preferences.pin(name)}
            >
              {isPinned ? <PushPin fontSize="inherit" /> : <PushPinOutlined fontSize="inherit" />}
            </IconButton>
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

/** The height of the rows, and the state or the limit by which they are coloured. */
function RowsLook() {
  const words = useWords()
  const { entity, preferences } = useListState()
  return (
    <Stack direction="row" spacing={1} sx={{ mb: 1, pt: 0.5 }}>
      <Select
        label={words.t('look.rows')}
        value={preferences.density}
        options={(Object.keys(rowHeights) as Density[]).map((value) => ({
          value,
          label: words.t(`look.density.${value}`),
        }))}
        change={preferences.space}
      />
      {preferences.colours.length > 0 && (
        <Select
          label={words.t('look.colour')}
          value={preferences.colour ?? noColour}
          options={[
            { value: noColour, label: words.t('look.noColour') },
            ...preferences.colours.map((value) => ({ value, label: words.field(entity.resource, value) })),
          ]}
          change={(name) => preferences.colourBy(name === noColour ? undefined : name)}
        />
      )}
    </Stack>
  )
}
