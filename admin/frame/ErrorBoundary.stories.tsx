import { ErrorBoundary, ReadError } from './ErrorBoundary.tsx'
import { Loading } from './Loading.tsx'
import { TryAgain } from './TryAgain.tsx'

function BrokenPage(): never {
  throw new Error('The page has a fault.')
}

export const PageThatBreaks = {
  render: () => (
    <ErrorBoundary>
      <BrokenPage />
    </ErrorBoundary>
  ),
}

export const NotReadable = {
  render: () => <ReadError error={new Error('The store is busy.')} again={() => {}} />,
}

export const NotDone = { render: () => <TryAgain>The file could not be written.</TryAgain> }

export const Outline = { render: () => <Loading /> }
