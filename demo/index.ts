import { shipTerms } from '#functions/settings/operations.ts'
import { createCases } from './cases/cases.ts'
import { intakesOf } from './cases/intakes.ts'
import type { DemoOptions } from './demoOptions.ts'
import { DemoWriter, fullSize } from './demoWriter.ts'
import { createOfferRules } from './offerRules.ts'
import { createEncounters } from './patients/encounters.ts'
import { createFollowUps } from './patients/followUps.ts'
import { createPatients } from './patients/patients.ts'
import { createProfiles } from './profiles.ts'
import { createBatches } from './settlements/batches.ts'
import { createCoverages } from './settlements/coverages.ts'
import { createContracts } from './settlements/payers.ts'
import { createSettlementFiles } from './settlements/settlementFiles.ts'
import { createWriteOffs } from './settlements/writeOffs.ts'
import { createSites } from './sites.ts'
import { contactsAfterCases, contactsAfterVisits, type SurveyContact } from './surveys/contacts.ts'
import { createInvitations } from './surveys/invitations.ts'
import { linkCases } from './surveys/responses.ts'
import { computeStatistics, type SurveyRecords } from './surveys/statistics.ts'
import { createSurveys } from './surveys/surveys.ts'
import { createUsers } from './users.ts'

/** Fills an empty table with sites and logins, and unless `isEmpty` with four months of records of three sites. */
export async function seedDemo(options: DemoOptions): Promise<void> {
  const { isEmpty, size = fullSize, ensureUser, now = new Date().toISOString(), report = console.log } = options
  const writer = new DemoWriter(now, size)
  await shipTerms(writer.daysAgo(900))
  const sites = await createSites(writer)
  const staff = await createUsers(writer, sites, ensureUser, isEmpty)
  await createProfiles(writer, sites, staff)
  if (isEmpty) return
  await createOfferRules(writer, sites, staff)
  const timed = async <T>(name: string, work: Promise<T>, count: (result: T) => number): Promise<T> => {
    const startMs = performance.now()
    const result = await work
    report(`  ${count(result)} ${name} (${((performance.now() - startMs) / 1000).toFixed(1)} s)`)
    return result
  }
  const patients = await timed('patients', createPatients(writer, sites, staff), lengthOf)
  const memberships = await createCoverages(writer, sites, patients, await createContracts(writer, sites))
  const visits = await timed('visits', createEncounters(writer, sites, patients, memberships), lengthOf)
  const surveys = await createSurveys(writer, sites.PALM, staff)

  // Settlement files and surveys do not depend on each other, so both are written at the same time.
  const filing = timed('settlement files', createSettlementFiles(writer, sites, staff, visits, memberships), lengthOf)
  const answer = (name: string, seed: string, contacts: readonly SurveyContact[], count: number) =>
    timed(name, createInvitations(writer, sites, staff, writer.random(seed), contacts, count), responsesOf)
  const createAnswers = async () => {
    const complainants = writer.count(70)
    const contacts = contactsAfterVisits(writer, visits, surveys)
    const first = await answer('answers', 'answers', contacts, writer.count(1500) - complainants)
    const intakes = intakesOf(writer, sites, visits, first.responses)
    const fileIds = new Map((await filing).map(({ record }) => [String(record.encounterId), record.id]))
    const cases = await timed('cases', createCases(writer, staff, intakes, fileIds), lengthOf)
    await linkCases(writer, cases)
    await timed('calls and visits', createFollowUps(writer, sites, staff, patients, visits), Number)
    const complainantContacts = contactsAfterCases(writer, cases, surveys)
    const second = await answer('answers after a case', 'late answers', complainantContacts, complainants)
    const invitations = [...first.invitations, ...second.invitations]
    const responses = [...first.responses, ...second.responses]
    const days = computeStatistics(Object.values(surveys), { invitations, responses })
    await timed('days of statistics', days, Number)
  }
  const deliverFiles = async () => timed('batches', createBatches(writer, sites, staff, await filing), Number)
  await Promise.all([createAnswers(), deliverFiles()])
  await timed('cases of refused files', createWriteOffs(writer, sites, staff, await filing, visits), Number)
}

const lengthOf = ({ length }: { readonly length: number }): number => length
const responsesOf = ({ responses }: SurveyRecords): number => responses.length
