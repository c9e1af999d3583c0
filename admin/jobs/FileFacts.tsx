import ContentCopy from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { DescriptionList } from '#admin/frame/Page.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'

interface FileFactsProps {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** The rows and bytes of a file, and its SHA-256 checksum: shown short, copied whole. */
export function FileFacts({ rows, bytes, sha256 }: FileFactsProps) {
  const { t, locale } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(sha256).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <DescriptionList>
      <dt>{t('job.rows')}</dt>
      <dd>{formatNumber(rows, locale)}</dd>
      <dt>{t('job.size')}</dt>
      <dd>{t('job.bytes', { bytes: formatNumber(bytes, locale) })}</dd>
      <Box component="dt" sx={{ alignSelf: 'center' }}>
        {t('job.checksum')}
      </Box>
      <Stack component="dd" direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Box component="code" dir="ltr" title={sha256}>
          {`${sha256.slice(0, 8)}…${sha256.slice(-8)}`}
        </Box>
        <Button color="secondary" startIcon={<ContentCopy />} onClick={() => void copy()}>
          {t(isCopied ? 'job.copied' : 'job.copy')}
        </Button>
      </Stack>
    </DescriptionList>
  )
}
