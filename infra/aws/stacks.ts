import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag'
import { ApiStack } from './ApiStack.ts'
import { DataStack } from './DataStack.ts'
import { deploymentOf, edgeRegion } from './deployment.ts'
import { PanelStack } from './PanelStack.ts'

/** The folders with the bundled functions and the built panel. */
export interface Cargo {
  readonly bundles: string
  readonly panel: string
}

/** The three stacks of a deployment. */
export interface Stacks {
  readonly data: DataStack
  readonly api: ApiStack
  readonly panel: PanelStack
}

/** Creates the stacks for the app's context and checks them with the rule packs AwsSolutions and HIPAA. */
export function defineStacks(app: App, { bundles, panel: files }: Cargo): Stacks {
  const deployment = deploymentOf(app.node)
  const { stage, region } = deployment
  const crossRegionReferences = region !== edgeRegion
  const here = { env: { region }, crossRegionReferences }
  const data = new DataStack(app, `Redress-${stage}-Data`, deployment, here)
  const api = new ApiStack(app, `Redress-${stage}-Api`, { ...here, deployment, data, bundles })
  const panel = new PanelStack(app, `Redress-${stage}-Panel`, {
    ...{ env: { region: edgeRegion }, crossRegionReferences, deployment, data, api, panel: files },
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app))
  return { data, api, panel }
}
