import { resources } from '#shared/entities/sharedWords.it.ts'
import type { Translation } from '../messages.ts'
import { cases } from './cases.ts'
import { followUps } from './followUps.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { lists } from './lists.ts'
import { notices } from './notices.ts'
import { patients } from './patients.ts'
import { ra } from './ra.ts'
import { record } from './record.ts'
import { refusals } from './refusals.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { settlements } from './settlements.ts'
import { sheet } from './sheet.ts'
import { surveys } from './surveys.ts'
import { transfer } from './transfer.ts'

/** The panel in Italian. */
export const it: Translation = {
  ra,
  ...frame,
  ...home,
  ...record,
  ...sheet,
  ...lists,
  ...transfer,
  ...cases,
  ...followUps,
  ...notices,
  ...patients,
  ...reports,
  ...settings,
  ...settlements,
  ...surveys,
  resources,
  refusals,
}
