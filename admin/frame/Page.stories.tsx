import Button from '@mui/material/Button'
import { Column, Columns, DescriptionList, EmptyState, Page, Section } from './Page.tsx'

export const WholePage = {
  render: () => (
    <Page title="C-2026-000121" under="cases" beside={<span>Received</span>} actions={<Button>Change</Button>}>
      <Columns wide="2fr 1fr">
        <Column>
          <Section title="Details">The laser session was covered.</Section>
        </Column>
        <Section title="History">Nothing has happened yet.</Section>
      </Columns>
    </Page>
  ),
}

export const SectionWithAction = {
  render: () => (
    <Section title="Statements" actions={<Button variant="outlined">Take a statement</Button>}>
      <DescriptionList>
        <dt>Patient</dt>
        <dd>Huda Nasser</dd>
        <dt>Phone</dt>
        <dd dir="ltr">+966501234567</dd>
      </DescriptionList>
    </Section>
  ),
}

export const NothingHere = {
  render: () => <EmptyState action={<Button variant="contained">New case</Button>}>No case yet.</EmptyState>,
}
