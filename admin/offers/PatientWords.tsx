import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useNotify } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { directionOf, isLanguage, languageNames } from '#shared/text/languages.ts'

interface PatientWordsProps {
  readonly text: string
  /** The language of the text, where it is known. */
  readonly language?: string
  /** The words are said as they are. */
  readonly isFixed?: boolean
}

/** What is said to the patient with an offer, in the patient's language, ready to be read out or copied. */
export function PatientWords({ text, language, isFixed = false }: PatientWordsProps) {
  const { t } = useWords()
  const notify = useNotify()
  const name = isLanguage(language) ? languageNames[language] : undefined
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    notify(t('offer.copied'), { type: 'info' })
  }
  return (
    <Box sx={{ borderInlineStart: '3px solid', borderColor: 'primary.main', paddingInlineStart: 1.5, my: 1 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="caption" color="textSecondary" sx={{ flex: 1 }}>
          {name ? t('offer.wordsIn', { language: name }) : t('offer.words')}
        </Typography>
        <Button size="small" color="secondary" startIcon={<ContentCopyOutlined />} onClick={copy}>
          {t('offer.copy')}
        </Button>
      </Stack>
      <Typography
        component="blockquote"
        variant="body2"
        lang={language}
        dir={language ? directionOf(language) : 'auto'}
        sx={{ m: 0 }}
      >
        {text}
      </Typography>
      {isFixed && (
        <Typography variant="caption" color="textSecondary">
          {t('offer.goodwill')}
        </Typography>
      )}
    </Box>
  )
}
