import { type DocumentSection, pdfDocument } from '#functions/platform/jobs/files/pdf/pdfDocument.ts'
import { cellOf } from '#shared/api/cell.ts'
import { type AnyRecord, allFields, type Entity, type RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { NounWords } from '#shared/entities/nounWords.ts'
import type { PaperText } from '#shared/text/en/paper.ts'
import type { Language } from '#shared/text/languages.ts'
import { loadNouns, type Nouns } from '#shared/text/nouns.ts'
import { paper } from '#shared/text/paper.ts'
import type { PatientData } from './everythingOn.ts'

/** Everything that is held on a patient as a paper to hand out: a PDF in the reader's language. */
export async function patientPaper(data: PatientData, language: Language): Promise<Buffer<ArrayBuffer>> {
  const sections = sectionsOf(data, await loadNouns(language), paper[language])
  const document = {
    title: paper[language].everythingOnPatient,
    subtitle: `${data.exportedAt} UTC`,
    language,
    sections,
  }
  const parts: Uint8Array[] = []
  for await (const part of pdfDocument(document)) parts.push(part)
  return Buffer.concat(parts)
}

function* sectionsOf({ records, history }: PatientData, nouns: Nouns, text: PaperText): Generator<DocumentSection> {
  for (const [resource, all] of Object.entries(records)) {
    const noun = nouns[resource]
    for (const record of all) {
      const own = history.filter(({ recordId }) => recordId === record.id)
      const pairs = [...pairsOf(entityOf(resource), record, noun, text), ...own.map((entry) => entryPair(entry, noun))]
      yield { heading: `${noun?.name.split(' |||| ')[0] ?? resource} ${record.id.slice(-8)}`, pairs }
    }
  }
}

/** The fields of a record by their labels; one without a value is left out. */
const pairsOf = (
  entity: Entity,
  record: AnyRecord,
  noun: NounWords | undefined,
  text: PaperText,
): (readonly [string, string])[] =>
  Object.keys(allFields(entity)).flatMap((name) => {
    const value = record[name]
    if (value === undefined) return []
    const word = typeof value === 'string' ? noun?.values?.[name]?.[value] : undefined
    const truth = typeof value === 'boolean' ? text[value ? 'yes' : 'no'] : undefined
    return [[noun?.fields?.[name] ?? name, word ?? truth ?? cellOf(value)] as const]
  })

/** A line of history: when, and what was done by whom. */
const entryPair = ({ at, action, actorName }: RecordValues, noun: NounWords | undefined): readonly [string, string] => [
  String(at),
  `${noun?.actions?.[String(action)]?.label ?? action} · ${actorName}`,
]
