import Skeleton from '@mui/material/Skeleton'
import type { ComponentType } from 'react'
import { type RaRecord, ShowBase, usePermissions, useResourceContext, useShowContext } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { RestrictedLine } from './access/RestrictedLine.tsx'

/** What the page of a record is drawn from. */
export interface RecordPageProps {
  readonly record: RaRecord
  readonly me: Me
}

interface RecordShowProps {
  readonly page: ComponentType<RecordPageProps>
  /** Pixels the title and the content take up while the record is read. */
  readonly outline?: { readonly width: number; readonly height: number }
}

/** Reads the record of this address and draws its page: an outline until it is read, the reason when it cannot be. */
export function RecordShow(props: RecordShowProps) {
  return (
    <ShowBase>
      <RecordOrOutline {...props} />
    </ShowBase>
  )
}

function RecordOrOutline({ page: RecordPage, outline = { width: 180, height: 420 } }: RecordShowProps) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const { record, error, refetch } = useShowContext()
  const { permissions: me } = usePermissions<Me>()
  if (error)
    return (
      <Page title={words.resource(resource, 1)} under={resource}>
        <ReadError error={error} again={refetch} />
      </Page>
    )
  if (record && me)
    return (
      <>
        <RestrictedLine id={record.id} />
        <RecordPage record={record} me={me} />
      </>
    )
  // A heading always has a name, for those who hear the page.
  const heading = <Skeleton role="img" aria-label={words.t('frame.loading')} width={outline.width} />
  return (
    <Page title={heading} under={resource}>
      <Skeleton variant="rounded" height={outline.height} />
    </Page>
  )
}
