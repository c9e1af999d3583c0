import fc from 'fast-check'
import { expect, it } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { profileFigures, SiteProfile } from '#shared/entities/siteProfile.ts'
import { standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { profileDifferences } from '#shared/rules/settings/profileDifferences.ts'
import { profileRules } from '#shared/rules/settings/profileRules.ts'

const names = Object.keys(profileFigures)
const values = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 9 }))

it('names exactly the settings that differ', () => {
  fc.assert(
    fc.property(values, values, (before, changes) => {
      const after = { ...before, ...changes, name: 'Another name', status: 'draft', followUpText: undefined }
      const differing = names.filter((name) => (before[name] ?? 'none') !== (changes[name] ?? before[name] ?? 'none'))
      const found = profileDifferences(after, before)
      expect(found.map(({ name }) => name).toSorted()).toEqual(differing.toSorted())
      for (const { name, before: one, after: other } of found)
        expect([one, other]).toEqual([before[name], changes[name]])
    }),
  )
})

it('compares texts by language, and the first version with the standard', () => {
  const texts = { followUpText: { en: 'Good day' }, statutoryLetterText: { en: 'Dear' } }
  const other = { ...texts, followUpText: { en: 'Good day', ar: 'مساء الخير' } }
  expect(profileDifferences(other, texts).map(({ name }) => name)).toEqual(['followUpText'])
  expect(profileDifferences({ ...standardFigures, responseDays: 9 })).toEqual([
    { name: 'responseDays', before: 7, after: 9 },
  ])
})

const sentence = (figures: object) => {
  const record = { id: '', version: 0, status: 'draft', ...SiteProfile.example, ...figures }
  return profileRules.derivation?.check?.(record, undefined, product, {})?.rule
}

it.each([
  ['NOTICE_AFTER_ANSWER', { responseDays: 6, extensionNoticeDays: 6 }],
  ['FOLLOW_UP_DAYS', { followUpFirstDay: 4 }],
  ['CONTACT_ORDER', { contactFrom: '20:00', contactTo: '09:00' }],
  ['LIMITS_ORDER', { limitAMinor: 200_001 }],
  ['LIMITS_ORDER', { limitAMinor: -1 }],
  [undefined, {}],
])('figures that do not fit are refused by %s', (rule, figures) => {
  expect(sentence(figures)).toBe(rule)
})
