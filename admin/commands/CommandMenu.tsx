import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import type { PopperProps } from '@mui/material/Popper'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { usePermissions } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { offeredEntries } from '#admin/frame/layout/menuEntries.tsx'
import { useHits } from '#admin/frame/layout/useHits.ts'
import { useSettled } from '#admin/frame/useSettled.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { type MenuCommand, matchingCommands, pageCommands, placeCommands } from './commandList.ts'
import { useViewCommands } from './useViewCommands.ts'

/** Everything that can be done from here, by typing a part of its name: places, new records, views, keys, records. */
export function CommandMenu({ close }: { close: () => void }) {
  const words = useWords()
  const { t } = words
  const navigate = useNavigate()
  const { permissions: me } = usePermissions<Me>()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(true)
  const chosen = useRef<MenuCommand>(undefined)
  const views = useViewCommands(me)
  // What the page offers is asked once: the dialog must not change while somebody reads it.
  const [offered] = useState(() => pageCommands(words))
  const all = useMemo(
    () => [...offered, ...views, ...(me ? placeCommands(words, offeredEntries(me), me) : [])],
    [offered, views, words, me],
  )
  const { hits, isSearching } = useHits(useSettled(text.trim()))
  const records = hits.map(
    ({ resource, id, title, detail }): MenuCommand => ({
      ...{ id: `record.${id}`, group: 'records', label: title, to: `/${resource}/${id}/show` },
      detail: [words.resource(resource, 1), words.shown(detail)].filter(Boolean).join(' · '),
    }),
  )
  // Who searches for a record types its name; who wants to do something types less.
  const options = [...matchingCommands(all, text), ...records]
  const choose = (command: MenuCommand | null) => {
    if (!command) return
    chosen.current = command
    setOpen(false)
  }
  // The focus is back where it was before a command acts on what has it.
  const closed = () => {
    close()
    const { run, to } = chosen.current ?? {}
    if (to) navigate(to)
    else if (run) setTimeout(run)
  }
  return (
    <Dialog
      open={isOpen}
      onClose={() => setOpen(false)}
      slotProps={{
        paper: { 'aria-label': t('commands.title') },
        transition: { onExited: closed },
        container: { sx: { alignItems: 'start' } },
      }}
    >
      <Box sx={{ p: 1.5, pb: 0 }}>
        <Autocomplete<MenuCommand, false, false, false>
          open
          autoHighlight
          options={options}
          loading={isSearching}
          filterOptions={(each) => each}
          groupBy={({ group }) => t(`commands.${group}`)}
          renderGroup={({ key, group, children }) => <CommandGroupLines key={key} name={group} lines={children} />}
          getOptionLabel={({ label }) => label}
          getOptionKey={({ id }) => id}
          isOptionEqualToValue={(a, b) => a.id === b.id}
          value={null}
          inputValue={text}
          onInputChange={(_, value, reason) => reason === 'input' && setText(value)}
          onChange={(_, command) => choose(command)}
          onClose={(_, reason) => reason === 'escape' && setOpen(false)}
          noOptionsText={t('commands.none')}
          loadingText={t('search.busy')}
          forcePopupIcon={false}
          slots={{ popper: InPlace }}
          slotProps={{
            paper: { elevation: 0, sx: { border: 0, mx: -1.5, mt: 1 } },
            listbox: { sx: { maxHeight: 'min(56vh, 480px)' } },
          }}
          renderOption={({ key, ...props }, command) => <CommandLine key={key} {...{ props, command }} />}
          renderInput={(params) => (
            <TextField
              {...params}
              autoFocus
              placeholder={t('commands.hint')}
              slotProps={{
                ...params.slotProps,
                htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('commands.title') },
              }}
            />
          )}
        />
      </Box>
    </Dialog>
  )
}

/** A group as a screen reader knows it within a list of choices. */
function CommandGroupLines({ name, lines }: { name: string; lines?: ReactNode }) {
  return (
    <Box component="li" role="presentation">
      <Typography variant="caption" component="div" color="textSecondary" aria-hidden sx={{ px: 2, pt: 1 }}>
        {name}
      </Typography>
      <Box component="ul" role="group" aria-label={name} className="plain">
        {lines}
      </Box>
    </Box>
  )
}

function CommandLine({ props, command }: { props: React.HTMLAttributes<HTMLLIElement>; command: MenuCommand }) {
  const { label, detail, keys } = command
  return (
    <Box component="li" {...props}>
      <Stack direction="row" spacing={2} sx={{ flex: 1, minWidth: 0, alignItems: 'baseline' }}>
        <Typography variant="body2" component="span" dir="auto" sx={{ flex: 1, minWidth: 0 }}>
          {label}
        </Typography>
        {detail && (
          <Typography variant="caption" component="span" color="textSecondary" dir="auto" noWrap>
            {detail}
          </Typography>
        )}
        {keys && <kbd dir="ltr">{keys}</kbd>}
      </Stack>
    </Box>
  )
}

/** The list stands in the dialog below the field, and not over it. */
const InPlace = ({ children }: PopperProps) => <div>{typeof children === 'function' ? null : children}</div>
