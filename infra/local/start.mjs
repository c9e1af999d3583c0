import { parseArgs } from 'node:util'
import { checkNode, ensureDependencies } from './process/install.mjs'
import { hasOwnNetwork, runInOwnNetwork } from './process/ownNetwork.mjs'
import { hideWarnings } from './process/warnings.mjs'
import { watch } from './process/watch.mjs'

const usage = `npm start -- [--empty] [--fresh] [--demo-size N] [--dev] [--new-audit-key]     PORT=4000 chooses the port
npm run tick -- NAME [--at 2026-03-01T09:00:00Z]
npm run verify-audit [-- --accept-restore]`

const refuse = (sentence) => {
  console.error(`${sentence}\n${usage}`)
  process.exit(1)
}

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        empty: { type: 'boolean' },
        fresh: { type: 'boolean' },
        'demo-size': { type: 'string' },
        dev: { type: 'boolean' },
        tick: { type: 'string' },
        'verify-audit': { type: 'boolean' },
        'new-audit-key': { type: 'boolean' },
        'accept-restore': { type: 'boolean' },
        at: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return refuse(error.message)
  }
}

const readFlags = () => {
  const { values, positionals } = parse()
  const { 'demo-size': demoSize, help, ...flags } = values
  if (help) {
    console.log(usage)
    process.exit(0)
  }
  if (positionals.length > 0) refuse(`"${positionals[0]}" is not an option.`)
  if (flags.at !== undefined && flags.tick === undefined) refuse('--at goes with a tick.')
  if (flags['accept-restore'] && !flags['verify-audit']) refuse('--accept-restore goes with npm run verify-audit.')
  if (flags.dev && flags.fresh)
    refuse('--dev restarts on every change and would throw the data away each time: no --fresh.')
  if (demoSize !== undefined && !/^[1-9]\d{0,5}$/.test(demoSize)) refuse('--demo-size takes a number of patients.')
  if (process.env.PORT !== undefined && !(/^\d{1,5}$/.test(process.env.PORT) && Number(process.env.PORT) < 65536))
    refuse('PORT takes a number below 65536.')
  return demoSize === undefined ? flags : { ...flags, demoSize: Number(demoSize) }
}

checkNode()
const flags = readFlags()
ensureDependencies()
hideWarnings()
const isStart = !flags.tick && !flags['verify-audit']
if (flags.dev && !process.env.REDRESS_WATCHED) watch(process.argv.slice(1))
else if (isStart && hasOwnNetwork()) runInOwnNetwork()
else {
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('./process/main.ts')
  await main(flags)
}
