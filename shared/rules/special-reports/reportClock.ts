import type { RecordValues } from '#shared/declaration/entity.ts'
import type { SpecialReport } from '#shared/entities/specialReport.ts'
import { figuresAt, siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import { type Alarm, alarmsOf } from '#shared/values/clock.ts'
import { isErasedText } from '#shared/values/erasedText.ts'

/** A report as far as its time goes. */
type TimedReport = Partial<Pick<SpecialReport, 'status' | 'createdAt' | 'alarmPercent' | 'patientName'>>

/**
 * The alarms of a special report, the last one when it is due: so many working days of its site after it was opened, by the
 * figures that were in force then. None without a site whose time zone is known.
 */
export function reportAlarms({ createdAt }: TimedReport, site: RecordValues | undefined): readonly Alarm[] {
  const calendar = siteCalendar(site)
  if (createdAt === undefined || !calendar) return []
  const duration = { workingDays: figuresAt(site, createdAt).specialReportDays }
  return alarmsOf({ calendar, startAt: createdAt, duration }) ?? []
}

/** The alarms that were not given yet, while somebody has to write the report. */
export function reportAlarmsAhead(report: TimedReport, alarms: readonly Alarm[]): readonly Alarm[] {
  const { status = 'draft', alarmPercent = 0, patientName } = report
  const isWritten = status === 'submitted' || status === 'accepted'
  return isWritten || isErasedText(patientName) ? [] : alarms.filter(({ percent }) => percent > alarmPercent)
}
