// One file of tests, since loading the CDK costs more than all of them: each part below looks at one thing.
import '#test/infra/gateway.ts'
import '#test/infra/rights.ts'
import '#test/infra/triggers.ts'
import '#test/infra/panel.ts'
import '#test/infra/stages.ts'
import '#test/infra/reasons.ts'
import '#test/infra/safeguards.ts'
