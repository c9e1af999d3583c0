import { spawn, spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

/*
 * On Linux the product runs in a network namespace of its own, which needs no rights: the engine, the identity provider and
 * the caught mails listen there, where no other user of the machine and no page of a browser reaches them. The process that
 * starts it stays outside and hands the one public port in.
 */

/** The loopback of a new network is down. Not every system has `ip`, and perl takes its place. */
const script = `PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up 2>/dev/null ||
  perl -e 'socket(my $s, 2, 2, 0) && ioctl($s, 0x8914, pack("a16s", "lo", 73)) or exit 1' 2>/dev/null || exit 71
  exec "$0" "$@"`

/** Arguments that run a command in a new network. */
const inNewNetwork = (...command) => ['--user', '--map-root-user', '--net', 'sh', '-c', script, ...command]

const isPossible = () => spawnSync('unshare', inNewNetwork('true'), { stdio: 'ignore' }).status === 0

/** Whether the product can have a network of its own; an engine that somebody named is outside of it. */
export const hasOwnNetwork = () =>
  process.platform === 'linux' && !process.env.DYNAMODB_ENDPOINT && !process.env.REDRESS_NETWORK && isPossible()

/** Opens a port of loopback and gives it to the child, or the code of the error. */
const handOver = (child, port) => {
  const server = createServer()
  server.once('error', ({ code }) => child.send({ code }))
  server.listen({ port, host: '127.0.0.1' }, () => child.send({}, server, () => server.close()))
}

const endAs = (child) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** Runs this command once more in a network of its own; it ends as that one ends, and the other way round. */
export const runInOwnNetwork = () => {
  const child = spawn('unshare', inNewNetwork(process.execPath, ...process.argv.slice(1)), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, REDRESS_NETWORK: 'own' },
  })
  child.on('message', ({ port }) => handOver(child, port))
  endAs(child)
}

const networkOf = (processId) => {
  try {
    return readlinkSync(`/proc/${processId}/ns/net`)
  } catch {
    return undefined
  }
}

/** Whether a process is in another network than this one. */
export const isElsewhere = (processId) => {
  const network = networkOf(processId)
  return network !== undefined && network !== networkOf('self')
}

/** Runs this command once more in the network of a process of the same user. */
export const runInNetworkOf = (processId) => {
  const enter = ['--target', String(processId), '--user', '--net', '--preserve-credentials']
  const child = spawn('nsenter', [...enter, process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, REDRESS_NETWORK: 'entered' },
  })
  endAs(child)
}
