import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Payer } from '#shared/entities/payer.ts'
import { newTerms } from '#shared/rules/settings/newTerms.ts'

const subject = (code: string) => ({ subject: code, grade: 'low' })
const codes = fc.array(fc.constantFrom('safety', 'quality', 'listening', '__proto__'), { maxLength: 6 })

it('finds codes alone and within lists, with the way to each', () => {
  const record = { serviceLine: 'dental', subjects: [subject('safety'), subject('quality')], summary: 'x' }
  expect(newTerms(Case, record)).toEqual([
    { path: 'serviceLine', list: 'service-lines', code: 'dental' },
    { path: 'subjects.0.subject', list: 'subjects', code: 'safety' },
    { path: 'subjects.1.subject', list: 'subjects', code: 'quality' },
  ])
  expect(newTerms(Encounter, { department: 'Dental' })).toMatchObject([{ list: 'departments', code: 'Dental' }])
  expect(newTerms(Payer, { name: 'Dental' })).toEqual([])
})

it('asks only about codes that a write brings in, whatever order they come in', () => {
  fc.assert(
    fc.property(codes, codes, (before, after) => {
      const found = newTerms(Case, { subjects: after.map(subject) }, { subjects: before.map(subject) })
      expect(found.map(({ code }) => code)).toEqual(after.filter((code) => !before.includes(code)))
    }),
  )
})
