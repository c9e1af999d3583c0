import { runJobs } from '#functions/lambdas/jobs.ts'

/** A worker in a process of its own that runs waiting jobs until it is killed; says when it begins. */
process.send?.('ready')
for (;;) {
  try {
    await runJobs(Date.now() + 60_000)
  } catch (error) {
    // What the store refused is tried again, as the queue would have it.
    process.send?.(error instanceof Error ? error.name : 'unknown')
  }
  await new Promise((done) => setTimeout(done, 10))
}
