import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { usePermissions } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { auth, sessionEnd } from '#admin/provider/index.ts'
import { DialogButtons } from '../DialogButtons.tsx'
import { LoginFields, loginTexts } from '../layout/LoginFields.tsx'
import { useSignInSteps } from '../layout/useSignInSteps.ts'

/** The sign-in over a page whose session has ended: what was typed stands behind it and is sent afterwards. */
export function SignInAgain() {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  // The person may change while the dialog is open, but not the name that it began with.
  const [email] = useState(me?.email)
  const { step, factorKey, error, isBusy, submit } = useSignInSteps((fields) => auth.login(fields))
  const isFirst = step === 'password'
  return (
    <Dialog open aria-labelledby="session-ended" aria-describedby="session-kept" maxWidth="xs" fullWidth>
      <form onSubmit={submit}>
        <DialogTitle id="session-ended">{t(isFirst ? 'session.ended' : loginTexts[step].title)}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography id="session-kept">{t(isFirst ? 'session.kept' : loginTexts[step].why)}</Typography>
            <LoginFields step={step} factorKey={factorKey} email={email} />
            {error && <Alert severity="error">{error}</Alert>}
            {isFirst && (
              <Typography variant="caption" color="textSecondary">
                {t('session.leaveWhy')}
              </Typography>
            )}
          </Stack>
        </DialogContent>
        <DialogButtons close={sessionEnd.leave} leave={t('session.leave')}>
          <Button type="submit" variant="contained" disabled={isBusy}>
            {t(isBusy ? 'auth.signingIn' : 'auth.signIn')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
