/** Mails about notices in Latvian. */
export const noticeMail = {
  urgent: 'Steidzami: %{sentence}',
  body: '%{sentence}.\n\nAtvērt: %{url}\n\nKuri paziņojumi nāk arī e-pastā, var izvēlēties panelī zem sava vārda.',
}
