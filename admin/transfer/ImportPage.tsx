import { useState } from 'react'
import { usePermissions, useResourceContext } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { Loading } from '#admin/frame/Loading.tsx'
import { NotFound } from '#admin/frame/NotFound.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import { fieldsFor, firstPlan, type ImportPlan, proposed } from './mapping.ts'
import { modesFor } from './modes.ts'
import { RunStep } from './RunStep.tsx'
import { type ImportStep, Steps } from './Steps.tsx'
import type { ImportTable } from './table.ts'

/** The page on which a file of rows comes into a list, for whoever may make or change its records. */
export function ImportPage() {
  const entity = entityOf(useResourceContext() ?? '')
  const { permissions: me } = usePermissions<Me>()
  if (!me) return <Loading />
  return modesFor(entity, me).length > 0 ? <Importing key={entity.resource} entity={entity} me={me} /> : <NotFound />
}

/** What was tried: the request and the job that tried it. */
interface ImportAttempt {
  readonly body: ImportBody
  readonly job: string
}

function Importing({ entity, me }: { entity: Entity; me: Me }) {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const [table, setTable] = useState<ImportTable>()
  const [plan, setPlan] = useState<ImportPlan>()
  const [tried, setTried] = useState<ImportAttempt>()
  const [run, setRun] = useState<string>()
  const modes = modesFor(entity, me)
  const fields = fieldsFor(entity, me, modes)
  // The steps stand in the address, so that the browser's own way back leads to the step before.
  const wanted = search.get('step')
  const step: ImportStep =
    wanted === 'run' && run
      ? 'run'
      : wanted === 'check' && tried
        ? 'check'
        : wanted === 'columns' && table
          ? 'columns'
          : 'file'
  const go = (next: ImportStep) => setSearch(next === 'file' ? {} : { step: next })
  const take = (read: ImportTable) => {
    const mapping = proposed(read.header, fields, (name) => words.field(entity.resource, name))
    setTable(read)
    setPlan(firstPlan(entity, mapping, modes))
    setTried(undefined)
    setRun(undefined)
    go('columns')
  }
  const name = words.resource(entity.resource)
  return (
    <Page title={words.t('transfer.importTitle', { name })} under={entity.resource} maxWidth={1100}>
      <Steps at={step} />
      {step === 'file' && (
        <FileStep entity={entity} fields={fields} table={table} take={take} next={() => go('columns')} />
      )}
      {step === 'columns' && table && plan && (
        <ColumnsStep
          entity={entity}
          table={table}
          plan={plan}
          modes={modes}
          fields={fields}
          change={setPlan}
          back={() => go('file')}
          checked={(body, job) => {
            setTried({ body, job })
            setRun(undefined)
            go('check')
          }}
        />
      )}
      {step === 'check' && tried && (
        <CheckStep
          entity={entity}
          body={tried.body}
          job={tried.job}
          back={() => go('columns')}
          started={(job) => {
            setRun(job)
            go('run')
          }}
        />
      )}
      {step === 'run' && run && (
        <RunStep
          entity={entity}
          job={run}
          another={() => {
            setTable(undefined)
            go('file')
          }}
        />
      )}
    </Page>
  )
}
