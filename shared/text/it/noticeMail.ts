/** Mails about notices in Italian. */
export const noticeMail = {
  urgent: 'Urgente: %{sentence}',
  body: '%{sentence}.\n\nPer aprirlo: %{url}\n\nQuali avvisi arrivano anche per e-mail si sceglie nel pannello, sotto il proprio nome.',
}
