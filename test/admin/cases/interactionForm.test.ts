import { expect, test } from 'vitest'
import { doctorsOf, interactionOf } from '#admin/interactions/interactionForm.ts'
import { parseFilter } from '#shared/api/listQuery.ts'
import { User } from '#shared/entities/user.ts'

const form = {
  kind: 'meeting',
  place: 'private-room',
  at: '2026-11-21T09:10:00.000Z',
  details: 'She asked.',
  siteId: 's',
}

test('a contact is saved with what was asked about its kind, and without what the form keeps for itself', () => {
  const entered = { ...form, leadId: 'user_1', doctorId: null, resolution: '', promise: { text: 'x' } }
  const { siteId: _, ...own } = form
  expect(interactionOf(entered)).toEqual({ ...own, leadId: 'user_1' })
  expect(interactionOf({ ...entered, kind: 'call' })).toEqual({ ...own, kind: 'call' })
})

test('a boundary holds from the contact on, unless the person says since when', () => {
  const { at } = form
  const since = '2026-11-20T09:10:00.000Z'
  expect(interactionOf({ ...form, conduct: { flag: 'abusive' } }).conduct).toEqual({
    flag: 'abusive',
    boundarySetAt: at,
  })
  const said = { flag: 'abusive', boundarySetAt: since }
  expect(interactionOf({ ...form, conduct: said }).conduct).toEqual(said)
  expect(interactionOf({ ...form, conduct: { flag: '', boundarySetAt: since } })).not.toHaveProperty('conduct')
})

test('in a surgical dispute the doctors of the case are offered, in a filter that the API understands', () => {
  const attendingIds = ['user_01J8A37FGC2STY9B90WCTKC5CF']
  const dispute = { severity: 'major', majorReasons: ['evident-surgical-problem'], attendingIds } as const
  const officer = { userId: 'user_1', name: 'Huda Nasser', roles: ['officer'], siteIds: [] } as const
  const asked = parseFilter(
    User,
    JSON.stringify(doctorsOf({ ...dispute, majorReasons: [...dispute.majorReasons] })),
    officer,
  )
  expect(asked).toMatchObject({ ids: attendingIds, conditions: [{ field: 'roles' }] })
  expect(doctorsOf({ attendingIds })).toEqual({ roles: 'clinician' })
})
