// One file of tests, since loading the CDK costs more than all of them: each part below looks at one thing.
import './gateway.ts'
import './rights.ts'
import './triggers.ts'
import './panel.ts'
import './stages.ts'
import './reasons.ts'
import './safeguards.ts'
