/** Mails about notices in English. */
export const noticeMail = {
  urgent: 'Urgent: %{sentence}',
  body: '%{sentence}.\n\nOpen it: %{url}\n\nYou choose which notices also come by mail under your name in the panel.',
}
