import type { merging as english } from '#shared/refusals/merging.ts'

/** Refusals about records that are merged, in Latvian. */
export const merging: Readonly<Record<keyof typeof english, string>> = {
  MERGE_ITSELF: 'Ierakstu nevar apvienot ar sevi pašu. Izvēlieties ierakstu, kas paliek.',
  ALREADY_MERGED: 'Šis ieraksts jau ir pievienots citam. Vispirms atceliet to.',
  NOT_MERGED: 'Šis ieraksts nav pievienots citam.',
  MERGE_INTO_MERGED: 'Otrs ieraksts pats ir pievienots trešajam. Izvēlieties trešo.',
  MERGE_OTHER_SITE: 'Otrs ieraksts ir no citas iestādes.',
  MERGE_OTHER_PATIENT: 'Otra lieta ir par citu pacientu.',
  MERGED_HOLD: 'Šim ierakstam ir pievienoti citi. Pirms dzēšanas atceliet to.',
}
