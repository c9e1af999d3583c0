import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Nothing, Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'

/** A page that does not exist, or is not for this person. */
export function Lost() {
  const { t } = useWords()
  return (
    <Page title={t('frame.lost')}>
      <Nothing
        action={
          <Button component={Link} to="/" variant="contained">
            {t('frame.toHome')}
          </Button>
        }
      >
        {t('frame.lostWhy')}
      </Nothing>
    </Page>
  )
}
