import { type DocumentSection, pdfDocument } from '#functions/platform/jobs/files/pdf/pdfDocument.ts'
import { cellOf } from '#shared/api/cell.ts'
import { type AnyRecord, allFields, type Entity, type RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { NounWords } from '#shared/entities/nounWords.ts'
import { resources as arabic } from '#shared/entities/sharedWords.ar.ts'
import { resources as english } from '#shared/entities/sharedWords.en.ts'
import type { PatientData } from './everythingOn.ts'

type PaperLanguage = 'en' | 'ar'
type PaperWords = Readonly<Record<string, NounWords>>

const words: Readonly<Record<PaperLanguage, PaperWords>> = { en: english, ar: arabic }

const titles: Readonly<Record<PaperLanguage, string>> = {
  en: 'Everything that is held on one patient',
  ar: 'كل ما هو محفوظ عن مريض',
}

/** Everything that is held on a patient as a paper to hand out: a PDF in the reader's language. */
export async function patientPaper(data: PatientData, language: PaperLanguage): Promise<Buffer<ArrayBuffer>> {
  const sections = sectionsOf(data, words[language])
  const document = { title: titles[language], subtitle: `${data.exportedAt} UTC`, language, sections }
  const parts: Uint8Array[] = []
  for await (const part of pdfDocument(document)) parts.push(part)
  return Buffer.concat(parts)
}

function* sectionsOf({ records, history }: PatientData, nouns: PaperWords): Generator<DocumentSection> {
  for (const [resource, all] of Object.entries(records)) {
    const noun = nouns[resource]
    for (const record of all) {
      const own = history.filter(({ recordId }) => recordId === record.id)
      const pairs = [...pairsOf(entityOf(resource), record, noun), ...own.map((entry) => entryPair(entry, noun))]
      yield { heading: `${noun?.name.split(' |||| ')[0] ?? resource} ${record.id.slice(-8)}`, pairs }
    }
  }
}

/** The fields of a record by their labels; one without a value is left out. */
const pairsOf = (entity: Entity, record: AnyRecord, noun: NounWords | undefined): (readonly [string, string])[] =>
  Object.keys(allFields(entity)).flatMap((name) => {
    const value = record[name]
    if (value === undefined) return []
    const word = typeof value === 'string' ? noun?.values?.[name]?.[value] : undefined
    return [[noun?.fields?.[name] ?? name, word ?? cellOf(value)] as const]
  })

/** A line of history: when, and what was done by whom. */
const entryPair = ({ at, action, actorName }: RecordValues, noun: NounWords | undefined): readonly [string, string] => [
  String(at),
  `${noun?.actions?.[String(action)]?.label ?? action} · ${actorName}`,
]
