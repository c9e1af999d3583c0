import PrintOutlined from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import GlobalStyles from '@mui/material/GlobalStyles'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router-dom'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { directionOf } from '#shared/text/languages.ts'

/** Once it was submitted, a letter is changed by its steps alone. */
const isFixed = ({ status }: RaRecord): boolean => status !== 'draft' && status !== 'rejected'

const shownApart = ['body']

/** A letter: how far it got, and the page that the patient gets. */
export function LetterShow() {
  return <EntityShow hidden={shownApart} below={Sheet} isFixed={isFixed} />
}

/** On paper there is the letter and nothing around it. */
const onlyTheLetter = {
  '@media print': {
    'body *:not(:has(.letter)):not(.letter):not(.letter *)': { display: 'none !important' },
    'body :has(.letter)': {
      ...{ display: 'block !important', border: 'none !important', boxShadow: 'none !important' },
      ...{ margin: '0 !important', padding: '0 !important', maxWidth: 'none !important' },
    },
  },
} as const

/** The page that the patient gets, as it will be printed, in the language and the direction of the letter. */
function Sheet({ record }: RecordPageProps) {
  const { t } = useWords()
  return (
    <Section
      title={t('letter.sheet')}
      actions={
        <>
          <Button component={Link} to={`/cases/${record.caseId}/show`}>
            {t('letter.case')}
          </Button>
          <Button startIcon={<PrintOutlined />} onClick={() => window.print()}>
            {t('letter.print')}
          </Button>
        </>
      }
    >
      <GlobalStyles styles={onlyTheLetter} />
      <LetterPaper record={record} />
    </Section>
  )
}

/** The letter itself: the hospital, the day, to whom, about which case, and what it says. */
export function LetterPaper({ record }: { record: RaRecord }) {
  const { shown } = useWords()
  const { sites, zoneOf } = useSites()
  const { siteId, language, sentAt, approvedAt, patientName, caseNumber, body } = record
  const site = sites.find(({ id }) => id === siteId)
  const hospital = language === 'ar' ? (site?.nameAr ?? site?.name) : site?.name
  const options = { dateStyle: 'long', timeZone: zoneOf(siteId) } as const
  const at = new Date(sentAt ?? approvedAt ?? Date.now())
  const day = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, options).format(at)
  return (
    <Box
      component="article"
      className="letter"
      lang={language}
      dir={directionOf(language)}
      sx={{
        ...{ border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 2, md: 5 }, maxWidth: 760 },
        '@media print': { border: 'none', p: 0, maxWidth: 'none', fontSize: '12pt', lineHeight: 1.6 },
      }}
    >
      <Typography component="p" sx={{ fontWeight: 600 }}>
        {hospital}
      </Typography>
      <Typography component="p" color="textSecondary" sx={{ mb: 3 }}>
        {day}
      </Typography>
      <Typography component="p">
        <bdi>{shown(patientName)}</bdi>
      </Typography>
      <Typography component="p" color="textSecondary" sx={{ mb: 3 }}>
        <bdi>{caseNumber}</bdi>
      </Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{shown(body)}</Box>
    </Box>
  )
}
