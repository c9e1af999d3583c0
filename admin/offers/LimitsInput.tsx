import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import { EntryBlock, EntryList } from '#admin/entity/EntryList.tsx'
import { Fieldset, Input, type InputProps } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'

/** What each role offers without asking, a role a row: a limit of the site or an amount, or a share of either. */
export function LimitsInput({ source, field, isDisabled }: InputProps) {
  const words = useWords()
  return (
    <Fieldset legend={words.field('offer-rules', source)}>
      <FormHelperText sx={{ mx: 0 }}>{words.t('offerRule.limitsHelp')}</FormHelperText>
      <EntryList
        source={source}
        noun={words.t('offerRule.limit')}
        add={words.t('offerRule.addLimit')}
        isDisabled={isDisabled}
      >
        {({ path, buttons }) => (
          <EntryBlock buttons={buttons}>
            <Box
              sx={{
                display: 'grid',
                columnGap: 2,
                gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' },
              }}
            >
              {Object.entries(field.fields ?? {}).map(([name, inner]) => (
                <Input
                  key={name}
                  resource="offer-rules"
                  source={`${path}.${name}`}
                  field={inner}
                  isDisabled={isDisabled}
                />
              ))}
            </Box>
          </EntryBlock>
        )}
      </EntryList>
    </Fieldset>
  )
}
