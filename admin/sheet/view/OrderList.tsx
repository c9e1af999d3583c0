import CloseIcon from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { Select } from '#admin/frame/Select.tsx'
import { useWords } from '#admin/language/words.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import { useListState } from '../useListState.ts'
import { orderBy, orderScale, placeIn, turned } from './order.ts'

/** The columns of the order, the most important first: each can be turned round and taken out, and others added. */
export function OrderList() {
  const words = useWords()
  const { entity, columns, order, change } = useListState()
  const labelOf = (name: string) => words.field(entity.resource, name)
  const others = columns.filter(({ name }) => !placeIn(order, name))
  return (
    <Stack spacing={1}>
      {order.map(([column, direction], index) => {
        const name = labelOf(column)
        const says = words.t(`order.${orderScale(entity, column)}.${direction}`)
        return (
          <Stack key={column} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography variant="body2" sx={{ flex: 1 }}>
              {index + 1}. {name}
            </Typography>
            <Button
              color="secondary"
              aria-label={words.t('order.turn', { name, direction: says })}
              onClick={() => change({ order: turned(order, column) })}
            >
              {says}
            </Button>
            <IconButton
              size="small"
              disabled={order.length === 1}
              aria-label={words.t('order.remove', { name })}
              onClick={() => change({ order: order.filter(([each]) => each !== column) })}
            >
              <CloseIcon fontSize="inherit" />
            </IconButton>
          </Stack>
        )
      })}
      {order.length < pageLimits.order && (
        <Select
          label={words.t('order.next')}
          value=""
          options={[{ value: '', label: '' }, ...others.map(({ name }) => ({ value: name, label: labelOf(name) }))]}
          change={(name) => change({ order: orderBy(entity, order, name, true) })}
        />
      )}
      <Button color="secondary" onClick={() => change({ order: [] })}>
        {words.t('order.reset')}
      </Button>
    </Stack>
  )
}
