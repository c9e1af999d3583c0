import { entryFrom } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getHistory, getRecords } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { openBalance } from '#shared/rules/offers/balance.ts'
import { caseActsOf } from '../cases/caseActs.ts'
import { teamOf } from '../cases/cases.ts'
import { createCase } from '../cases/createCase.ts'
import type { Intake } from '../cases/intake.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import type { Visit } from '../patients/encounters.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type ActSequence, takeActs } from '../takeActs.ts'
import { takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { offerWords } from '../words/offerWords.ts'
import { languageOf, storyOf } from '../words/stories/index.ts'

/** Cases about a share that the payer refused for good, in the full demo. */
export const writeOffCount = 3

/** Working minutes between the payer's last word and the patient's complaint. */
const untilComplaint = 500

/**
 * Files that a payer refused for good: the patient complains, and what is open is written off by two persons, which the
 * ledger of the file shows. Returns how many cases there are.
 */
export async function createWriteOffs(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  files: readonly StoredRecord[],
  visits: readonly Visit[],
): Promise<number> {
  const random = writer.random('write-offs')
  const byEncounter = new Map(visits.map((visit) => [visit.encounter.id, visit]))
  const current = await getRecords(
    SettlementFile,
    files.map(({ record }) => record.id),
  )
  const delivered = current.filter(({ record }) => {
    const file = recordAs(SettlementFile, record)
    return file.stage === 'acknowledged' && openBalance(file) > 0
  })
  const sequences: ActSequence[] = []
  for (const stored of delivered.slice(0, writer.count(writeOffCount))) {
    const file = recordAs(SettlementFile, stored.record)
    const visit = byEncounter.get(file.encounterId)
    const [last] = (await getHistory(file.id, 1)).items.map(entryFrom)
    if (!visit || !last) continue
    const site = sites[siteCodeOf(sites, visit.encounter.siteId)]
    const answeredAt = later(last.at, 2 * 24 * 60)
    const receivedAt = later(answeredAt, untilComplaint)
    if (receivedAt > writer.daysAgo(2)) continue
    const open = openBalance(file)
    const language = languageOf(visit.patient)
    const story = storyOf(random, language, visit.department.name, 'coverage-refusal')
    const intake: Intake = { story, language, visit, site, receivedAt, channel: 'phone', disputedMinor: open }
    const team = teamOf(random, staff, intake)
    const [supervisor] = staff.withRole(site.id, 'accounts-supervisor')
    const own = writer.random(`write-off ${file.id}`)
    const [created, ...others] = await createCase(
      writer,
      own,
      intake,
      { at: receivedAt, by: team.owner },
      team,
      file.id,
    )
    const [matter] = created ? await writer.write([created, ...others]) : []
    if (!matter || matter.record.severity === 'major') continue
    const body = {
      payerAnswer: 'denied-final',
      payerAnsweredOn: dayAt(site, answeredAt),
      payerReference: `DN-${random.between(10_000, 99_999)}`,
      payerPaidMinor: 0,
    }
    const steps = supervisor ? [{ at: answeredAt, by: supervisor, action: 'record-payer-answer', body }] : []
    const [answered] = await takeSteps(writer, SettlementFile, [{ stored, steps }])
    const values = {
      remedy: 'write-off',
      amountMinor: open,
      note: offerWords.writeOffNote,
      payerContractCheck: 'allowed',
      writeOffReason: 'payer-final-denial',
    } as const
    const scene = {
      random: own,
      intake,
      team,
      slowness: 0.5,
      isMajor: false,
      isOld: true,
      isNew: false,
      majorReasons: [],
      today: dayAt(site, writer.now),
    }
    const acts = caseActsOf(scene, { values, end: 'fulfilled' })
    const records = { case: matter, file: answered }
    sequences.push({ site, random: own, startAt: receivedAt, records, acts })
  }
  await takeActs(writer, sequences)
  return sequences.length
}
