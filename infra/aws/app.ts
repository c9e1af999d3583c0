import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { bundleAll, projectFolder } from '#infra/bundle/bundle.ts'
import { defineStacks } from './stacks.ts'

const bundles = join(projectFolder, 'dist/functions')
await bundleAll(bundles)
const app = new App()
defineStacks(app, { bundles, panel: join(projectFolder, 'dist/panel') })
app.synth()
