import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { saveFrom } from './save.ts'

interface DownloadProps {
  readonly job: string
  readonly label: string
  readonly isPrimary?: boolean
}

/** Saves the file of a job; its address is requested on the click, because it expires within minutes. */
export function Download({ job, label, isPrimary = false }: DownloadProps) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const download = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const { result } = await provider.job(job)
      if (typeof result?.url === 'string') saveFrom(result.url)
      else setRefusal(t('job.gone', { days: temporaryFiles.days }))
    } catch (error) {
      setRefusal(failure(error))
    }
    setBusy(false)
  }
  return (
    <>
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <Button
        variant={isPrimary ? 'contained' : 'outlined'}
        startIcon={<DownloadOutlined />}
        disabled={isBusy}
        onClick={() => void download()}
        sx={{ alignSelf: 'start' }}
      >
        {label}
      </Button>
    </>
  )
}
