const codes: Readonly<Record<string, 'full' | 'closed'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'closed',
  EACCES: 'closed',
  EPERM: 'closed',
  EIO: 'closed',
}

/** How a disk refuses to take something, by the code of the system's error: it is full, or takes no changes; undefined for others. */
export const diskFaultOf = (error: unknown): 'full' | 'closed' | undefined =>
  error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined
