import Stack from '@mui/material/Stack'
import { PickerField } from '#admin/entity/PickerField.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { periods, type ReportScope } from './reportScope.ts'

interface ReportControlsProps {
  readonly scope: ReportScope
  readonly change: (scope: ReportScope) => void
  /** Sites whose records the person sees; all when absent. */
  readonly siteIds?: readonly string[]
}

/** What the reports are about: a period, a site and a service line. */
export function ReportControls({ scope, change, siteIds }: ReportControlsProps) {
  const { t, terms, field } = useWords()
  const { sites } = useSites()
  const own = sites.filter(({ id }) => !siteIds || siteIds.includes(id))
  const day = (name: 'from' | 'to') => (
    <PickerField
      type="date"
      label={t(`reports.${name}`)}
      value={scope[name]}
      change={(text) => text && change({ ...scope, [name]: text })}
      fullWidth={false}
    />
  )
  return (
    <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', mb: 2 }}>
      <Select
        label={t('reports.period')}
        width={180}
        value={scope.period}
        change={(period) => change({ ...scope, period })}
        options={periods.map((each) => ({ value: each, label: t(`reports.periods.${each}`) }))}
      />
      {scope.period === 'custom' && day('from')}
      {scope.period === 'custom' && day('to')}
      {own.length > 1 && (
        <Select
          label={field('cases', 'siteId')}
          width={220}
          value={scope.siteId ?? ''}
          change={(siteId) => change({ ...scope, siteId })}
          options={[
            { value: '', label: t('reports.everySite') },
            ...own.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Select
        label={field('cases', 'serviceLine')}
        width={220}
        value={scope.serviceLine ?? ''}
        change={(serviceLine) => change({ ...scope, serviceLine })}
        options={[
          { value: '', label: t('reports.everyLine') },
          ...terms('service-lines').map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </Stack>
  )
}
