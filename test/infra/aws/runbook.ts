import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deployed, propertiesOf } from './synthesized.ts'

const page = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8')
const chapter = page.slice(page.indexOf('## Alarms'), page.indexOf('## Costs'))
const sections = new Map(
  chapter
    .split('\n### ')
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')).trim(), text] as const),
)

/** Every description of an alarm or of a rule that notifies somebody. */
const descriptions = [deployed.data, deployed.api, deployed.panel].flatMap((template) => [
  ...propertiesOf<{ AlarmDescription: string }>(template, 'AWS::CloudWatch::Alarm').map(
    (each) => each.AlarmDescription,
  ),
  ...propertiesOf<{ Description: string }>(template, 'AWS::Events::Rule').map((each) => each.Description),
])
const namedIn = (description: string): string | undefined => /section “([\w-]+)”\.$/.exec(description)?.[1]

describe('the runbook', () => {
  it('has a section for every alarm, which names it, and none without an alarm', () => {
    expect(descriptions.length).toBeGreaterThan(50)
    expect(descriptions.filter((each) => namedIn(each) === undefined)).toEqual([])
    expect([...sections.keys()].sort()).toEqual([...new Set(descriptions.map(namedIn))].sort())
  })

  it.each([...sections])('says of %s what it means, what to do and when it is over', (_name, text) => {
    for (const part of ['**Means:**', '**First:**', '**Over when:**']) expect(text).toContain(part)
  })

  it('leads only to places that are there', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    )
    const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor)
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((each) => !anchors.includes(each))).toEqual([])
  })
})
