import { expect, test } from 'vitest'
import { entityOf } from '#shared/entities/index.ts'
import { rulesOf } from '#shared/rules/index.ts'
import { type Source, sourceOf, sources } from './sources.ts'

/**
 * Files that plan a write of these records and nothing that follows from it. Once
 * something follows from writing one of them, its file goes through `withConsequences` and leaves this list.
 */
const withoutConsequences: Readonly<Record<string, readonly string[]>> = {
  'functions/platform/records/accessLog.ts': ['access-entries'],
  'functions/platform/records/files/openKeptFile.ts': ['uploads'],
  'functions/platform/jobs/runJob.ts': ['jobs'],
  'functions/jobs/undoJob.ts': ['jobs'],
  'functions/patients/erasure/clearJobs.ts': ['jobs'],
  'functions/patients/erasure/patientKeys.ts': ['patients'],
  'functions/patients/erasure/removePatientFiles.ts': ['batches'],
  'functions/patients/exportPatient.ts': ['patients'],
  // A patient's name is a copy, which nothing is decided by.
  'functions/patients/refreshNames.ts': [],
  'functions/patients/retention.ts': ['patients', 'jobs'],
  'functions/follow-ups/callListOf.ts': ['call-lists'],
  'functions/follow-ups/shareCalls.ts': ['follow-ups'],
  'functions/settlements/exportBatch.ts': ['batches'],
  'functions/settings/operations.ts': ['terms'],
  'functions/uploads/operations.ts': ['uploads'],
  'functions/users/operations.ts': ['users'],
  'functions/users/syncUser.ts': ['users'],
  'functions/notices/findRecipients.ts': ['notices'],
  'functions/notices/handOn.ts': ['notices'],
  'functions/notices/mailNotice.ts': ['notices'],
  'functions/surveys/dueInvitations.ts': ['invitations'],
  'functions/surveys/inviteOne.ts': ['invitations'],
  'functions/surveys/newVersion.ts': ['surveys'],
  'functions/surveys/sendInvitation.ts': ['invitations', 'messages'],
}

const planning = /import \{([^}]*)\} from '(?:#functions\/platform\/records|\.|\.\.)\/change\.ts'/
const plans = /\b(planCreate|planUpdate|planDelete|planRestore|planned)\b/

/** Files that plan a write and ask for nothing that follows from it. */
const careless = (files: readonly Source[]): string[] =>
  files
    .filter(({ text }) => plans.test(planning.exec(text)?.[1] ?? '') && !text.includes('withConsequences('))
    .map(({ path }) => path)

test('every door asks what follows from its write, or writes records that nothing follows from', async () => {
  const found = careless(sources('functions')).sort()
  expect(found, 'goes through withConsequences, or stands in the list').toEqual(Object.keys(withoutConsequences).sort())
  for (const [path, resources] of Object.entries(withoutConsequences))
    for (const resource of resources) {
      const { derivation } = await rulesOf(entityOf(resource).resource)
      expect(derivation?.follow, `${path} writes ${resource}, from which something follows`).toBeUndefined()
    }
})

test('the law finds a broken sample', () => {
  const start = "import { planCreate } from '#functions/platform/records/change.ts'\n"
  const [bad, good] = ['save(context, [change])', 'save(context, await withConsequences(context, change))']
  expect(careless([sourceOf('functions/a.ts', start + bad), sourceOf('functions/b.ts', start + good)])).toEqual([
    'functions/a.ts',
  ])
})
