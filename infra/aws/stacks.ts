import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag'
import { ApiStack } from './ApiStack.ts'
import { CopiesStack } from './CopiesStack.ts'
import { DataStack } from './DataStack.ts'
import { deploymentOf, edgeRegion } from './deployment.ts'
import { PanelStack } from './PanelStack.ts'

/** The folders with the bundled functions and the built panel. */
export interface Cargo {
  readonly bundles: string
  readonly panel: string
}

/** The stacks of a deployment; `copies` only where backups are copied to another region. */
export interface Stacks {
  readonly data: DataStack
  readonly api: ApiStack
  readonly panel: PanelStack
  readonly copies?: CopiesStack
}

/** Creates the stacks for the app's context and checks them with the rule packs AwsSolutions and HIPAA. */
export function defineStacks(app: App, { bundles, panel: files }: Cargo): Stacks {
  const deployment = deploymentOf(app.node)
  const { stage, region, backupRegion } = deployment
  const crossRegionReferences = region !== edgeRegion
  const here = { env: { region }, crossRegionReferences }
  const data = new DataStack(app, `Redress-${stage}-Data`, deployment, bundles, here)
  const copies =
    backupRegion === undefined
      ? undefined
      : new CopiesStack(app, `Redress-${stage}-Copies`, deployment, { env: { region: backupRegion } })
  // The vault has to be there before the first copy; the stacks name it and refer to nothing of each other.
  if (copies) data.addStackDependency(copies)
  const panel = new PanelStack(app, `Redress-${stage}-Panel`, {
    ...{ env: { region: edgeRegion }, crossRegionReferences, deployment, data, panel: files },
  })
  const api = new ApiStack(app, `Redress-${stage}-Api`, { ...here, deployment, data, publicUrl: panel.url, bundles })
  if (!deployment.alarmMail)
    Validations.of(app).addWarning('redress:no-alarm-mail', 'Without alarmMail no alarm reaches anybody: a trial only.')
  if (!deployment.needsSecondFactor)
    Validations.of(app).addWarning(
      'redress:no-second-factor',
      'Administrators and directors sign in without a second factor: secondFactor is off.',
    )
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app))
  return { data, api, panel, copies }
}
