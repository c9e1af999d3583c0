import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stage } from './cdk.ts'

/** One resource of a template. */
export interface TemplateResource {
  readonly Type: string
  readonly DependsOn?: string | readonly string[]
  Properties?: Record<string, unknown>
}

/** A template, as far as it is read here. */
export interface Template {
  readonly Resources: Record<string, TemplateResource>
}

/** The stacks by the end of their names. */
export const stackNames = ['Data', 'Api', 'Panel'] as const
export type StackName = (typeof stackNames)[number]

const pathOf = (assembly: string, stack: StackName) => join(assembly, `Redress-${stage}-${stack}.template.json`)

/** The template of a stack. */
export const readTemplate = (assembly: string, stack: StackName): Template =>
  JSON.parse(readFileSync(pathOf(assembly, stack), 'utf8'))

/** Puts a template in the place of a stack's. */
export const writeTemplate = (assembly: string, stack: StackName, template: unknown): void =>
  writeFileSync(pathOf(assembly, stack), JSON.stringify(template, null, 1))
