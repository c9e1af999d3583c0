import { expect, it } from 'vitest'
import { emulatorContext } from '#infra/emulator/cdk.ts'
import { omitFrom, omittedResources } from '#infra/emulator/omitResources.ts'
import { referenceOverrides, replaceIn } from '#infra/emulator/replaceReferences.ts'
import { stackNames } from '#infra/emulator/templates.ts'
import { synthesize } from './synthesized.ts'

it('the emulator’s lists of what it lacks fit the stacks', () => {
  const { data, api, panel, copies } = synthesize(emulatorContext)
  const templates = { Data: data, Api: api, Panel: panel }
  expect(copies).toBeUndefined()
  for (const stack of stackNames) {
    const entries = omittedResources.filter((each) => each.stack === stack)
    const { kept } = omitFrom(templates[stack], entries)
    for (const each of referenceOverrides.filter((entry) => entry.stack === stack))
      expect(replaceIn(kept, each).names.length, each.type).toBeGreaterThan(0)
  }
})
