import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { save } from '#functions/platform/records/save.ts'
import { keyItemKey } from '#functions/platform/store/keys.ts'
import { personKeys } from '#functions/platform/store/persons/keyCache.ts'
import {
  closeKeyStep,
  destroyKeyStep,
  keyCacheSeconds,
  keyStateOf,
  newPersonKey,
} from '#functions/platform/store/persons/personKeys.ts'
import { removeItems } from '#functions/platform/store/removal.ts'
import { transact } from '#functions/platform/store/transact.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Statement } from '#shared/entities/statement.ts'
import { Upload } from '#shared/entities/upload.ts'
import { useTable } from '#test/support/table.ts'
import { changed, findingsOf, historyOf, keyItem, newPerson, newRecord, now, onKeys, write } from './scene.ts'

useTable({ people: false })
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const at = (minute: number) => `2026-11-30T08:0${minute}:00.000Z`
const said = { narrative: 'Nobody told me of the scar.', speakerName: 'Mariam Saleh' }
const words = { summary: 'The scar is wider than I was told.', patientName: 'Mariam Saleh' }
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

test('the key of a person is made with their first record, and once', async () => {
  const person = newPerson()
  expect(await keyStateOf(person)).toEqual({ state: 'none' })
  const first = await write(newRecord(Case, person, words))
  const key = await keyItem(person)
  expect(key?.bits).toHaveLength(32)
  await write(newRecord(Case, person, words))
  await write(changed(Case, first, { summary: 'It is wider.' }))
  expect(await keyItem(person)).toEqual(key)
  expect(await keyStateOf(person)).toEqual({ state: 'open' })
})

test.each([Patient, Upload])('$name records that are their own subject bring their key with them', async (entity) => {
  const { record } = await write(newRecord(entity, '', { name: 'Mariam Saleh' }))
  expect(await keyStateOf(record.id)).toEqual({ state: 'open' })
  expect(await historyOf(record.id)).toMatchObject([{ after: { name: 'Mariam Saleh' } }])
})

test('writers who make the key of a person at once all write under the one that stays', async () => {
  const people = [newPerson(), newPerson()]
  const stored = await Promise.all(
    Array.from({ length: 24 }, (_, index) => write(newRecord(Statement, people[index % 2] ?? '', said))),
  )
  for (const { record } of stored) {
    expect(await historyOf(record.id)).toMatchObject([{ after: said }])
    expect(await findingsOf(record.id)).toEqual([])
  }
})

test('records of several persons in one transaction are each under the key of theirs', async () => {
  const people = [newPerson(), newPerson()]
  const stored = await save(
    now(),
    [...people, ...people].map((person) => newRecord(Case, person, words)),
  )
  await onKeys(destroyKeyStep(people[0] ?? '', at(1)))
  const shown = await Promise.all(stored.map(({ record }) => historyOf(record.id)))
  const [gone, kept] = [{}, words]
  expect(shown.map(([entry]) => entry?.after)).toMatchObject([gone, kept, gone, kept])
  expect(JSON.stringify(shown).split(words.summary)).toHaveLength(3)
})

test('a key is closed and destroyed once, by however many, and never comes back', async () => {
  const person = newPerson()
  await write(newRecord(Case, person, words))
  for (const minute of [1, 2]) await onKeys(closeKeyStep(person, at(minute)))
  expect(await keyStateOf(person)).toEqual({ state: 'closing', closedAt: at(1) })
  for (const minute of [3, 4]) await onKeys(destroyKeyStep(person, at(minute)))
  await onKeys(closeKeyStep(person, at(5)))
  expect(await keyStateOf(person)).toEqual({ state: 'destroyed', closedAt: at(1), destroyedAt: at(3) })
  expect(Object.keys((await keyItem(person)) ?? {}).sort()).toEqual(['closedAt', 'destroyedAt', 'pk', 'sk'])
})

test('nothing is written about a person whose key is closed or destroyed, whether or not there was one', async () => {
  for (const close of [closeKeyStep, destroyKeyStep])
    for (const hasKey of [true, false]) {
      const person = newPerson()
      const stored = hasKey ? await write(newRecord(Case, person, words)) : undefined
      await onKeys(close(person, at(1)))
      const refused = { refusal: { rule: 'ERASED', status: 409 } }
      await expect(write(newRecord(Case, person, words))).rejects.toMatchObject(refused)
      if (stored) await expect(write(changed(Case, stored, { patientId: newPerson() }))).rejects.toMatchObject(refused)
      const other = await write(newRecord(Case, newPerson(), words))
      await expect(write(changed(Case, other, { patientId: person }))).rejects.toMatchObject(refused)
    }
})

test('keys asked for at once are read once, and every one of very many is found', async () => {
  const person = newPerson()
  await write(newRecord(Case, person, words))
  const [first] = await Promise.all([[person], [person, newPerson()]].map(personKeys))
  expect(first?.get(person)?.state).toBe('open')
  const many = Array.from({ length: 6000 }, newPerson)
  const keys = await personKeys([person, ...many, person])
  expect([keys.size, keys.get(person)?.state, keys.get(many[5999] ?? '')?.state]).toEqual([6001, 'open', 'none'])
})

test('a process learns within seconds that another one closed a key', async () => {
  const person = newPerson()
  const stored = await write(newRecord(Case, person, words))
  const again = await write(changed(Case, stored, { summary: 'A word more.' }))
  await transact([closeKeyStep(person, at(1))])
  pass(keyCacheSeconds + 1)
  await expect(write(changed(Case, again, { summary: 'A word too late.' }))).rejects.toThrow('erased')
})

test('the erasure itself writes on, keeps no old value, and leaves a chain that adds up', async () => {
  const person = newPerson()
  const stored = await write(newRecord(Case, person, words))
  await onKeys(closeKeyStep(person, at(1)))
  const erasing = (values: object) => ({ ...changed(Case, stored, { ...values }, 'Erased.'), isErasure: true as const })
  const erased = await write(erasing({ summary: 'Erased', patientName: null }))
  await onKeys(destroyKeyStep(person, at(2)))
  const late = { ...changed(Case, erased, { plan: null, contactPerson: 'Nobody' }), isErasure: true as const }
  await write(late)
  expect(await historyOf(stored.record.id)).toMatchObject([
    { after: {}, erased: { values: ['summary', 'patientName'], reason: false } },
    { before: {}, after: { summary: 'Erased', patientName: null }, reason: 'Erased.' },
    { after: { contactPerson: 'Nobody' } },
  ])
  expect(await findingsOf(stored.record.id)).toEqual([])
})

test('a key that is lost or written over is found, unlike one that was destroyed', async () => {
  const [lost, forged] = [newPerson(), newPerson()]
  const records = await Promise.all([lost, forged].map((person) => write(newRecord(Case, person, words))))
  await removeItems([keyItemKey(lost)])
  await updateItem(keyItemKey(forged), { set: { bits: newPersonKey(forged).bits } })
  pass(keyCacheSeconds + 1)
  for (const { record } of records) expect(await findingsOf(record.id)).toEqual(['unreadable 1'])
})
