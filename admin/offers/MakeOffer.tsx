import Alert from '@mui/material/Alert'
import { useRef, useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { FormDialog } from '#admin/actions/FormDialog.tsx'
import { Submit } from '#admin/actions/Submit.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import { Offer } from '#shared/entities/offer.ts'
import { isRefusal } from '#shared/refusals.ts'
import { type AmountTerms, offerDecision } from '#shared/rules/offers/offerDecision.ts'
import { inputsOf } from './offerInputs.ts'
import { PatientWords } from './PatientWords.tsx'

interface MakeOfferProps {
  readonly record: RaRecord
  readonly option: OfferOptionReply
  readonly close: () => void
}

/** Writes an offer and asks for it in one press; says beforehand whether it goes at once, and if not, who decides. */
export function MakeOffer({ record, option, close }: MakeOfferProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  // What was written already when asking for it was refused; the next press changes it.
  const draft = useRef<RaRecord>(undefined)
  const inputs = inputsOf(option)
  const send = async (values: object) => {
    setRefusal(undefined)
    const named = Object.entries(filledIn(values)).filter(([name]) => Object.hasOwn(inputs, name))
    const data = { ...Object.fromEntries(named), caseId: record.id, remedy: option.remedy }
    try {
      const { current: previousData } = draft
      const written = previousData
        ? await provider.update('offers', { id: previousData.id, data, previousData })
        : await provider.create('offers', { data })
      draft.current = written.data as RaRecord
      const { status } = await provider.act('offers', draft.current.id, 'submit')
      notify(t(status === 'approved' ? 'offer.done' : 'offer.asked'), { type: 'success' })
      close()
      refresh()
      return undefined
    } catch (error) {
      setRefusal(`${words.failure(error)}${draft.current ? ` ${t('offer.kept')}` : ''}`)
      refresh()
      return problemOf(error)?.errors
    }
  }
  const [defaults] = useState({ siteId: record.siteId, currency: option.currency })
  return (
    <FormDialog
      title={t('offer.choose', { remedy: words.value('offers', 'remedy', option.remedy) })}
      close={close}
      defaults={defaults}
      send={send}
      refusal={refusal}
      width="sm"
      submit={<SubmitOffer option={option} />}
    >
      {Object.entries(inputs).map(([name, field], index) => (
        <Input
          key={name}
          resource="offers"
          source={name}
          field={field}
          autoFocus={index === 0}
          {...(name === 'doctorId' && { filter: { roles: 'clinician' } })}
        />
      ))}
      {option.wording && (
        <PatientWords text={option.wording} language={option.wordingLanguage} isFixed={option.isWordingFixed} />
      )}
      <Forecast option={option} />
    </FormDialog>
  )
}

/** How an offer of the amount in the form would be decided; undefined until there is an amount where one is needed. */
function useForecast(option: OfferOptionReply) {
  const amount: unknown = useWatch({ name: 'amountMinor' })
  if (option.isMoney && (typeof amount !== 'number' || Number.isNaN(amount))) return undefined
  // The reply holds what the rule asks for; its reasons come as plain names.
  return offerDecision(option as unknown as AmountTerms, option.isMoney ? Number(amount) : undefined)
}

function Forecast({ option }: { option: OfferOptionReply }) {
  const words = useWords()
  const forecast = useForecast(option)
  if (!forecast) return null
  if (isRefusal(forecast)) return <Alert severity="warning">{refusalText(words, Offer, forecast)}</Alert>
  const { approverRole } = forecast
  if (!approverRole) return <Alert severity="success">{words.t('offer.allowedNow')}</Alert>
  const role = words.value('offers', 'approverRole', approverRole)
  return <Alert severity="info">{words.t('offer.asksNow', { role })}</Alert>
}

function SubmitOffer({ option }: { option: OfferOptionReply }) {
  const { t } = useWords()
  const forecast = useForecast(option)
  const isAsking = forecast ? !isRefusal(forecast) && forecast.approverRole : option.decision === 'needs-approval'
  return <Submit label={t(isAsking ? 'offer.ask' : 'offer.submit')} />
}
