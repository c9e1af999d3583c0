import { checkNode, ensureDependencies } from '../process/install.mjs'
import { hideWarnings } from '../process/warnings.mjs'

checkNode()
ensureDependencies()
hideWarnings()
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('./command.ts')
const [name, ...args] = process.argv.slice(2)
process.exit(await main(name, args))
