import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useLocaleState, useLogin } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { languageChoices } from '#shared/text/languages.ts'
import { LoginFields, loginTexts } from './LoginFields.tsx'
import { Logo } from './Logo.tsx'
import { useSignInSteps } from './useSignInSteps.ts'

/** Signs in by e-mail and password; a first password is replaced and a second factor asked for or set up on the spot. */
export function Login() {
  const { t } = useWords()
  const login = useLogin()
  const { step, factorKey, error, isBusy, submit } = useSignInSteps(login)
  const { title, why } = loginTexts[step]
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Card sx={{ p: 4 }}>
          <Logo size={34} />
          <Typography variant="h1" sx={{ mt: 3, mb: 0.5 }}>
            {t(title)}
          </Typography>
          <Typography color="textSecondary" sx={{ mb: 3 }}>
            {t(why)}
          </Typography>
          <Stack component="form" onSubmit={submit} spacing={2}>
            <LoginFields step={step} factorKey={factorKey} />
            {error && <Alert severity="error">{error}</Alert>}
            <Button type="submit" variant="contained" size="large" disabled={isBusy}>
              {t(isBusy ? 'auth.signingIn' : 'auth.signIn')}
            </Button>
          </Stack>
        </Card>
        <Languages />
      </Box>
    </Box>
  )
}

function Languages() {
  const [locale, setLocale] = useLocaleState()
  return (
    <Stack direction="row" useFlexGap spacing={0.5} sx={{ justifyContent: 'center', flexWrap: 'wrap', mt: 2 }}>
      {languageChoices.map(({ code, name }) => (
        <Button key={code} lang={code} color="secondary" aria-pressed={code === locale} onClick={() => setLocale(code)}>
          {name}
        </Button>
      ))}
    </Stack>
  )
}
