import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { useEffect, useState } from 'react'
import { Form, type RaRecord, SaveContextProvider, useDataProvider, useNotify, usePermissions } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { Case } from '#shared/entities/case.ts'
import { ChoosePatient } from './ChoosePatient.tsx'

const further = [
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
  const [search] = useSearchParams()
  const { permissions: me } = usePermissions<Me>()
  const [patient, setPatient] = useState<RaRecord>()
  // Kept from the first drawing: a default that changes would reset what is being typed.
  const [receivedAt] = useState(() => new Date().toISOString())
  if (!me) return null
  const open = async (entered: object) => {
    if (!patient) {
      notify(t('intake.needPatient'), { type: 'warning' })
      return undefined
    }
    const said = Object.fromEntries(Object.entries(entered).filter(([, value]) => !isEmpty(value)))
    try {
      const { data } = await provider.create('cases', {
        data: { ...said, patientId: patient.id, siteId: patient.siteId },
      })
      notify(t('intake.opened'), { type: 'success' })
      navigate(`/cases/${data.id}/show`)
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
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Card component="section" sx={{ p: 3 }}>
          <Box component="h2" sx={{ typography: 'h2', m: 0, mb: 2 }}>
            {t('intake.who')}
          </Box>
          <ChoosePatient me={me} patient={patient} first={search.get('patientId') ?? undefined} choose={setPatient} />
        </Card>
        <Card component="section" sx={{ p: 3 }}>
          <Box component="h2" sx={{ typography: 'h2', m: 0, mb: 1 }}>
            {t('intake.what')}
          </Box>
          <SaveContextProvider value={{ save: open, saving: false, mutationMode: 'pessimistic' }}>
            <Form defaultValues={defaults} onSubmit={open} warnWhenUnsavedChanges>
              <SiteOf patient={patient} />
              {field('type')}
              {field('summary', { help: t('intake.wordsHint') })}
              {field('demands')}
              {field('disputedMinor')}
              <Box component="details" sx={{ my: 1 }}>
                <Box
                  component="summary"
                  sx={{ cursor: 'pointer', py: 1, color: 'primary.main', fontWeight: 600, fontSize: 14 }}
                >
                  {t('intake.more')}
                </Box>
                {further.map((name) => field(name))}
              </Box>
              <Box sx={{ mt: 1 }}>
                <Submit label={t('intake.submit')} />
              </Box>
            </Form>
          </SaveContextProvider>
        </Card>
      </Box>
    </Page>
  )
}

/** Tells the form the patient's site, by which amounts have their currency; what was typed before stays. */
function SiteOf({ patient }: { patient: RaRecord | undefined }) {
  const { setValue } = useFormContext()
  useEffect(() => setValue('siteId', patient?.siteId), [patient?.siteId, setValue])
  return null
}

// A group whose entries are all empty was never opened.
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every(isEmpty))
