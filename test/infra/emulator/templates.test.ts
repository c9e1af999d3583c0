import { expect, test } from 'vitest'
import { omitFrom } from '#infra/emulator/omitResources.ts'
import { replaceIn } from '#infra/emulator/replaceReferences.ts'

const entry = { stack: 'Data', reason: 'the emulator does not know it' } as const
const template = {
  Resources: {
    Plan: { Type: 'AWS::Backup::BackupPlan' },
    Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: 'Plan' } } },
    Pepper: { Type: 'AWS::SecretsManager::Secret' },
  },
  Outputs: { Pepper: { Value: { Ref: 'Pepper' } } },
}

test('the listed type alone is omitted', () => {
  const { kept, names } = omitFrom(template, [{ ...entry, type: 'AWS::Backup::BackupSelection' }])
  expect(names).toEqual(['Selection'])
  expect(Object.keys(kept.Resources)).toEqual(['Plan', 'Pepper'])
})

test('a listed type that the stack no longer holds is an error', () => {
  const gone = { ...entry, type: 'AWS::Logs::Delivery' }
  expect(() => omitFrom(template, [gone])).toThrow('AWS::Logs::Delivery, which the Data stack no longer holds')
})

test('a resource with references cannot be omitted', () => {
  const plan = { ...entry, type: 'AWS::Backup::BackupPlan' }
  expect(() => omitFrom(template, [plan])).toThrow('Plan cannot be omitted')
})

test('references are replaced everywhere, and an entry without a match is an error', () => {
  const secrets = { ...entry, type: 'AWS::SecretsManager::Secret', attribute: 'Id' }
  const { template: changed, names } = replaceIn(template, secrets)
  expect(names).toEqual(['Pepper'])
  expect(changed).toEqual({ ...template, Outputs: { Pepper: { Value: { 'Fn::GetAtt': ['Pepper', 'Id'] } } } })
  expect(() => replaceIn(template, { ...secrets, type: 'AWS::KMS::Key' })).toThrow('AWS::KMS::Key')
})
