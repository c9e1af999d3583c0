import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'

interface ChoicesProps<Name extends string> {
  readonly title: string
  readonly value: Name
  readonly choices: readonly { readonly name: Name; readonly label: string; readonly why?: string }[]
  readonly choose: (name: Name) => void
}

/** One of a few, each said in full. */
export function Choices<Name extends string>({ title, value, choices, choose }: ChoicesProps<Name>) {
  return (
    <FormControl>
      <FormLabel
        sx={{ fontSize: 14, fontWeight: 600, color: 'text.primary', '&.Mui-focused': { color: 'text.primary' } }}
      >
        {title}
      </FormLabel>
      <RadioGroup
        value={value}
        onChange={(_, chosen) => {
          const found = choices.find(({ name }) => name === chosen)
          if (found) choose(found.name)
        }}
      >
        {choices.map(({ name, label, why }) => (
          <FormControlLabel
            key={name}
            value={name}
            control={<Radio size="small" />}
            sx={{ alignItems: 'start', '& .MuiRadio-root': { py: 0.75 }, '& .MuiFormControlLabel-label': { py: 0.5 } }}
            label={
              <>
                {label}
                {why && (
                  <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 13 }}>
                    {why}
                  </Box>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
