import { checkNode, ensureDependencies } from '../local/process/install.mjs'

checkNode()
ensureDependencies()
// Hides the warning of the SDK about Node 20.
process.removeAllListeners('warning')
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('./command.ts')
process.exit(await main(process.argv.slice(2)))
