import Box from '@mui/material/Box'
import { EmptyState } from '#admin/frame/Page.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import { OptionLine } from './OptionLine.tsx'
import { whyText } from './offerTexts.ts'

interface OptionListProps {
  readonly options: readonly OfferOptionReply[]
  readonly choose?: (option: OfferOptionReply) => void
}

/** The remedies of a case: first what goes at once, then what somebody decides on, and folded away what is refused. */
export function OptionList({ options, choose }: OptionListProps) {
  const words = useWords()
  const { t, locale } = words
  const refused = options.filter(({ decision }) => decision === 'refused')
  const possible = ['allowed', 'needs-approval'].flatMap((each) => options.filter(({ decision }) => decision === each))
  return (
    <>
      {possible.length === 0 && <EmptyState>{t('offer.none')}</EmptyState>}
      <Box component="ul" className="plain">
        {possible.map((option) => (
          <OptionLine key={option.remedy} option={option} {...(choose && { choose: () => choose(option) })} />
        ))}
      </Box>
      {refused.length > 0 && (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2', color: 'text.secondary', py: 0.5 }}>
            {t('offer.refusedCount', counted(refused.length, locale))}
          </Box>
          <Box component="dl" sx={{ m: 0, typography: 'caption', '& dt': { fontWeight: 600, mt: 0.5 } }}>
            {refused.map(({ remedy, why }) => (
              <div key={remedy}>
                <dt>{words.value('offers', 'remedy', remedy)}</dt>
                <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
                  {whyText(words, why)}
                </Box>
              </div>
            ))}
          </Box>
        </Box>
      )}
    </>
  )
}
