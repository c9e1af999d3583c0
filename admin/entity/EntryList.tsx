import AddIcon from '@mui/icons-material/Add'
import CloseIcon from '@mui/icons-material/Close'
import ArrowDownIcon from '@mui/icons-material/KeyboardArrowDown'
import ArrowUpIcon from '@mui/icons-material/KeyboardArrowUp'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import { type ComponentType, Fragment, type ReactNode } from 'react'
import { useFieldArray, useFormState } from 'react-hook-form'
import { useWords } from '#admin/language/words.ts'
import { entryErrors } from './entryErrors.ts'

/** One entry of a list: its path in the form, and the buttons that move or remove it. */
interface ListEntry {
  readonly path: string
  readonly index: number
  readonly buttons: ReactNode
}

interface EntryListProps {
  /** Path of the list in the form. */
  readonly source: string
  /** What one entry is called in the names of its buttons. */
  readonly noun: string
  /** The label of the button for a new entry, where it is more than the noun. */
  readonly add?: string
  readonly isDisabled?: boolean
  /** The values of a new entry. */
  readonly blank?: (index: number) => object
  /** What stands around the entries, such as a table. */
  readonly frame?: ComponentType<{ children: ReactNode }>
  readonly children: (entry: ListEntry) => ReactNode
}

/** A list in a form: its entries, each movable and removable, the button for a new one, and what is wrong with it. */
export function EntryList({ source, noun, add, isDisabled, blank, frame: Frame = Stack, children }: EntryListProps) {
  const { t } = useWords()
  // The rule registers the list itself, so that an error of a whole entry goes away with the next validation.
  const { fields, append, move, remove } = useFieldArray({ name: source, rules: { validate: () => true } })
  const { errors } = useFormState({ name: source })
  const button = (action: 'up' | 'down' | 'remove', index: number, Icon: typeof AddIcon, press: () => void) => (
    <IconButton
      size="small"
      aria-label={t(`entries.${action}`, { noun, number: index + 1 })}
      disabled={(action === 'up' && index === 0) || (action === 'down' && index === fields.length - 1)}
      onClick={press}
    >
      <Icon fontSize="small" />
    </IconButton>
  )
  return (
    <>
      <Frame>
        {fields.map(({ id }, index) => (
          <Fragment key={id}>
            {children({
              path: `${source}.${index}`,
              index,
              buttons: !isDisabled && (
                <Stack direction="row">
                  {button('up', index, ArrowUpIcon, () => move(index, index - 1))}
                  {button('down', index, ArrowDownIcon, () => move(index, index + 1))}
                  {button('remove', index, CloseIcon, () => remove(index))}
                </Stack>
              ),
            })}
          </Fragment>
        ))}
      </Frame>
      {entryErrors(errors, source).map((message) => (
        <FormHelperText key={message} error>
          {message}
        </FormHelperText>
      ))}
      {!isDisabled && (
        <Button startIcon={<AddIcon />} onClick={() => append(blank?.(fields.length) ?? {})} sx={{ my: 1 }}>
          {add ?? t('entries.add', { noun })}
        </Button>
      )}
    </>
  )
}

/** An entry as a block: its inputs side by side where there is room, and its buttons at the end. */
export function EntryBlock({ buttons, children }: { buttons: ReactNode; children: ReactNode }) {
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ borderBottom: 1, borderColor: 'divider', py: 0.5, alignItems: { sm: 'start' } }}
    >
      <Box sx={{ flex: 1, ...grid }}>{children}</Box>
      <Box sx={{ mt: { sm: 1.5 } }}>{buttons}</Box>
    </Stack>
  )
}

const grid = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
  '& .MuiFormControl-root': { minWidth: 0 },
  '& > :has(> fieldset)': { gridColumn: '1 / -1' },
}
