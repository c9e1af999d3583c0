import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'

interface ChoicesProps<Name extends string> {
  readonly title: string
  readonly value: Name
  readonly choices: readonly { readonly name: Name; readonly label: string; readonly why?: string }[]
  readonly choose: (name: Name) => void
}

/** Radio buttons with a title and a reason for each choice. */
export function Choices<Name extends string>({ title, value, choices, choose }: ChoicesProps<Name>) {
  return (
    <FormControl>
      <FormLabel sx={{ typography: 'body2', fontWeight: 600, '&, &.Mui-focused': { color: 'text.primary' } }}>
        {title}
      </FormLabel>
      <RadioGroup
        value={value}
        onChange={(_, chosen) => {
          const choice = choices.find(({ name }) => name === chosen)
          if (choice) choose(choice.name)
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
                  <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                    {why}
                  </Typography>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
