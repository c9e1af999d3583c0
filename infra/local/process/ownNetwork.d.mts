export function hasOwnNetwork(): boolean
export function runInOwnNetwork(): void
export function isElsewhere(processId: number): boolean
export function runInNetworkOf(processId: number): void
