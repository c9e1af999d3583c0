import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Interaction } from '#shared/entities/interaction.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Consequences, Links, Rules } from '#shared/rules/decision.ts'
import { findPromise } from '#shared/rules/promises/promiseWords.ts'
import { meetingRefusal } from './meetingRules.ts'

/** Whether what was said or agreed sounds as if somebody promised something. */
const hasPromise = ({ details = '', resolution = '' }: Partial<Interaction>): boolean =>
  (findPromise(details) ?? findPromise(resolution)) !== undefined

/** What is decided about a conversation: it names who wrote it down, and was held as such conversations are. */
export const interactionRules: Rules = {
  derivation: {
    links: ['caseId', 'leadId', 'doctorId', 'escortId', 'correctsId'],
    // It is written once; what is taken from it later changes nothing about how it was.
    derive: (record, _links, _now, actor, before) =>
      before ? {} : { loggedBy: record.loggedBy ?? actor.userId, soundsLikePromise: hasPromise(record) || undefined },
    check: (record, before, _actor, links) => (before ? undefined : refusalOf(record, links)),
    follow: (record, before) => (before ? {} : conductOf(record)),
  },
  actions: {},
}

function refusalOf(record: AnyRecord, links: Links): Refusal | undefined {
  const interaction: Partial<Interaction> = record
  const { at = '', createdAt = '', caseId, patientId, correctsId, conduct } = interaction
  if (at > createdAt) return refuse('CONTACT_LATER')
  if (conduct && conduct.boundarySetAt > createdAt) return refuse('BOUNDARY_LATER')
  if (caseId !== undefined && links.caseId?.patientId !== patientId) return refuse('CONTACT_OTHER_PATIENT')
  const corrected = links.correctsId
  const isOther = corrected?.caseId !== caseId || corrected?.patientId !== patientId
  if (correctsId !== undefined && isOther) return refuse('CORRECTION_OTHER')
  return meetingRefusal(interaction, links)
}

/** A boundary that was set towards somebody stands on the case, where whoever opens it sees it. */
function conductOf({ caseId, conduct }: Partial<Interaction>): Consequences {
  if (caseId === undefined || conduct === undefined) return {}
  const body = { conduct: conduct.flag, conductSetAt: conduct.boundarySetAt }
  return { updates: [{ resource: 'cases', id: caseId, step: 'note-conduct', body }] }
}
