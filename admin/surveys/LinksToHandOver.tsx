import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply } from '#admin/provider/contract.ts'
import { Survey } from '#shared/entities/survey.ts'

/** The outcome of inviting: links to hand over, shown only once, and who was not invited and why. */
export function LinksToHandOver({ invitations }: { invitations: NonNullable<ActionReply['invitations']> }) {
  const words = useWords()
  const { t } = words
  const links = invitations.filter(({ url }) => url)
  const refused = invitations.filter(({ rule, url }) => rule && !url)
  const count = invitations.length - refused.length
  return (
    <Stack spacing={2}>
      {count > 0 && <Alert severity="success">{t('survey.sent', { smart_count: count })}</Alert>}
      {refused.map(({ rule = '', ...refusal }) => (
        <Alert key={refusal.encounterId ?? refusal.patientId} severity="warning">
          {t('survey.notSent', { reason: refusalText(words, Survey, { rule, ...refusal }) })}
        </Alert>
      ))}
      {links.length > 0 && (
        <Box>
          <Typography variant="h3">{t('survey.links')}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {t('survey.linksWhy')}
          </Typography>
          {links.map(({ id, url = '' }) => (
            <InvitationLink key={id} url={url} />
          ))}
        </Box>
      )}
    </Stack>
  )
}

function InvitationLink({ url }: { url: string }) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center', borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Typography component="code" variant="caption" dir="ltr" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {url}
      </Typography>
      <Button variant="outlined" onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
        {t(isCopied ? 'survey.copied' : 'survey.copy')}
      </Button>
    </Stack>
  )
}
