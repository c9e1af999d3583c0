import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import {
  ArrayInput,
  AutocompleteArrayInput,
  AutocompleteInput,
  BooleanInput,
  DateInput,
  NumberInput,
  ReferenceArrayInput,
  ReferenceInput,
  SelectInput,
  SimpleFormIterator,
  TextInput,
} from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entityOf } from '#shared/entities/index.ts'
import { panelLanguages } from '#shared/text/index.ts'
import { firstSort } from './declaredFields.ts'
import { problemWith } from './problem.ts'
import { DataInput, InstantInput, MoneyInput, PercentInput } from './typedInputs.tsx'

interface InputProps {
  readonly resource: string
  readonly source: string
  readonly field: Field
  readonly isDisabled?: boolean
  readonly help?: string
  readonly autoFocus?: boolean
}

const last = (source: string): string => source.split('.').pop() ?? source

/** The input of a declared field, set like every other whatever its kind. */
export function Input(props: InputProps) {
  return (
    <Box sx={{ '& .MuiFormControl-root.MuiFormControl-root': { mt: 1.5, mb: 0.5 } }}>
      <Chosen {...props} />
    </Box>
  )
}

/** The input by the field's kind; it refuses what the declaration refuses, in words. */
function Chosen({ resource, source, field, isDisabled, help, autoFocus }: InputProps) {
  const words = useWords()
  const shared = {
    source,
    autoFocus,
    label: words.field(resource, last(source)),
    disabled: isDisabled,
    isRequired: field.isRequired,
    helperText: help ?? (false as const),
    validate: (value: unknown) => problemWith(field, value, words),
    fullWidth: true,
  }
  const options = (field.choices ?? []).map((id) => ({ id, name: words.value(id) }))
  switch (field.kind) {
    case 'longText':
      return <TextInput {...shared} multiline minRows={3} />
    case 'integer':
    case 'number':
      return <NumberInput {...shared} />
    case 'money':
      return <MoneyInput {...shared} />
    case 'basisPoints':
      return <PercentInput {...shared} />
    case 'boolean':
      return <BooleanInput {...shared} validate={undefined} />
    case 'day':
      return <DateInput {...shared} parse={(value: string) => value || null} />
    case 'instant':
      return <InstantInput {...shared} />
    case 'choice':
      return (
        <SelectInput
          {...shared}
          choices={options}
          translateChoice={false}
          emptyText={field.isRequired ? undefined : words.t('values.notSaid')}
        />
      )
    case 'choices':
      return <AutocompleteArrayInput {...shared} choices={options} translateChoice={false} />
    case 'reference':
      return <OneOf {...shared} reference={field.resource ?? ''} />
    case 'references':
      return <ManyOf {...shared} reference={field.resource ?? ''} />
    case 'group':
      return <Group resource={resource} source={source} field={field} isDisabled={isDisabled} />
    case 'list':
      return (
        <ArrayInput source={source} label={shared.label} helperText={false}>
          <SimpleFormIterator inline disableReordering disabled={isDisabled}>
            {Object.entries(field.fields ?? {}).map(([name, inner]) => (
              <Input key={name} resource={resource} source={name} field={inner} isDisabled={isDisabled} />
            ))}
          </SimpleFormIterator>
        </ArrayInput>
      )
    case 'texts':
      return <Texts {...shared} />
    case 'data':
      return <DataInput {...shared} />
    default:
      return <TextInput {...shared} type={typeOf(field)} />
  }
}

const typeOf = (field: Field): string => (field.kind === 'phone' ? 'tel' : field.kind === 'email' ? 'email' : 'text')

const query = (reference: string) => {
  const entity = entityOf(reference)
  return {
    reference,
    sort: firstSort(entity),
    perPage: 50,
    enableGetChoices: entity.search ? ({ q }: { q?: string }) => !q || q.trim().length > 1 : undefined,
  }
}
const asked = (reference: string) => (text: string) =>
  entityOf(reference).search && text.trim().length > 1 ? { q: text.trim() } : {}

type ReferenceInputProps = { source: string; reference: string; disabled?: boolean } & Record<string, unknown>

function OneOf({ reference, source, ...rest }: ReferenceInputProps) {
  const { title } = entityOf(reference)
  return (
    <ReferenceInput source={source} {...query(reference)}>
      <AutocompleteInput {...rest} optionText={title} filterToQuery={asked(reference)} />
    </ReferenceInput>
  )
}

function ManyOf({ reference, source, ...rest }: ReferenceInputProps) {
  const { title } = entityOf(reference)
  return (
    <ReferenceArrayInput source={source} {...query(reference)}>
      <AutocompleteArrayInput {...rest} optionText={title} filterToQuery={asked(reference)} />
    </ReferenceArrayInput>
  )
}

function Group({ resource, source, field, isDisabled }: InputProps) {
  const words = useWords()
  return (
    <Framed legend={words.field(resource, last(source))}>
      {Object.entries(field.fields ?? {}).map(([name, inner]) => (
        <Input
          key={name}
          resource={resource}
          source={`${source}.${name}`}
          field={{ ...inner, isRequired: false }}
          isDisabled={isDisabled}
        />
      ))}
    </Framed>
  )
}

function Texts({ source, label, disabled }: { source: string; label: string; disabled?: boolean }) {
  return (
    <Framed legend={label}>
      {[...panelLanguages, ...furtherLanguages].map(({ code, name }) => (
        <TextInput
          key={code}
          source={`${source}.${code}`}
          label={name}
          disabled={disabled}
          helperText={false}
          multiline
          fullWidth
          slotProps={{ htmlInput: { lang: code } }}
        />
      ))}
    </Framed>
  )
}

function Framed({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pb: 1, m: 0, mb: 2, minWidth: 0, width: '100%' }}
    >
      <Box component="legend" sx={{ px: 1, fontSize: 14, color: 'text.secondary' }}>
        {legend}
      </Box>
      {children}
    </Box>
  )
}

/** Languages patients are asked in beyond those of the panel. */
const furtherLanguages = [
  { code: 'zh', name: '中文' },
  { code: 'it', name: 'Italiano' },
  { code: 'lv', name: 'Latviešu' },
]
