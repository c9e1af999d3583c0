import LockOutlined from '@mui/icons-material/LockOutlined'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import { isRestricted } from '#admin/provider/restricted.ts'

/** Says above a restricted record that it is one, and that opening it was noted; nothing above any other. */
export function RestrictedLine({ id }: { readonly id: unknown }) {
  const { t } = useWords()
  if (!isRestricted(id)) return null
  return (
    <Stack
      direction="row"
      spacing={1}
      role="note"
      sx={{ alignItems: 'center', px: { xs: 2, md: 3 }, pt: 2, color: 'warning.main' }}
    >
      <LockOutlined fontSize="small" aria-hidden />
      <Typography variant="body2">
        <strong>{t('restricted.name')}</strong> · {t('restricted.noted')}
      </Typography>
    </Stack>
  )
}
