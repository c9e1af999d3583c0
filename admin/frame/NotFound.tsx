import { useWords } from '#admin/language/words.ts'
import { EmptyPage } from './EmptyPage.tsx'

/** A page that does not exist, or is not for this person. */
export function NotFound() {
  const { t } = useWords()
  return <EmptyPage title={t('frame.notFound')} why={t('frame.notFoundWhy')} to="/" label={t('frame.toHome')} />
}
