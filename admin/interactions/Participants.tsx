import { useEffect, useRef } from 'react'
import type { RaRecord } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import { leads, officers } from '#shared/declaration/roles.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { isSurgicalDispute } from '#shared/rules/interactions/meetingRules.ts'
import { doctorsOf, isMeeting, usualPlace } from './interactionForm.ts'

const { leadId, doctorId, escortId } = Interaction.fields

/** Who was there for the house when people met; a major case needs a lead, and a clinician an officer beside them. */
export function Participants({ matter }: { matter: RaRecord }) {
  const { t } = useWords()
  const [kind, doctor] = useWatch({ name: ['kind', 'doctorId'] })
  if (!isMeeting(kind)) return null
  const { severity, majorReasons, attendingIds } = matter
  const about = { severity, majorReasons, attendingIds }
  const isOfDoctor = isSurgicalDispute(about)
  return (
    <>
      {severity === 'major' && (
        <Input
          resource="interactions"
          source="leadId"
          field={{ ...leadId, isRequired: true }}
          filter={{ roles_eq_any: leads }}
          help={t('contact.leadHelp')}
        />
      )}
      <Input
        resource="interactions"
        source="doctorId"
        field={{ ...doctorId, isRequired: isOfDoctor }}
        filter={doctorsOf(about)}
        help={isOfDoctor ? t('contact.doctorHelp') : undefined}
      />
      {doctor && (
        <Input
          resource="interactions"
          source="escortId"
          field={{ ...escortId, isRequired: true }}
          filter={{ roles_eq_any: officers }}
          help={t('contact.escortHelp')}
        />
      )}
    </>
  )
}

/** Another kind of contact takes place elsewhere, unless the person has said where. */
export function UsualPlace() {
  const { getValues, setValue } = useFormContext()
  const kind: Interaction['kind'] = useWatch({ name: 'kind' })
  const last = useRef(kind)
  useEffect(() => {
    if (kind === last.current) return
    if (getValues('place') === usualPlace[last.current]) setValue('place', usualPlace[kind])
    last.current = kind
  }, [kind, getValues, setValue])
  return null
}
