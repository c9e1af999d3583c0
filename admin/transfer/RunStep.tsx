import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Section } from '#admin/frame/Page.tsx'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { useWords } from '#admin/language/words.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import type { Entity } from '#shared/declaration/entity.ts'

interface RunStepProps {
  readonly entity: Entity
  readonly job: string
  readonly another: () => void
}

/** Watches an import, then leads to the list or to another file. */
export function RunStep({ entity, job: id, another }: RunStepProps) {
  const { t, resource } = useWords()
  return (
    <Section title={t('transfer.step.run')}>
      <JobRun
        id={id}
        buttons={(job) =>
          job &&
          isEnded(job) && (
            <>
              <Button variant="outlined" onClick={another}>
                {t('transfer.another')}
              </Button>
              <Button component={Link} to={`/${entity.resource}`} variant="contained">
                {t('transfer.toList', { name: resource(entity.resource) })}
              </Button>
            </>
          )
        }
      />
    </Section>
  )
}
