import { readFileSync } from 'node:fs'
import type { Product } from '#test/support/product.ts'

/**
 * Addresses where a product and its parts listen within its own network, `http://127.9.2.1:4567/`, but for its public one. In
 * /proc/<pid>/net/tcp (man proc_pid_net_tcp) state 0A is LISTEN, and an address stands in hexadecimal, its bytes reversed.
 */
export const innerAddresses = ({ processId, url }: Product): string[] =>
  readFileSync(`/proc/${processId}/net/tcp`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A')
    .map(([, place = '']) => {
      const [host = '', port = ''] = place.split(':')
      const bytes = host.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []
      return `http://${bytes.reverse().join('.')}:${Number.parseInt(port, 16)}/`
    })
    .filter((address) => new URL(address).origin !== url)
