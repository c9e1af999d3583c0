/** One line of a short list that leads to its record; the part of class `long` gives way. */
export const line = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  py: 0.75,
  fontSize: 14,
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'action.hover' },
  '& > .long': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // A name is shortened at its own end, whichever direction it is written in.
  '& > .long > bdi': {
    display: 'inline-block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
  },
  '& > .quiet': { color: 'text.secondary', whiteSpace: 'nowrap' },
} as const
