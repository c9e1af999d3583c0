import type { settings as english } from '#shared/refusals/settings.ts'

/** Refusals about the profiles of sites, in Latvian. */
export const settings: Readonly<Record<keyof typeof english, string>> = {
  PROFILE_PAST: 'Profila agrākā spēkā stāšanās diena: %{day}. Pagājušais paliek, kā bija.',
  PROFILE_DAY: 'Šajā dienā (%{day}) spēkā stājas cita versija. Izvēlieties citu dienu vai atsauciet to.',
  PROFILES_MANY: 'Spēkā stāšanos jau gaida %{limit} versijas. Vispirms kādu no tām atsauciet.',
  PROFILE_BUSY: 'Iestāde tajā pašā brīdī tika mainīta. Nekas nav publicēts; mēģiniet vēlreiz.',
  PROFILE_IN_FORCE: 'Šī versija ir vai bija spēkā, tāpēc tā paliek. Pēc tās publicējiet citu.',
  PROFILE_FIXED: 'Šī versija ir publicēta un paliek, kāda ir. Nokopējiet to un mainiet kopiju.',
  PROFILE_KEPT: 'Šī versija ir publicēta. Pēc tās var būt noteikti termiņi, tāpēc to glabā.',
  NOTICE_AFTER_ANSWER: 'Pagarinājuma vēstules termiņam jābūt pirms atbildes termiņa.',
  FOLLOW_UP_DAYS: 'Pēcsaziņas zvana diena ir starp pirmo un pēdējo dienu. Sakārtojiet šīs trīs dienas.',
  CONTACT_ORDER: 'Stundas, kurās zvana pacientiem, beidzas, pirms sākas. Izlabojiet vienu no tām.',
  LIMITS_ORDER: 'Limits B nav mazāks par limitu A, un neviens nav mazāks par nulli.',
  CHOICE_OWN: 'Šīs ir citas personas izvēles. Katrs izvēlas pats.',
  CHOICE_LARGE: 'Tas ir par daudz, lai saglabātu. Izvēlieties mazāk.',
  VIEW_OWN: 'Skatu maina tikai tas, kas to izveidoja; kopīgotu arī administrators. Savu saglabājiet ar citu nosaukumu.',
  VIEW_PERSON: 'Skatā nesaglabā meklēto un neko, kas nosauc personu. Izņemiet šos filtrus.',
  VIEW_ROLE: 'Skatu var kopīgot ar lomām, kas jums ir. Nodaļas vadītājs to var kopīgot ar jebkuru lomu.',
  VIEW_DEFAULT_SHARED: 'Saraksts ar skatu atveras tikai lomai, ar kuru tas kopīgots. Vispirms kopīgojiet skatu.',
  VIEW_DEFAULT_ROLE: 'Skatu, ar kuru saraksts atveras, izvēlas nodaļas vadītājs, direktors vai administrators.',
}
