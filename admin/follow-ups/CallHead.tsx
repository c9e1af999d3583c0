import PhoneOutlined from '@mui/icons-material/PhoneOutlined'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useGetOne } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { State, ToneText } from '#admin/entity/State.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import type { Patient } from '#shared/entities/patient.ts'

/** Who is called, what for, and the numbers to tap; it has the focus, so that keys act on this call. */
export function CallHead({ call }: { call: FollowUp }) {
  const words = useWords()
  const { t, locale, shown, value } = words
  const zone = useSites().zoneOf(call.siteId)
  const { data: patient } = useGetOne<Patient>('patients', { id: call.patientId })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const phones = [patient?.phone, patient?.altPhone].flatMap((phone) => phone ?? [])
  const isRefused = patient?.contactConsent?.calls?.status === 'refused'
  return (
    <Card component="section" sx={{ p: 2 }}>
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Stack sx={{ flex: 1, minWidth: 200 }}>
          <Typography
            ref={heading}
            tabIndex={-1}
            variant="h2"
            component="h2"
            dir="auto"
            sx={{ '&:focus-visible': { outline: 'none' } }}
          >
            <Link component={RouterLink} to={`/patients/${call.patientId}/show`} color="textPrimary">
              {shown(call.patientName)}
            </Link>
          </Typography>
          <Stack direction="row" spacing={1.5} sx={{ flexWrap: 'wrap', typography: 'body2', color: 'text.secondary' }}>
            <span>{value('follow-ups', 'kind', call.kind)}</span>
            {call.status !== 'scheduled' && <State entity={FollowUp} record={call} />}
            {patient?.language && <span>{value('patients', 'language', patient.language)}</span>}
            {patient?.isVip && <ToneText tone="near">{t('calls.vip')}</ToneText>}
            <span>{t('calls.until', { time: formatInstant(call.dueTo, zone, locale) })}</span>
          </Stack>
          {isRefused && <ToneText tone="past">{t('calls.noCalls')}</ToneText>}
        </Stack>
        {phones.map((phone, index) => (
          <Button
            key={phone}
            component="a"
            href={`tel:${phone}`}
            variant={index === 0 ? 'contained' : 'outlined'}
            startIcon={<PhoneOutlined />}
            sx={{ minHeight: 44, fontSize: '1rem' }}
          >
            <bdi dir="ltr">{phone}</bdi>
          </Button>
        ))}
        {patient && phones.length === 0 && <ToneText tone="past">{t('calls.noPhone')}</ToneText>}
      </Stack>
    </Card>
  )
}
