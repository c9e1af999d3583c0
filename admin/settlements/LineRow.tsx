import CloseIcon from '@mui/icons-material/Close'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { PickerField } from '#admin/entity/PickerField.tsx'
import { formatMoney } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ClaimLine } from '#shared/rules/settlements/claim.ts'
import type { Amounts } from './amounts.ts'
import { draftOf, type EstimateDraft } from './draft.ts'

interface LineRowProps {
  readonly lineNo: number
  readonly draft: EstimateDraft
  /** Whether the line is complete. */
  readonly isRead: boolean
  readonly price: Amounts | undefined
  readonly currency: string
  readonly services: readonly ClaimLine[]
  readonly change: (to: Partial<EstimateDraft>) => void
  readonly remove?: () => void
}

/** One service being entered: chosen from those used before, or typed. */
export function LineRow({ lineNo, draft, isRead, price, currency, services, change, remove }: LineRowProps) {
  const words = useWords()
  const label = (name: string) => words.field('settlement-files', name)
  const text = (name: 'serviceCategory' | 'quantity' | 'unitPrice', title: string, props = {}) => (
    <TextField
      label={title}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.target.value })}
      {...props}
    />
  )
  const choose = (code: string) => {
    const known = services.find((line) => line.serviceCode === code)
    if (!known) return change({ serviceCode: code })
    const { quantity: _, serviceOn: __, ...service } = draftOf(known, currency)
    return change(service)
  }
  const latin = { slotProps: { htmlInput: { dir: 'ltr', inputMode: 'decimal' } } }
  return (
    <Box
      role="group"
      aria-label={`${label('lineNo')} ${lineNo}`}
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'center',
        gridTemplateColumns: { xs: '1fr 1fr', md: '1.1fr 2.2fr 1.2fr 1.2fr .7fr 1fr 1fr 40px' },
      }}
    >
      <Autocomplete
        freeSolo
        disableClearable
        options={services.map((line) => line.serviceCode)}
        inputValue={draft.serviceCode}
        onInputChange={(_, value, reason) => reason === 'input' && change({ serviceCode: value })}
        onChange={(_, value) => choose(value)}
        renderOption={({ key, ...props }, code) => (
          <li key={key} {...props}>
            <bdi>{code}</bdi>&nbsp;·{' '}
            <span dir="auto">{services.find((line) => line.serviceCode === code)?.description}</span>
          </li>
        )}
        renderInput={(params) => <TextField {...params} label={label('serviceCode')} />}
      />
      <TextField
        label={label('description')}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      {text('serviceCategory', label('serviceCategory'))}
      <PickerField
        type="date"
        label={label('serviceOn')}
        value={draft.serviceOn}
        change={(serviceOn) => change({ serviceOn })}
      />
      {text('quantity', label('quantity'), latin)}
      {text('unitPrice', label('unitPriceMinor'), latin)}
      <Typography
        variant="body2"
        component="div"
        color={isRead ? 'textPrimary' : 'textSecondary'}
        sx={{ textAlign: 'end' }}
      >
        <bdi dir="ltr">
          {isRead && price?.payerShareMinor !== undefined
            ? formatMoney(price.payerShareMinor, currency, words.locale)
            : '…'}
        </bdi>
        <Typography variant="caption" component="div" color="textSecondary">
          {words.t('file.payer')}
        </Typography>
      </Typography>
      {remove ? (
        <IconButton aria-label={words.t('file.removeLine', { lineNo })} onClick={remove}>
          <CloseIcon fontSize="small" />
        </IconButton>
      ) : (
        <span />
      )}
    </Box>
  )
}
