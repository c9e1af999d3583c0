import type { Entity } from '#shared/declaration/entity.ts'
import { AccessEntry } from './accessEntry.ts'
import { AccountabilityNote } from './accountabilityNote.ts'
import { Batch } from './batch.ts'
import { CallList } from './callList.ts'
import { Case } from './case.ts'
import { Contract } from './contract.ts'
import { Coverage } from './coverage.ts'
import { DeadLetter } from './deadLetter.ts'
import { Encounter } from './encounter.ts'
import { FollowUp } from './followUp.ts'
import { Interaction } from './interaction.ts'
import { Invitation } from './invitation.ts'
import { Job } from './job.ts'
import { LedgerEntry } from './ledgerEntry.ts'
import { Letter } from './letter.ts'
import { Message } from './message.ts'
import { Notice } from './notice.ts'
import { Offer } from './offer.ts'
import { OfferRule } from './offerRule.ts'
import { Patient } from './patient.ts'
import { Payer } from './payer.ts'
import { Preference } from './preference.ts'
import { CasePromise } from './promise.ts'
import { Response } from './response.ts'
import { SettlementFile } from './settlementFile.ts'
import { Site } from './site.ts'
import { SiteProfile } from './siteProfile.ts'
import { SpecialReport } from './specialReport.ts'
import { Statement } from './statement.ts'
import { Survey } from './survey.ts'
import { Term } from './term.ts'
import { Upload } from './upload.ts'
import { User } from './user.ts'
import { View } from './view.ts'

/** The registry: the only list of entities. */
export const entities: readonly Entity[] = [
  Case,
  Statement,
  Offer,
  CasePromise,
  Interaction,
  SpecialReport,
  AccountabilityNote,
  Letter,
  FollowUp,
  CallList,
  Patient,
  Encounter,
  Survey,
  Invitation,
  Response,
  SettlementFile,
  LedgerEntry,
  Batch,
  Payer,
  Contract,
  Coverage,
  Site,
  SiteProfile,
  OfferRule,
  Term,
  User,
  Message,
  Notice,
  Job,
  DeadLetter,
  AccessEntry,
  Upload,
  View,
  Preference,
]

const byResource = new Map(entities.map((entity) => [entity.resource, entity]))
const byPrefix = new Map(entities.map((entity) => [entity.prefix, entity]))

/** The entity of a resource name; throws on an unknown one, which is a mistake in code. */
export function entityOf(resource: string): Entity {
  const found = byResource.get(resource)
  if (!found) throw new Error(`No entity ${resource}`)
  return found
}

/** The entity whose noun stands in front of an id, or undefined. */
export const entityOfId = (id: string): Entity | undefined => byPrefix.get(id.slice(0, id.lastIndexOf('_')))
