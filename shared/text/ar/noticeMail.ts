/** Mails about notices in Arabic. */
export const noticeMail = {
  urgent: 'عاجل: %{sentence}',
  body: '%{sentence}.\n\nللفتح: %{url}\n\nيمكنك أن تختار من اللوحة، تحت اسمك، الإشعارات التي تصلك بالبريد أيضًا.',
}
