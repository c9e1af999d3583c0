/** Why a workbook cannot be read. */
export type WorkbookFault = 'broken' | 'tooLarge' | 'tooWide' | 'tooLong' | 'noHead' | 'noSheet'

/** A workbook that cannot be read, with the reason. */
export class WorkbookError extends Error {
  constructor(readonly fault: WorkbookFault) {
    super(`The workbook cannot be read: ${fault}`)
    this.name = 'WorkbookError'
  }
}
