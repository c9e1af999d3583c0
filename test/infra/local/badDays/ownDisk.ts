import { spawn, spawnSync } from 'node:child_process'

/** Arguments that run a command among mounts of its own, which needs no rights on Linux; `$D` of the script is the folder. */
const withMounts = (folder: string, script: string): readonly string[] => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `D=$0; ${script}; exec "$@"`,
  folder,
]

/** Whether this system lets a test mount for itself alone. */
export const canMount = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0

/** Runs a command with a folder that is there and takes no changes. */
export const onReadOnly = (folder: string) =>
  withMounts(folder, 'mount --bind "$D" "$D" && mount -o remount,bind,ro "$D"')

/** Runs a command with an empty disk of so many bytes in place of a folder. */
export const onSmallDisk = (folder: string, bytes: number) =>
  withMounts(folder, `mount -t tmpfs -o size=${bytes} tmpfs "$D"`)

/** Runs a command with a disk in place of a folder on which there is room for nothing. */
export const onFullDisk = (folder: string) =>
  withMounts(folder, 'mount -t tmpfs -o size=65536 tmpfs "$D"; dd if=/dev/zero of="$D/ballast" status=none 2>&1')

/** Runs a scene, a module of tests that prints what it saw as JSON, within another command. */
export const playScene = (within: readonly string[], module: string, ...words: string[]) =>
  new Promise<unknown>((resolve, reject) => {
    const [command = '', ...before] = within
    const child = spawn(command, [...before, process.execPath, '--import', 'tsx', module, ...words], {
      env: process.env,
    })
    let [output, errors] = ['', '']
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (errors += text))
    child.once('exit', (code) => {
      const seen = output.split('\n').find((line) => line.startsWith('{"seen":'))
      if (code === 0 && seen) resolve(JSON.parse(seen).seen)
      else reject(new Error(`The scene ended with ${code}:\n${output}\n${errors}`))
    })
  })
