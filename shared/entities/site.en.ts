/** Sites in English. */
export const sites = {
  name: 'Site |||| Sites',
  fields: {
    timeZone: 'Time zone',
    accent: 'Accent colour',
    calendar: 'Working hours',
    sunday: 'Sunday',
    from: 'From',
    to: 'To',
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    holidays: 'Holidays',
    on: 'Day',
  },
}
