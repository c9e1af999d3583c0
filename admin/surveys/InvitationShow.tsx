import { lazy, Suspense } from 'react'
import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { AskByPhone } from '#admin/follow-ups/AskByPhone.tsx'

const PhoneAnswers = lazy(() => import('./PhoneAnswers.tsx').then((all) => ({ default: all.PhoneAnswers })))

const extras = (record: RaRecord) => ({
  'answer-by-phone': {
    dialog: (close: () => void) => (
      <Suspense>
        <PhoneAnswers invitation={record} close={close} />
      </Suspense>
    ),
  },
})

/** An invitation, whose answers can be taken on the phone. */
export function InvitationShow() {
  return <EntityShow above={AskByPhone} extras={extras} />
}
