import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type RaRecord, useDataProvider } from 'react-admin'
import { EmptyState } from '#admin/frame/Page.tsx'
import { saveFrom } from '#admin/jobs/save.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'

/** The documents of a file, each with a button that opens it; the opening is written into its history. */
export function Documents({ record }: { record: RaRecord }) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const [busy, setBusy] = useState<number>()
  const [refusal, setRefusal] = useState<string>()
  const [unscanned, setUnscanned] = useState<string>()
  const documents: NonNullable<SettlementFile['documents']> = record.documents ?? []
  if (documents.length === 0) return <EmptyState>{t('file.noDocuments')}</EmptyState>
  const open = async (place: number) => {
    setBusy(place)
    setRefusal(undefined)
    setUnscanned(undefined)
    try {
      const { url, name, scan } = await provider.openFile(SettlementFile.resource, record.id, place)
      if (scan === 'not-scanned') setUnscanned(name)
      saveFrom(url, name)
    } catch (error) {
      setRefusal(words.failure(error))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Stack spacing={1}>
      {refusal && <Alert severity="error">{refusal}</Alert>}
      {unscanned !== undefined && <Alert severity="info">{t('upload.notScanned', { name: unscanned })}</Alert>}
      <Stack component="ul" className="plain" spacing={1} sx={{ typography: 'body2' }}>
        {documents.map(({ kind, file, sha256, uploadId }, index) => (
          <Stack component="li" key={uploadId ?? sha256 + file} direction="row" spacing={1}>
            <Stack sx={{ flex: 1, minWidth: 0 }}>
              <strong>{words.value(SettlementFile.resource, 'kind', kind)}</strong>
              <Typography variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                <bdi>{file}</bdi> · <code title={sha256}>{sha256.slice(0, 10)}…</code>
                {!uploadId && <div>{t('upload.notKept')}</div>}
              </Typography>
            </Stack>
            {uploadId && (
              <Button
                size="small"
                color="secondary"
                disabled={busy !== undefined}
                aria-label={t('upload.openNamed', { name: file })}
                onClick={() => void open(index + 1)}
                sx={{ alignSelf: 'start' }}
              >
                {t('upload.open')}
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
    </Stack>
  )
}
