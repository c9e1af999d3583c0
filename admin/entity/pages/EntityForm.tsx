import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { ComponentType } from 'react'
import { Form, SaveButton, useResourceContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import type { DeclaredField } from '../declaredFields.ts'
import { Input, type InputProps } from '../Input.tsx'

/** Inputs of their own, by the name of their field; every other field has that of its kind. */
export type Editors = Readonly<Record<string, ComponentType<InputProps>>>

interface EntityFormProps {
  readonly inputs: readonly DeclaredField[]
  /** Label of the primary button. */
  readonly label: string
  /** Values of a new record that stand in the form at first. */
  readonly defaults?: Record<string, unknown>
  readonly editors?: Editors
}

/** The form of an entity: its inputs in their declared order, one primary button. */
export function EntityForm({ inputs, label, defaults, editors = {} }: EntityFormProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const resource = useResourceContext() ?? ''
  return (
    <Form defaultValues={defaults} warnWhenUnsavedChanges sanitizeEmptyValues>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
          columnGap: 2,
          rowGap: 0.5,
          '& > .wide': { gridColumn: '1 / -1' },
        }}
      >
        {inputs.map(({ name, field, isEditable }) => {
          const Editor = editors[name] ?? Input
          return (
            <Box key={name} className={isWide(field.kind) ? 'wide' : undefined} sx={{ minWidth: 0 }}>
              <Editor resource={resource} source={name} field={field} isDisabled={!isEditable} />
            </Box>
          )
        })}
      </Box>
      <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
        <SaveButton
          label={label}
          variant="contained"
          icon={<span />}
          sx={{ '& .MuiButton-startIcon': { display: 'none' } }}
        />
        <Button color="secondary" onClick={() => navigate(-1)}>
          {t('form.cancel')}
        </Button>
      </Stack>
    </Form>
  )
}

const isWide = (kind: string): boolean => ['longText', 'list', 'group', 'texts', 'data'].includes(kind)
