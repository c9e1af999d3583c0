import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stage } from './cdk.ts'

/** One resource of a template. */
export interface TemplateResource {
  readonly Type: string
  readonly DependsOn?: string | readonly string[]
  Properties?: Record<string, unknown>
}

/** The part of a template that is read here. */
export interface Template {
  readonly Resources: Record<string, TemplateResource>
}

/** The last parts of the stacks' names. */
export const stackNames = ['Data', 'Api', 'Panel'] as const
export type StackName = (typeof stackNames)[number]

const pathOf = (assembly: string, stack: StackName) => join(assembly, `Redress-${stage}-${stack}.template.json`)

/** The template of a stack. */
export const readTemplate = (assembly: string, stack: StackName): Template =>
  JSON.parse(readFileSync(pathOf(assembly, stack), 'utf8'))

/** Replaces the template of a stack. */
export const writeTemplate = (assembly: string, stack: StackName, template: unknown): void =>
  writeFileSync(pathOf(assembly, stack), JSON.stringify(template, null, 1))
