import type { Role } from '#shared/declaration/roles.ts'

const groups: Readonly<Record<string, readonly Role[]>> = {
  staff: ['front-desk', 'officer', 'unit-manager', 'director'],
  'officer+': ['officer', 'unit-manager', 'director'],
  'manager+': ['unit-manager', 'director'],
  director: ['director'],
  setters: ['director', 'admin'],
  payments: ['officer', 'unit-manager', 'director', 'accounts-supervisor'],
}

/**
 * The steps of the desk as the specification has them: from which states, and by whom. A star is every state; steps of the
 * product alone are in no row.
 */
const table = `
cases
  acknowledge        received                                                    officer+
  investigate        acknowledged                                                officer+
  assess             investigating                                               officer+
  respond            assessed                                                    officer+
  await-patient      responding                                                  officer+
  resume             awaiting-patient                                            officer+
  resolve            responding,awaiting-patient                                 officer+
  close              resolved                                                    officer+
  reopen             resolved,closed                                             officer+
  withdraw           received,acknowledged,investigating,assessed,responding,awaiting-patient  officer+
  legal-route        received,acknowledged,investigating,assessed,responding,awaiting-patient  manager+
  hand-over          received,acknowledged,investigating,assessed,responding,awaiting-patient,resolved  staff
  call-for-help      received,acknowledged,investigating,assessed,responding,awaiting-patient  staff
  answer-help        *                                                           manager+
  mark-major         received,acknowledged,investigating,assessed,responding,awaiting-patient,resolved,legal-route  staff
  director-informed  *                                                           manager+
  extend             received,acknowledged,investigating,assessed,responding     officer+
  merge              received,acknowledged,investigating,assessed,responding,awaiting-patient,resolved,closed,legal-route,withdrawn  officer+
  unmerge            merged                                                      officer+
offers
  submit             draft                                                       staff
  approve            pending-approval                                            manager+
  reject             pending-approval                                            manager+
  make               approved                                                    staff
  accept             made                                                        staff
  decline            made                                                        staff
  fulfil             accepted                                                    payments
  cancel             draft,pending-approval,approved,made,accepted               officer+
offer-rules
  publish            draft                                                       setters
  withdraw           published                                                   setters
  copy               *                                                           setters
promises
  keep               open                                                        staff
  break              open                                                        officer+
  renegotiate        open                                                        officer+
  cancel             open                                                        officer+
  reassign           open                                                        officer+
  tell-patient       *                                                           staff
special-reports
  submit             draft,returned                                              manager+
  accept             submitted                                                   director
  return             submitted                                                   director
letters
  submit             draft,rejected                                              officer+
  approve            pending-approval                                            director
  reject             pending-approval                                            director
  send               approved                                                    officer+
follow-ups
  attempt            planned,consent-pending,scheduled                           staff
  record-consent     consent-pending,scheduled                                   officer+
  schedule           planned,consent-pending,scheduled                           officer+
  complete           planned,scheduled                                           staff
  cancel             planned,consent-pending,scheduled                           officer+
  reassign           planned,consent-pending,scheduled                           officer+
`

/** One step as the specification has it. */
export interface StepRow {
  readonly resource: string
  readonly step: string
  /** Undefined where any state will do. */
  readonly from?: readonly string[]
  readonly allow: readonly Role[]
}

/** Every step of the desk. */
export const doors: readonly StepRow[] = read(table)

function read(text: string): StepRow[] {
  let resource = ''
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', from = '', who = ''] = line.trim().split(/\s+/)
      if (!line.startsWith(' ')) {
        resource = first
        return []
      }
      const allow = groups[who]
      if (!allow) throw new Error(`Nobody is called ${who}`)
      return [{ resource, step: first, allow, ...(from !== '*' && { from: from.split(',') }) }]
    })
}
