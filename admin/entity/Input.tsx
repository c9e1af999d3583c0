import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { lazy, type ReactNode, Suspense } from 'react'
import {
  AutocompleteArrayInput,
  AutocompleteInput,
  BooleanInput,
  ReferenceArrayInput,
  ReferenceInput,
  SelectInput,
  TextInput,
} from 'react-admin'
import { useController, useWatch } from 'react-hook-form'
import { useWords } from '#admin/language/words.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Upload } from '#shared/entities/upload.ts'
import { languageChoices } from '#shared/text/languages.ts'
import { isSearchable } from '#shared/values/search.ts'
import { EntryBlock, EntryList } from './EntryList.tsx'
import { problemWith } from './problem.ts'
import { useOptionText } from './titles/useOptionText.ts'
import {
  DataInput,
  DayInput,
  InstantInput,
  MoneyInput,
  NumberInput,
  PercentInput,
  PhoneInput,
  TermInput,
} from './typedInputs.tsx'

const UploadInput = lazy(() => import('#admin/uploads/UploadInput.tsx').then((all) => ({ default: all.UploadInput })))

/** What an input is drawn from. */
export interface InputProps {
  readonly resource: string
  readonly source: string
  readonly field: Field
  readonly isDisabled?: boolean
  readonly help?: string
  readonly autoFocus?: boolean
  /** A reference is chosen among these records. */
  readonly filter?: RecordValues
}

const last = (source: string): string => source.split('.').pop() ?? source

/** The input of a declared field, with the same margins whatever its kind. */
export function Input(props: InputProps) {
  return (
    <Box sx={{ '& .MuiFormControl-root.MuiFormControl-root': { mt: 1.5, mb: 0.5 } }}>
      <InputByKind {...props} />
    </Box>
  )
}

/** The input by the field's kind; it refuses what the field's schema refuses, in words. */
function InputByKind({ resource, source, field, isDisabled, help, autoFocus, filter }: InputProps) {
  const words = useWords()
  const shared = {
    source,
    autoFocus,
    label: words.field(resource, source),
    disabled: isDisabled,
    isRequired: field.isRequired,
    helperText: help ?? (false as const),
    validate: (value: unknown) => problemWith(field, value, words),
    fullWidth: true,
  }
  const options = (field.choices ?? []).map((id) => ({ id, name: words.value(resource, last(source), id) }))
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
      return <DayInput {...shared} />
    case 'instant':
      return <InstantInput {...shared} />
    case 'choice':
      return (
        <SelectInput
          {...shared}
          choices={options}
          translateChoice={false}
          emptyText={field.isRequired ? undefined : words.t('form.notSaid')}
        />
      )
    case 'term':
      return <TermInput {...shared} list={field.terms ?? ''} />
    case 'choices':
      return <AutocompleteArrayInput {...shared} choices={options} translateChoice={false} />
    case 'reference':
      if (field.resource === Upload.resource)
        return (
          <Suspense>
            <UploadInput {...shared} />
          </Suspense>
        )
      return <ReferenceField {...shared} reference={field.resource ?? ''} filter={filter} />
    case 'references':
      return <ReferenceField {...shared} reference={field.resource ?? ''} filter={filter} isMany />
    case 'group':
      return <Group resource={resource} source={source} field={field} isDisabled={isDisabled} />
    case 'list':
      return (
        <Fieldset legend={shared.label}>
          <EntryList source={source} noun={shared.label} isDisabled={isDisabled}>
            {({ path, buttons }) => (
              <EntryBlock buttons={buttons}>
                {Object.entries(field.fields ?? {}).map(([name, inner]) => (
                  <Input
                    key={name}
                    resource={resource}
                    source={`${path}.${name}`}
                    field={inner}
                    isDisabled={isDisabled}
                  />
                ))}
              </EntryBlock>
            )}
          </EntryList>
        </Fieldset>
      )
    case 'texts':
      return <Texts {...shared} />
    case 'data':
      return <DataInput {...shared} />
    case 'phone':
      return <PhoneInput {...shared} />
    default:
      return <TextInput {...shared} type={field.kind === 'email' ? 'email' : 'text'} />
  }
}

const searchFilter = (reference: string) => (text: string) =>
  entityOf(reference).search && isSearchable(text) ? { q: text.trim() } : {}

type ReferenceFieldProps = {
  source: string
  reference: string
  isMany?: boolean
  filter?: RecordValues
} & Record<string, unknown>

function ReferenceField({ reference, source, isMany, filter, ...rest }: ReferenceFieldProps) {
  const among = { source, reference, filter: { ...entityOf(reference).offered, ...filter }, perPage: 50 }
  const choice = { ...rest, optionText: useOptionText(reference), filterToQuery: searchFilter(reference) }
  return isMany ? (
    <ReferenceArrayInput {...among}>
      <AutocompleteArrayInput {...choice} />
    </ReferenceArrayInput>
  ) : (
    <ReferenceInput {...among}>
      <AutocompleteInput {...choice} />
    </ReferenceInput>
  )
}

function Group({ resource, source, field, isDisabled }: InputProps) {
  const words = useWords()
  return (
    <Fieldset legend={words.field(resource, source)}>
      {Object.entries(field.fields ?? {}).map(([name, inner]) => (
        <Input
          key={name}
          resource={resource}
          source={`${source}.${name}`}
          field={{ ...inner, isRequired: false }}
          isDisabled={isDisabled}
        />
      ))}
    </Fieldset>
  )
}

interface TextsProps {
  readonly source: string
  readonly label: string
  readonly disabled?: boolean
  readonly validate: (value: unknown) => string | undefined
}

function Texts({ source, label, disabled, validate }: TextsProps) {
  // A form that names its languages asks for no others.
  const languages: readonly string[] | undefined = useWatch({ name: 'languages' })
  const { fieldState } = useController({
    name: source,
    rules: { validate: (value) => validate(filledIn({ value }).value) },
  })
  return (
    <Fieldset legend={label}>
      {languageChoices
        .filter(({ code }) => !languages?.length || languages.includes(code))
        .map(({ code, name }) => (
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
      {fieldState.error?.message && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </Fieldset>
  )
}

/** Inputs that belong together, under a name. */
export function Fieldset({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pb: 1, m: 0, mb: 2, minWidth: 0, width: '100%' }}
    >
      <Typography component="legend" variant="body2" color="textSecondary" sx={{ px: 1 }}>
        {legend}
      </Typography>
      {children}
    </Box>
  )
}
