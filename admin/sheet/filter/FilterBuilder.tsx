import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Select } from '#admin/frame/Select.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'
import { type ColumnFilter, type ComparisonName, comparisonsOf } from './comparisons.ts'
import { comparisonText } from './filterText.ts'
import { ValueEditor } from './ValueEditor.tsx'

interface FilterBuilderProps {
  /** The filter to change, or the column of a new one. */
  readonly filter?: ColumnFilter | string
  readonly close: () => void
}

/** Builds one filter: which column, how it is compared, and with what. Without a value there is no filter. */
export function FilterBuilder({ filter, close }: FilterBuilderProps) {
  const words = useWords()
  const { sites, currencyOf } = useSites()
  const { entity, columns, filters, filterBy, filterValues } = useListState()
  const before = typeof filter === 'object' ? filter : filters.find(({ name }) => name === filter)
  const [name, setName] = useState(before?.name ?? (typeof filter === 'string' ? filter : columns[0]?.name))
  const [chosen, setComparison] = useState<ComparisonName | undefined>(before?.comparison)
  const [values, setValues] = useState<readonly unknown[]>(before?.values ?? [])
  const [currency, setCurrency] = useState(String(filterValues.currency ?? currencyOf()))
  const [problem, setProblem] = useState<string>()
  const column = columns.find((each) => each.name === name)
  if (!column) return null
  const possible = comparisonsOf(column.field)
  const comparison = possible.find((each) => each === chosen) ?? possible[0] ?? 'is'
  const isOfPresence = comparison === 'empty' || comparison === 'filled'
  const isReady = isOfPresence || values.some((each) => each !== undefined)
  // An amount is compared with those of its own currency.
  const currencies = [...new Set(sites.map((site) => site.currency))]
  const hasCurrency =
    column.field.kind === 'money' && !isOfPresence && currencies.length > 1 && entity.columns.includes('currency')
  const apply = () => {
    const made: ColumnFilter[] = [
      spanOf({ name: column.name, comparison, values }),
      ...(hasCurrency ? [{ name: 'currency', comparison: 'is', values: [currency] } as const] : []),
    ]
    const isReplaced = (each: ColumnFilter) =>
      made.some(({ name, comparison }) => each.name === name && each.comparison === comparison)
    const rest = filters.filter((each) => each !== before && !(isReady && isReplaced(each)))
    filterBy(isReady ? [...rest, ...made] : rest)
    close()
  }
  return (
    <Box
      component="form"
      noValidate
      sx={{ display: 'grid', gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (!problem) apply()
      }}
    >
      <Select
        label={words.t('filters.column')}
        value={column.name}
        options={columns.map((each) => ({ value: each.name, label: words.field(entity.resource, each.name) }))}
        change={(next) => {
          setName(next)
          setValues([])
          setProblem(undefined)
        }}
        autoFocus={filter === undefined}
      />
      <Select
        label={words.t('filters.comparison')}
        value={comparison}
        options={possible.map((value) => ({ value, label: comparisonText(value, words.t) }))}
        change={(next) => {
          const isKept = next === 'is' || values.length === 1
          setComparison(next as ComparisonName)
          if (!isKept) setValues([])
        }}
      />
      {hasCurrency && (
        <Select
          label={words.t('filters.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, label: value }))}
          change={(next) => {
            setCurrency(next)
            setValues([])
          }}
        />
      )}
      <ValueEditor
        key={`${column.name} ${comparison} ${currency}`}
        column={column}
        currency={currency}
        comparison={comparison}
        values={values}
        change={setValues}
        problem={problem}
        refuse={setProblem}
      />
      <Button type="submit" variant="contained" sx={{ justifySelf: 'start' }}>
        {words.t('filters.apply')}
      </Button>
    </Box>
  )
}

/** A filter as it was entered; a span with one end only is a bound. */
function spanOf(filter: ColumnFilter): ColumnFilter {
  const [first, last] = filter.values
  if (filter.comparison !== 'between' || (first !== undefined && last !== undefined)) return filter
  const { name } = filter
  return first === undefined
    ? { name, comparison: 'until', values: [last] }
    : { name, comparison: 'from', values: [first] }
}
