import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Form, SaveButton, useResourceContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import type { DeclaredField } from './declaredFields.ts'
import { Input } from './Input.tsx'

/** The form of an entity: its inputs in their declared order, one primary button. */
export function EntityForm({
  inputs,
  label,
  defaults,
}: {
  inputs: readonly DeclaredField[]
  label: string
  defaults?: Record<string, unknown>
}) {
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
        {inputs.map(({ name, field, isEditable }) => (
          <Box key={name} className={isWide(field.kind) ? 'wide' : undefined} sx={{ minWidth: 0 }}>
            <Input resource={resource} source={name} field={field} isDisabled={!isEditable} />
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <SaveButton
          label={label}
          variant="contained"
          icon={<span />}
          sx={{ '& .MuiButton-startIcon': { display: 'none' } }}
        />
        <Button color="secondary" onClick={() => navigate(-1)}>
          {t('form.cancel')}
        </Button>
      </Box>
    </Form>
  )
}

const isWide = (kind: string): boolean => ['longText', 'list', 'group', 'texts', 'data'].includes(kind)
