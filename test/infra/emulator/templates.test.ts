import { expect, test } from 'vitest'
import { without } from '#infra/emulator/leaveOut.ts'
import { restatedIn } from '#infra/emulator/restate.ts'

const entry = { stack: 'Data', because: 'the emulator does not know it' } as const
const template = {
  Resources: {
    Plan: { Type: 'AWS::Backup::BackupPlan' },
    Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: 'Plan' } } },
    Pepper: { Type: 'AWS::SecretsManager::Secret' },
  },
  Outputs: { Pepper: { Value: { Ref: 'Pepper' } } },
}

test('what is listed goes, and nothing else', () => {
  const { kept, names } = without(template, [{ ...entry, type: 'AWS::Backup::BackupSelection' }])
  expect(names).toEqual(['Selection'])
  expect(Object.keys(kept.Resources)).toEqual(['Plan', 'Pepper'])
})

test('a type that the stack no longer holds must be taken off the list', () => {
  const gone = { ...entry, type: 'AWS::Logs::Delivery' }
  expect(() => without(template, [gone])).toThrow('AWS::Logs::Delivery, which the Data stack no longer holds')
})

test('what something refers to cannot be left out', () => {
  const plan = { ...entry, type: 'AWS::Backup::BackupPlan' }
  expect(() => without(template, [plan])).toThrow('Plan cannot be left out')
})

test('references are restated wherever they stand, and a list without use is refused', () => {
  const secrets = { ...entry, type: 'AWS::SecretsManager::Secret', attribute: 'Id' }
  const { template: changed, names } = restatedIn(template, secrets)
  expect(names).toEqual(['Pepper'])
  expect(changed).toEqual({ ...template, Outputs: { Pepper: { Value: { 'Fn::GetAtt': ['Pepper', 'Id'] } } } })
  expect(() => restatedIn(template, { ...secrets, type: 'AWS::KMS::Key' })).toThrow('AWS::KMS::Key')
})
