import { useState } from 'react'
import { usePermissions, useResourceContext } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { Loading } from '#admin/frame/Loading.tsx'
import { NotFound } from '#admin/frame/NotFound.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { usePreference } from '#admin/provider/preferences.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './file/FileStep.tsx'
import type { ImportTable } from './file/importTable.ts'
import { fieldsFor, firstPlan, type ImportPlan, proposed } from './mapping.ts'
import { modesFor } from './modes.ts'
import { RunStep } from './RunStep.tsx'
import { rememberedPlan } from './rememberedPlan.ts'
import { type ImportStep, Steps } from './Steps.tsx'

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
  const labelOf = (name: string) => words.field(entity.resource, name)
  const [search, setSearch] = useSearchParams()
  const [table, setTable] = useState<ImportTable>()
  const [ownPlan, setOwnPlan] = useState<ImportPlan>()
  const [attempt, setAttempt] = useState<ImportAttempt>()
  const [run, setRun] = useState<string>()
  const modes = modesFor(entity, me)
  const fields = fieldsFor(entity, me, modes)
  // A file of the same columns is mostly imported in the same way again.
  const choice = `import.${entity.resource}.${table?.shape ?? ''}`
  const [remembered, remember] = usePreference<ImportPlan | undefined>(choice, undefined)
  const lastPlan = table && rememberedPlan(entity, table, modes, fields, remembered)
  const proposal = table && firstPlan(entity, proposed(entity, table.header, fields, labelOf), modes)
  const plan = ownPlan ?? lastPlan ?? proposal
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
    setTable(read)
    setOwnPlan(undefined)
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
          change={setOwnPlan}
          forget={ownPlan || !lastPlan ? undefined : () => setOwnPlan(proposal)}
          back={() => go('file')}
          checked={(body, job) => {
            remember(plan)
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
