const prefix = 'RaStoreredress.'
/** The one choice of this browser that belongs to nobody. */
const theme = `${prefix}theme`

/** Hides the page at once, forgets what it kept of a person, and loads it again from its beginning `after` something. */
export function startAnew(after: Promise<unknown> = Promise.resolve()): void {
  document.documentElement.style.display = 'none'
  // Nothing asks whether to stay on a page that is given up.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  window.sessionStorage.clear()
  for (const name of Object.keys(window.localStorage))
    if (name.startsWith(prefix) && name !== theme) window.localStorage.removeItem(name)
  void after.then(() => {
    window.history.replaceState(null, '', '#/')
    window.location.reload()
  })
}
