import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Product, startProduct } from '#test/support/product.ts'
import { signIn } from '#test/support/session.ts'
import { pdfOf, uploadTo } from '#test/support/uploads.ts'
import { newVisit } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-uploads-'))
let product: Product | undefined
afterAll(async () => {
  await product?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

test.skipIf(process.env.REDRESS_URL)('a file that arrived before a power cut is attached after it', async () => {
  product = await startProduct({ panel: false, folder })
  const { clerk, patientId, encounterId } = await newVisit(product.url)
  const supervisor = await signIn(product.url, 'accounts-supervisor')
  const payerId = (await supervisor('POST /api/payers', Payer.example)).body.id
  const contractId = (await supervisor('POST /api/contracts', { ...Contract.example, payerId })).body.id
  const coverageId = (await clerk('POST /api/coverages', { ...Coverage.example, payerId, patientId })).body.id
  const body = { ...SettlementFile.example, encounterId, coverageId, contractId }
  const { id } = (await clerk('POST /api/settlement-files', body)).body
  const report = pdfOf('A report that survives')
  const uploadId = await uploadTo(clerk, report)
  await product.kill()
  product = await startProduct({ panel: false, folder })
  const again = await signIn(product.url, 'insurance-clerk')
  const documents = [{ kind: 'medicalReport', uploadId }]
  const answer = await again(`POST /api/settlement-files/${id}/actions/add-documents`, { documents })
  expect(answer.body.documents).toMatchObject([{ kind: 'medicalReport', bytes: report.length }])
  const { url } = (await again(`GET /api/settlement-files/${id}/files/1`)).body
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(report)
})
