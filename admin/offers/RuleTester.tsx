import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { AutocompleteInput, Form, ReferenceInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useWords } from '#admin/language/words.ts'
import { isSearchable } from '#shared/values/search.ts'
import { OptionList } from './OptionList.tsx'
import { useOfferOptions } from './useOfferOptions.ts'

const roles = ['front-desk', 'officer', 'unit-manager', 'director'] as const

/** Tries the rules of a site: as a role, for a case. */
export function RuleTester({ record }: Pick<RecordPageProps, 'record'>) {
  const words = useWords()
  const { t } = words
  const [role, setRole] = useState<(typeof roles)[number]>('officer')
  return (
    <Section title={t('offerRule.tester')}>
      <Form record={{}}>
        <Stack spacing={1.5}>
          <Typography variant="body2" color="textSecondary">
            {t('offerRule.testerHelp')}
          </Typography>
          <Select
            label={t('offerRule.asRole')}
            value={role}
            change={setRole}
            options={roles.map((value) => ({ value, label: words.value('offer-rules', 'role', value) }))}
          />
          <ReferenceInput source="caseId" reference="cases" filter={{ siteId: record.siteId }} perPage={25}>
            <AutocompleteInput
              label={t('offerRule.forCase')}
              optionText={caseText}
              filterToQuery={searchOf}
              helperText={false}
              fullWidth
            />
          </ReferenceInput>
          <Answer role={role} />
        </Stack>
      </Form>
    </Section>
  )
}

const caseText = ({ number = '', patientName = '' }: Readonly<Record<string, string>>) => `${number} · ${patientName}`
const searchOf = (text: string) => (isSearchable(text) ? { q: text.trim() } : {})

function Answer({ role }: { role: string }) {
  const caseId: string | undefined = useWatch({ name: 'caseId' })
  const { data, error, isPending } = useOfferOptions({ id: caseId ?? '', version: 0 }, role, Boolean(caseId))
  if (!caseId) return null
  if (error) return <ReadError error={error} />
  return isPending ? <Skeleton variant="rounded" height={160} /> : data ? <OptionList options={data} /> : null
}
