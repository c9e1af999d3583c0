import { list, required, timeOfDay } from '#shared/declaration/field.ts'

const shift = { from: required(timeOfDay()), to: required(timeOfDay()) }

/** Hours of each day of the week, several spans a day; a day without any is closed. */
export const weeklyHours = {
  sunday: list(shift, 4),
  monday: list(shift, 4),
  tuesday: list(shift, 4),
  wednesday: list(shift, 4),
  thursday: list(shift, 4),
  friday: list(shift, 4),
  saturday: list(shift, 4),
}
