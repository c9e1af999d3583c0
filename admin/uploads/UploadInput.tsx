import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState } from 'react'
import { type InputProps, useDataProvider, useInput } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { knownTypes } from '#shared/values/contentType.ts'
import { sendDocument, sendSentence } from './sendFile.ts'

type UploadInputProps = Omit<InputProps, 'format' | 'parse'> & { readonly autoFocus?: boolean }

/** Asks for a file and sends it at once, with its progress; the value is the id of the upload, or nothing until it arrived. */
export function UploadInput({ autoFocus, ...input }: UploadInputProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const { id, field, fieldState } = useInput(input)
  const chooser = useRef<HTMLInputElement>(null)
  const sending = useRef<AbortController>(null)
  const [name, setName] = useState('')
  const [share, setShare] = useState<number>()
  const [fault, setFault] = useState<string>()
  // A form that is closed sends nothing more.
  useEffect(() => () => sending.current?.abort(), [])
  const send = async (file: File) => {
    sending.current?.abort()
    const own = new AbortController()
    sending.current = own
    setName(file.name)
    setFault(undefined)
    setShare(0)
    field.onChange(null)
    try {
      const sent = await sendDocument(provider, file, { report: setShare, signal: own.signal })
      if (!own.signal.aborted) field.onChange(sent)
    } catch (error) {
      if (!own.signal.aborted) setFault(sendSentence(words, error, file.name))
    } finally {
      if (!own.signal.aborted) setShare(undefined)
    }
  }
  const problem = fault ?? (share === undefined ? fieldState.error?.message : undefined)
  const hint = `${id}-hint`
  return (
    <Stack spacing={0.5} sx={{ my: 1.5, minWidth: 0, alignItems: 'start' }}>
      <Button
        autoFocus={autoFocus}
        variant="outlined"
        color={problem ? 'error' : 'secondary'}
        startIcon={<UploadFileOutlined />}
        aria-describedby={hint}
        disabled={input.disabled === true}
        onClick={() => chooser.current?.click()}
      >
        {t(name ? 'upload.another' : 'upload.choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={knownTypes.join()}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again after it was corrected.
          target.value = ''
          if (file) void send(file)
        }}
      />
      {share !== undefined && (
        <LinearProgress
          variant="determinate"
          value={share * 100}
          aria-label={t('upload.sending', { name })}
          sx={{ width: '100%' }}
        />
      )}
      <Typography id={hint} role="status" variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {share !== undefined
          ? t('upload.sending', { name })
          : field.value
            ? t('upload.sent', { name })
            : t('upload.kinds', { megabytes: uploadMegabytes.document })}
      </Typography>
      {problem && <FormHelperText error>{problem.replace(/^@@react-admin@@"?|"$/g, '')}</FormHelperText>}
    </Stack>
  )
}
