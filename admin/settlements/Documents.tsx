import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'
import { Nothing } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'

/** The documents of a file with the first digits of their checksums. */
export function Documents({ record }: { record: RaRecord }) {
  const words = useWords()
  const documents: { kind: string; file: string; sha256: string }[] = record.documents ?? []
  if (documents.length === 0) return <Nothing>{words.t('file.noDocuments')}</Nothing>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: 14 }}>
      {documents.map(({ kind, file, sha256 }) => (
        <li key={sha256 + file}>
          <strong>{words.value(kind)}</strong>
          <Box sx={{ color: 'text.secondary', fontSize: 13, overflowWrap: 'anywhere' }}>
            <bdi>{file}</bdi> · <code title={sha256}>{sha256.slice(0, 10)}…</code>
          </Box>
        </li>
      ))}
    </Box>
  )
}
