/** Hides the warning of the SDK about Node 20 and deprecations inside the emulators, which nobody here can change. */
export const hideWarnings = () => {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (!['Warning', 'DeprecationWarning'].includes(warning.name)) console.warn(`${warning.name}: ${warning.message}`)
  })
}
