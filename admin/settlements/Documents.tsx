import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { EmptyState } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'

/** The documents of a file with the first digits of their checksums. */
export function Documents({ record }: { record: RaRecord }) {
  const words = useWords()
  const documents: { kind: string; file: string; sha256: string }[] = record.documents ?? []
  if (documents.length === 0) return <EmptyState>{words.t('file.noDocuments')}</EmptyState>
  return (
    <Stack component="ul" className="plain" spacing={1} sx={{ typography: 'body2' }}>
      {documents.map(({ kind, file, sha256 }) => (
        <li key={sha256 + file}>
          <strong>{words.value('settlement-files', 'kind', kind)}</strong>
          <Typography variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            <bdi>{file}</bdi> · <code title={sha256}>{sha256.slice(0, 10)}…</code>
          </Typography>
        </li>
      ))}
    </Stack>
  )
}
