/** The day of an instant as people of a language write it, in a time zone; UTC without one. */
export const dayText = (language: string, timeZone: string | undefined, now: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: timeZone ?? 'UTC' }).format(new Date(now))
