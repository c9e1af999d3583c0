/** Where the nightly backup is copied to, and how its vaults are locked. */
export interface BackupPlace {
  /** A second region where a copy of the nightly backup lies; undefined for none. */
  readonly backupRegion?: string
  /** A vault of another account that gets the copy instead of one in this account. */
  readonly backupAccountVaultArn?: string
  /**
   * Days after which nobody, the account's owner included, can take the lock off the vaults (compliance). Without it people
   * with the right to do so can (governance).
   */
  readonly vaultLockDays?: number
}

/** Neighbours under the same law; elsewhere the hospital has to say where its records may lie. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  'eu-': ['eu-central-1', 'eu-west-1'],
  'us-': ['us-west-2', 'us-east-1'],
}

const usualRegion = (region: string): string | undefined =>
  neighbours[region.slice(0, 3)]?.find((each) => each !== region)

/** Reads the place of backups from context; throws with a sentence when a value is missing or wrong. */
export function backupPlaceOf(
  isTrial: boolean,
  region: string,
  text: (name: string) => string | undefined,
): BackupPlace {
  const backupAccountVaultArn = text('backupAccountVaultArn')
  if (backupAccountVaultArn && !/^arn:aws:backup:[a-z0-9-]+:\d{12}:backup-vault:.+$/.test(backupAccountVaultArn))
    throw new Error('backupAccountVaultArn must be the ARN of a vault of AWS Backup.')
  const days = text('vaultLockDays')
  if (days !== undefined && !(Number.isInteger(Number(days)) && Number(days) >= 3))
    throw new Error('vaultLockDays must be 3 or more: AWS Backup gives at least three days to change one’s mind.')
  const given = text('backupRegion') ?? (isTrial || backupAccountVaultArn ? 'off' : usualRegion(region))
  if (given === undefined)
    throw new Error(`Give backupRegion, a second region where the law lets records of ${region} lie, or "off".`)
  if (given === region) throw new Error('backupRegion must be another region than the one of the records.')
  return {
    backupRegion: given === 'off' ? undefined : given,
    backupAccountVaultArn,
    vaultLockDays: days === undefined ? undefined : Number(days),
  }
}
