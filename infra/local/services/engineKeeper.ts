import { type Engine, startEngine } from './engine.ts'

/** How often an engine that ends by itself is started again within a time; more often, its file or its machine is at fault. */
const limit = { times: 3, withinMs: 60_000 } as const

/** What whoever keeps an engine is told. */
export interface EngineEvents {
  /** It was started again at the same address, as another process. */
  readonly onRestart: (processId: number | undefined) => void
  /** It ended too often; with a reason, it cannot be started again. */
  readonly onExit: (reason?: unknown) => void
  /** Throws when its file is not whole, on which it must not be started again. */
  readonly checkFile: () => void
}

/**
 * Starts the engine on a file, and again at the same address whenever it ends by itself: what it acknowledged is in the file,
 * and whoever asked it meanwhile is told that it did not answer.
 */
export const keepEngine = async (path: string, { onRestart, onExit, checkFile }: EngineEvents): Promise<Engine> => {
  const endedMs: number[] = []
  let isStopping = false
  let restarting: Promise<void> | undefined
  const again = async (): Promise<void> => {
    const now = performance.now()
    endedMs.push(now)
    const recent = endedMs.filter((at) => now - at < limit.withinMs)
    if (isStopping) return
    if (recent.length > limit.times) return onExit()
    try {
      checkFile()
      engine = await startEngine({ path, endpoint: engine.endpoint, onExit: end })
    } catch (error) {
      return onExit(error)
    }
    if (isStopping) return engine.stop()
    onRestart(engine.processId)
  }
  const end = () => {
    restarting = again()
  }
  let engine = await startEngine({ path, onExit: end })
  return {
    endpoint: engine.endpoint,
    processId: engine.processId,
    stop: async () => {
      isStopping = true
      await restarting
      await engine.stop()
    },
  }
}
