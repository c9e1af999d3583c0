import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { ToneText } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import { amountOf, approverTexts, decisions, whyText } from './offerTexts.ts'
import { PatientWords } from './PatientWords.tsx'

interface OptionLineProps {
  readonly option: OfferOptionReply
  /** Opens the form of the offer; without it the line only tells. */
  readonly choose?: () => void
}

/** One remedy: whether it may be offered and up to how much; opened, it says why, who decides, and what to tell the patient. */
export function OptionLine({ option, choose }: OptionLineProps) {
  const words = useWords()
  const { t, locale } = words
  const { remedy, decision, upToMinor, currency = '', approverRole, wording } = option
  const { tone, word } = decisions[decision]
  const name = words.value('offers', 'remedy', remedy)
  const step = t(decision === 'allowed' ? 'offer.submit' : 'offer.askShort')
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      sx={{ borderTop: 1, borderColor: 'divider', py: 0.75, alignItems: 'start' }}
    >
      <Box component="details" sx={{ flex: 1, minWidth: 0 }}>
        <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2' }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {name}
          </Box>
          <Stack
            component="span"
            direction="row"
            spacing={1}
            useFlexGap
            sx={{ flexWrap: 'wrap', typography: 'caption', paddingInlineStart: 2 }}
          >
            <ToneText tone={tone}>{t(word)}</ToneText>
            {upToMinor !== undefined && <bdi>≤ {amountOf(upToMinor, currency, locale)}</bdi>}
            {decision === 'needs-approval' && <span>{words.value('offers', 'approverRole', approverRole)}</span>}
          </Stack>
        </Box>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ my: 0.5 }}>
          {[whyText(words, option.why), ...approverTexts(words, option)].join(' · ')}
        </Typography>
        {wording && <PatientWords text={wording} language={option.wordingLanguage} isFixed={option.isWordingFixed} />}
      </Box>
      {choose && (
        <Button size="small" color="secondary" aria-label={`${step}: ${name}`} onClick={choose} sx={{ flexShrink: 0 }}>
          {step}
        </Button>
      )}
    </Stack>
  )
}
