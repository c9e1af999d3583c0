import BlockOutlined from '@mui/icons-material/BlockOutlined'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'

/** A button that cannot be used now; it stays reachable and says why. */
export function BlockedButton({ label, reason }: { label: string; reason: string }) {
  return (
    <Tooltip title={reason} enterTouchDelay={0} describeChild>
      <Button
        variant="outlined"
        color="secondary"
        aria-disabled
        startIcon={<BlockOutlined />}
        onClick={() => {}}
        sx={{ opacity: 0.85, borderStyle: 'dashed', cursor: 'help' }}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
