import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { Form, useDataProvider, useNotify } from 'react-admin'
import { Submit } from '#admin/actions/Submit.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { TermList } from '#shared/declaration/field.ts'
import { Term } from '#shared/entities/term.ts'

interface AddTermProps {
  readonly list: TermList
  readonly position: number
  readonly close: () => void
  readonly done: () => void
}

/** The form of a new term at the end of a list; its code is its English name unless somebody says another one. */
export function AddTerm({ list, position, close, done }: AddTermProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const title = useId()
  const submit = async (values: object) => {
    const { names = {}, code } = filledIn(values) as Partial<Term>
    try {
      const first = names.en ?? Object.values(names)[0]
      await provider.create('terms', { data: { list, position, names, code: code ?? first } })
      close()
      done()
      return undefined
    } catch (error) {
      notify(words.failure(error), { type: 'error' })
      return problemOf(error)?.errors
    }
  }
  const { code, names } = Term.fields
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="sm">
      <Form record={{}} onSubmit={submit} sanitizeEmptyValues>
        <DialogTitle id={title}>{t('terms.add')}</DialogTitle>
        <DialogContent>
          <Input resource="terms" source="names" field={names} />
          <Input resource="terms" source="code" field={{ ...code, isRequired: false }} help={t('terms.codeWhy')} />
        </DialogContent>
        <DialogButtons close={close}>
          <Submit label={t('terms.add')} />
        </DialogButtons>
      </Form>
    </Dialog>
  )
}
