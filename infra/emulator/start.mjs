import { checkNode, ensureDependencies } from '../local/process/install.mjs'

checkNode()
ensureDependencies()
// The SDK announces that it will leave Node 20: no news for anyone here.
process.removeAllListeners('warning')
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('./main.ts')
process.exit(await main(process.argv.slice(2)))
