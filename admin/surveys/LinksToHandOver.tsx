import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply } from '#admin/provider/contract.ts'

/** What came of an invitation: links to hand over, shown this once, and who was not invited and why. */
export function LinksToHandOver({
  invitations,
}: {
  invitations: NonNullable<ActionReply['invitations']>
  names?: ReadonlyMap<string, string>
}) {
  const { t } = useWords()
  const links = invitations.filter(({ url }) => url)
  const refused = invitations.filter(({ reason, url }) => reason && !url)
  const made = invitations.length - refused.length
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {made > 0 && <Alert severity="success">{t('survey.sent', { smart_count: made })}</Alert>}
      {refused.map(({ id, rule, reason }) => (
        <Alert key={id} severity="warning">
          {t('survey.notSent', { reason: t(`rules.${rule}`, { _: reason }) })}
        </Alert>
      ))}
      {links.length > 0 && (
        <Box>
          <Box component="h3" sx={{ typography: 'h3', m: 0 }}>
            {t('survey.links')}
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: 14, mb: 1 }}>{t('survey.linksWhy')}</Box>
          {links.map(({ id, url = '' }) => (
            <HandedLink key={id} url={url} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function HandedLink({ url }: { url: string }) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box component="code" dir="ltr" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: 13 }}>
        {url}
      </Box>
      <Button variant="outlined" onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
        {t(isCopied ? 'survey.copied' : 'survey.copy')}
      </Button>
    </Box>
  )
}
