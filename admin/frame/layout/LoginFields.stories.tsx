import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { LoginFields, type LoginStep } from './LoginFields.tsx'

const story = (step: LoginStep) => ({
  render: () => (
    <Card sx={{ p: 4, width: 360, maxWidth: '100%' }}>
      <Stack component="form" spacing={2}>
        <LoginFields step={step} factorKey="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" />
      </Stack>
    </Card>
  ),
})

export const EmailAndPassword = story('password')

export const NewPassword = story('new-password')

export const CodeOfTheApp = story('code')

export const SetUpOfTheApp = story('set-up')
