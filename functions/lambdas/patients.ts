import { erase } from '#functions/patients/erasure/erasePatient.ts'
import { exportPatient } from '#functions/patients/exportPatient.ts'
import { serve } from '#functions/platform/routes/serve.ts'

/** Patients, their visits, and what is exported or erased of them. */
export const handler = serve('patients', {
  'patients.erase': erase,
  'patients.export': exportPatient,
})
