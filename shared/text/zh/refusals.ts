import type { RefusalId } from '#shared/refusals.ts'
import { batches } from './refusals/batches.ts'
import { cases } from './refusals/cases.ts'
import { followUps } from './refusals/followUps.ts'
import { imports } from './refusals/imports.ts'
import { jobs } from './refusals/jobs.ts'
import { merging } from './refusals/merging.ts'
import { offers } from './refusals/offers.ts'
import { patients } from './refusals/patients.ts'
import { persons } from './refusals/persons.ts'
import { promises } from './refusals/promises.ts'
import { records } from './refusals/records.ts'
import { reports } from './refusals/reports.ts'
import { requests } from './refusals/requests.ts'
import { settings } from './refusals/settings.ts'
import { settlements } from './refusals/settlements.ts'
import { surveys } from './refusals/surveys.ts'
import { values } from './refusals/values.ts'

/** Every refusal in Chinese, with the parameters of the English sentence. */
export const refusals: Readonly<Record<RefusalId, string>> = {
  ...persons,
  ...records,
  ...cases,
  ...followUps,
  ...reports,
  ...promises,
  ...offers,
  ...merging,
  ...patients,
  ...settings,
  ...settlements,
  ...batches,
  ...surveys,
  ...jobs,
  ...imports,
  ...values,
  ...requests,
}
