import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { History } from '#admin/entity/History.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { Offer } from '#shared/entities/offer.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { PatientWords } from './PatientWords.tsx'

/** An offer: its next step, what is decided on, the words for the patient, and the way back to its case. */
export function OfferShow() {
  return <RecordShow page={OfferPage} />
}

/** States in which the offer may be edited, which voids what was decided on it. */
const editable = ['draft', 'pending-approval', 'approved']

const fields = Object.keys(Offer.fields)
// The words stand apart, ready to be copied.
const facts = Object.keys(Offer.facts).filter((name) => name !== 'wording')

function OfferPage({ record, me }: RecordPageProps) {
  const words = useWords()
  const { t } = words
  const isErased = isErasedText(record.patientName)
  const mayEdit = !isErased && holds(me, 'offers', 'update') && editable.includes(record.status)
  return (
    <Page
      title={words.value('offers', 'remedy', record.remedy)}
      tab={words.resource('offers', 1)}
      under="offers"
      beside={<State entity={Offer} record={record} />}
      actions={
        <>
          {!isErased && <Actions entity={Offer} record={record} isPrimary />}
          {mayEdit && (
            <Button component={Link} to={`/offers/${encodeURIComponent(record.id)}`} color="secondary">
              {t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns wide="minmax(0, 3fr) minmax(0, 2fr)">
        <Column>
          <Section
            title={t('show.details')}
            actions={
              <Button component={Link} to={`/cases/${record.caseId}/show`}>
                {t('offer.case')}
              </Button>
            }
          >
            <FieldList entity={Offer} record={record} declared={filledFields(Offer, record, fields)} />
            {record.wording && <PatientWords text={words.shown(record.wording)} />}
          </Section>
          <Section title={t('show.facts')}>
            <FieldList entity={Offer} record={record} declared={filledFields(Offer, record, facts)} />
          </Section>
        </Column>
        <Section title={t('history.title')}>
          <History entity={Offer} record={record} />
        </Section>
      </Columns>
    </Page>
  )
}
