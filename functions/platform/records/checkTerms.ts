import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { TermList } from '#shared/declaration/field.ts'
import { Term } from '#shared/entities/term.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { newTerms } from '#shared/rules/settings/newTerms.ts'
import { keyedId } from './ids.ts'

/** Why codes that a write brings into a record cannot be used, by the way to each. One read a code and piece of work. */
export async function termIssues(
  context: Context,
  entity: Entity,
  after: RecordValues,
  before: RecordValues | undefined,
): Promise<Record<string, Refusal>> {
  const issues: Record<string, Refusal> = {}
  for (const { path, list, code } of newTerms(entity, after, before)) {
    const term = await termOf(context, list, code)
    if (!term) issues[path] = refuse('TERM_UNKNOWN', { code })
    else if (term.isActive === false) issues[path] = refuse('TERM_INACTIVE', { code })
  }
  return issues
}

/** The term of a code, read once in a piece of work; undefined for a code that no list has. */
export const termOf = async (context: Context, list: TermList, code: string): Promise<Term | undefined> =>
  (await referenced(context, Term, keyedId(Term, { list, code })))?.record
