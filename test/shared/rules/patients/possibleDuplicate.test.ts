import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPossibleDuplicate, type Likeness } from '#shared/rules/patients/possibleDuplicate.ts'

const amal = { name: 'Amal Farouk', phone: '+966501112233', birthDate: '1990-04-02' }

test.each<[Likeness, string]>([
  [{ phone: '+966501112233' }, 'the same phone'],
  [{ phone: '0501112233' }, 'the phone without its country'],
  [{ phone: '٠٥٠١١١٢٢٣٣' }, 'the phone in Arabic digits'],
  [{ name: 'amal  farouk', birthDate: '1990-04-02' }, 'the same name and birth date'],
  [{ name: 'Amal Farouk' }, 'the same name while the birth date is not known'],
])('%j may be a patient who is known: %s', (entered) => {
  expect(isPossibleDuplicate(entered, amal)).toBe(true)
})

test.each<[Likeness, string]>([
  [{ name: 'Amal Farouk', birthDate: '1991-04-02' }, 'another birth date'],
  [{ name: 'Amal', phone: '2233' }, 'a few digits that many phones end with'],
  [{ name: '', phone: '', birthDate: '1990-04-02' }, 'the birth date alone'],
  [{ phone: '+966501112234' }, 'another phone'],
])('%j is somebody else: %s', (entered) => {
  expect(isPossibleDuplicate(entered, amal)).toBe(false)
})

test('forms of a name are one name', () => {
  expect(isPossibleDuplicate({ name: 'امل فاروق' }, { name: 'أمل فاروق' })).toBe(true)
})

test('the second phone counts, and who is the same is so from either side', () => {
  expect(isPossibleDuplicate({ phone: '0501112233' }, { name: 'Huda', altPhone: amal.phone })).toBe(true)
  const person = fc.record({
    name: fc.string(),
    phone: fc.string(),
    birthDate: fc.constantFrom('1990-04-02', '', null),
  })
  fc.assert(fc.property(person, person, (a, b) => isPossibleDuplicate(a, b) === isPossibleDuplicate(b, a)))
})
