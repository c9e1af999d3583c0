import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'

/** What a sign-in asks for at the moment. */
export type LoginStep = 'password' | 'new-password' | 'code' | 'set-up'

/** Title and sentence of each step. */
export const loginTexts: Readonly<Record<LoginStep, { readonly title: string; readonly why: string }>> = {
  password: { title: 'auth.welcome', why: 'auth.purpose' },
  'new-password': { title: 'auth.choose', why: 'auth.chooseWhy' },
  code: { title: 'auth.codeTitle', why: 'auth.codeWhy' },
  'set-up': { title: 'auth.setUpTitle', why: 'auth.setUpWhy' },
}

interface LoginFieldsProps {
  readonly step: LoginStep
  readonly factorKey: string
  /** The address of the person who was signed in before. */
  readonly email?: string
}

/** The fields of one step of a sign-in. */
export function LoginFields({ step, factorKey, email }: LoginFieldsProps) {
  if (step === 'new-password') return <NewPassword />
  if (step === 'code') return <Code name="code" />
  return step === 'set-up' ? <SetUp factorKey={factorKey} /> : <EmailAndPassword email={email} />
}

function EmailAndPassword({ email }: { email: string | undefined }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        key="email"
        name="email"
        type="email"
        label={t('auth.email')}
        autoComplete="username"
        defaultValue={email}
        required
        autoFocus={!email}
      />
      <TextField
        key="password"
        name="password"
        type="password"
        label={t('auth.password')}
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
      />
    </>
  )
}

function NewPassword() {
  const { t } = useWords()
  return (
    <TextField
      key="replacement"
      name="replacement"
      type="password"
      label={t('auth.newPassword')}
      autoComplete="new-password"
      required
      autoFocus
      slotProps={{ htmlInput: { minLength: 12 } }}
    />
  )
}

/** Six digits from the app; a keyboard of digits on phones, and written from the left in every language. */
function Code({ name }: { name: 'code' | 'firstCode' }) {
  const { t } = useWords()
  return (
    <TextField
      key={name}
      name={name}
      label={t('auth.code')}
      autoComplete="one-time-code"
      required
      autoFocus
      slotProps={{ htmlInput: { inputMode: 'numeric', pattern: '[0-9]{6}', maxLength: 6, dir: 'ltr' } }}
    />
  )
}

/** The key in groups of four, as people type it, and the same as a link for an app on this device. */
function SetUp({ factorKey }: { factorKey: string }) {
  const { t } = useWords()
  return (
    <>
      <Stack spacing={0.5}>
        <Typography variant="subtitle2" component="p">
          {t('auth.key')}
        </Typography>
        <Typography dir="ltr" sx={{ fontFamily: 'monospace', wordBreak: 'break-word', userSelect: 'all' }}>
          {factorKey.replace(/(.{4})(?=.)/g, '$1 ')}
        </Typography>
        <Link href={`otpauth://totp/Redress?secret=${encodeURIComponent(factorKey)}&issuer=Redress`}>
          {t('auth.openApp')}
        </Link>
      </Stack>
      <Code name="firstCode" />
    </>
  )
}
