import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Form, type RaRecord, SaveContextProvider, useDataProvider, useNotify, usePermissions } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { Submit } from '#admin/actions/Submit.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { Column, Page } from '#admin/frame/Page.tsx'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Case } from '#shared/entities/case.ts'
import { ChoosePatient } from './ChoosePatient.tsx'

const optionalFields = [
  'channel',
  'receivedAt',
  'eventAt',
  'serviceLine',
  'severity',
  'complainant',
  'encounterId',
  'ownerId',
] as const

/** Opens a case in two minutes: who, what, in their own words, and what they ask for; all else can wait. */
export function Intake() {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const navigate = useNavigate()
  const { currencyOf } = useSites()
  const [search] = useSearchParams()
  const { permissions: me } = usePermissions<Me>()
  const [patient, setPatient] = useState<RaRecord>()
  const matter = useRef<HTMLDivElement>(null)
  const choose = useCallback((chosen: RaRecord | undefined) => {
    setPatient(chosen)
    // Whoever has found the patient goes on with the matter.
    if (chosen) matter.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
  }, [])
  // The instant of the first rendering: a default that changes would reset the form while somebody types.
  const [receivedAt] = useState(() => new Date().toISOString())
  if (!me) return null
  const open = async (values: object) => {
    if (!patient) {
      notify(t('intake.needPatient'), { type: 'warning' })
      document.querySelector<HTMLElement>('input[type=search]')?.focus()
      return undefined
    }
    const { siteId } = patient
    const entered = filledIn(values)
    const currency = 'disputedMinor' in entered ? { currency: currencyOf(siteId) } : {}
    try {
      const { data } = await provider.create('cases', {
        data: { ...entered, ...currency, patientId: patient.id, siteId },
      })
      notify(t('intake.opened'), { type: 'success' })
      navigate(`/cases/${data.id}/show`, { state: { isNew: true } })
      return undefined
    } catch (error) {
      notify(failure(error), { type: 'error' })
      return problemOf(error)?.errors
    }
  }
  const defaults = { type: 'complaint', channel: 'in-person', receivedAt, ownerId: me.id }
  const field = (name: keyof typeof Case.fields, props = {}) => (
    <Input key={name} resource="cases" source={name} field={Case.fields[name]} {...props} />
  )
  return (
    <Page title={t('intake.title')} under="cases" maxWidth={860}>
      <Column>
        <Card component="section" sx={{ p: 3 }}>
          <Typography variant="h2" sx={{ mb: 2 }}>
            {t('intake.who')}
          </Typography>
          <ChoosePatient me={me} patient={patient} initialId={search.get('patientId') ?? undefined} choose={choose} />
        </Card>
        <Card component="section" ref={matter} sx={{ p: 3 }} onKeyDown={sendByKeys}>
          <Typography variant="h2" sx={{ mb: 1 }}>
            {t('intake.what')}
          </Typography>
          <SaveContextProvider value={{ save: open, saving: false, mutationMode: 'pessimistic' }}>
            <Form defaultValues={defaults} onSubmit={open} warnWhenUnsavedChanges>
              <PatientSite patient={patient} />
              {field('type')}
              {field('summary', { help: t('intake.wordsHint') })}
              {field('demands')}
              {field('disputedMinor')}
              <Box component="details" sx={{ my: 1, '& > *': { boxSizing: 'border-box' } }}>
                <Box component="summary" sx={{ cursor: 'pointer', py: 1, typography: 'button', color: 'primary.main' }}>
                  {t('intake.more')}
                </Box>
                {optionalFields.map((name) => field(name))}
              </Box>
              <Stack direction="row" spacing={1.5} sx={{ mt: 1, alignItems: 'center' }}>
                <Submit label={t('intake.submit')} />
                <Typography variant="caption" color="textSecondary">
                  <kbd>Ctrl+Enter</kbd>
                </Typography>
              </Stack>
            </Form>
          </SaveContextProvider>
        </Card>
      </Column>
    </Page>
  )
}

/** Sets the patient's site in the form, because amounts take their currency from it; other entries stay. */
function PatientSite({ patient }: { patient: RaRecord | undefined }) {
  const { setValue } = useFormContext()
  useEffect(() => setValue('siteId', patient?.siteId), [patient?.siteId, setValue])
  return null
}
