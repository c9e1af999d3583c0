import { createContext } from 'react'

/** Id of the job that writes everything on the patient of the page; undefined when none was asked for. */
export const ExportJob = createContext<string | undefined>(undefined)
