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

/** The page that imports a file into a list, for people who may add or change its records. */
export function ImportPage() {
  const entity = entityOf(useResourceContext() ?? '')
  const { permissions: me } = usePermissions<Me>()
  if (!me) return <Loading />
  return modesFor(entity, me).length > 0 ? <Importing key={entity.resource} entity={entity} me={me} /> : <NotFound />
}

/** A dry run: its request and its job. */
interface ImportAttempt {
  readonly body: ImportBody
  readonly job: string
}

function Importing({ entity, me }: { entity: Entity; me: Me }) {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const [table, setTable] = useState<ImportTable>()
  const [plan, setPlan] = useState<ImportPlan>()
  const [attempt, setAttempt] = useState<ImportAttempt>()
  const [run, setRun] = useState<string>()
  const modes = modesFor(entity, me)
  const fields = fieldsFor(entity, me, modes)
  // The step is in the address, so that the browser's Back leads to the step before.
  const query = search.get('step')
  const step: ImportStep =
    query === 'run' && run
      ? 'run'
      : query === 'check' && attempt
        ? 'check'
        : query === 'columns' && table
          ? 'columns'
          : 'file'
  const go = (next: ImportStep) => setSearch(next === 'file' ? {} : { step: next })
  const take = (read: ImportTable) => {
    const mapping = proposed(read.header, fields, (name) => words.field(entity.resource, name))
    setTable(read)
    setPlan(firstPlan(entity, mapping, modes))
    setAttempt(undefined)
    setRun(undefined)
    go('columns')
  }
  const name = words.resource(entity.resource)
  return (
    <Page title={words.t('transfer.importTitle', { name })} under={entity.resource} maxWidth={1100}>
      <Steps step={step} />
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
            setAttempt({ body, job })
            setRun(undefined)
            go('check')
          }}
        />
      )}
      {step === 'check' && attempt && (
        <CheckStep
          entity={entity}
          body={attempt.body}
          job={attempt.job}
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
