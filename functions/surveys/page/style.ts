import type { Survey } from '#shared/entities/survey.ts'
import { accentOf } from '#shared/rules/surveys/accent.ts'
import { answerOptions } from '#shared/rules/surveys/scale.ts'

const base = `
*{box-sizing:border-box}
:root{color-scheme:light dark;--bg:#fafaf9;--card:#fff;--ink:#1c1917;--soft:#57534e;--line:#a8a29e;--bad:#b91c1c;--focus:#1d4ed8}
@media(prefers-color-scheme:dark){:root{--bg:#1c1917;--card:#292524;--ink:#fafaf9;--soft:#d6d3d1;--line:#78716c;--bad:#fca5a5;--focus:#93c5fd}}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans SC",sans-serif;overflow-wrap:break-word}
header{background:var(--accent);color:var(--on);font-weight:600}
header p,main,nav{max-width:42rem;margin:0 auto}
header p{padding:.75rem 1rem}
form{margin-top:1.25rem}
main{padding:1.25rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
nav{padding:.25rem 1rem 0}
ul{list-style:none;margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:0 .75rem}
nav a,nav span{display:flex;align-items:center;min-height:48px;min-width:48px;justify-content:center}
nav span{font-weight:600}
a{color:inherit;text-underline-offset:.2em}
fieldset,.ask{margin:0 0 1.25rem;padding:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card);min-inline-size:0}
legend,.ask>label{font-weight:600;padding:0;float:inline-start;inline-size:100%;margin:0 0 .5rem}
legend+*{clear:both}
.soft{color:var(--soft);font-size:.9375rem;font-weight:400}
p.soft{margin:0 0 .5rem;clear:both}
.options{clear:both;display:grid;gap:.5rem}
.options label{display:flex;align-items:center;gap:.75rem;min-height:48px;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.375rem;cursor:pointer}
.options label:has(:checked){border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink);font-weight:600}
.options.ten{grid-template-columns:repeat(4,minmax(48px,1fr));gap:.375rem}
@media(min-width:23.5rem){.options.ten{grid-template-columns:repeat(6,minmax(48px,1fr))}}
@media(min-width:42rem){.options.ten{grid-template-columns:repeat(11,minmax(48px,1fr))}}
.ten label{flex-direction:column;gap:.125rem;justify-content:center;padding:.5rem .25rem}
input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
textarea{clear:both;display:block;width:100%;min-height:7rem;padding:.625rem;font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:.375rem}
button{width:100%;min-height:52px;border:0;border-radius:.375rem;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button[aria-disabled=true]{opacity:.7}
:focus-visible,.options label:has(:focus-visible){outline:3px solid var(--focus);outline-offset:2px}
.options input:focus-visible{outline:0}
.bad{border-color:var(--bad);border-inline-start-width:.3rem}
.error{color:var(--bad);font-weight:600;margin:0 0 .5rem;clear:both}
#summary{margin:0 0 1.25rem;padding:1rem;border:2px solid var(--bad);border-radius:.5rem;background:var(--card)}
#summary h2{font-size:1.125rem;margin:0 0 .5rem}
#summary a{display:block;padding:.75rem 0;color:var(--bad)}
#status:empty{display:none}
#status{margin:0 0 1rem;padding:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
`.replace(/\n/g, '')

/** The style of every page in the hospital's colour. */
export function styleOf(accent: string | undefined): string {
  const { colour, ink } = accentOf(accent)
  return `${base}:root{--accent:${colour};--on:${ink}}`
}

/**
 * The style that hides a question whose condition does not hold, so that it works without scripts. A browser that does
 * not know `:has` shows it, and the server then leaves its answer out.
 */
export function conditionsOf({ questions }: Survey): string {
  return questions
    .map(({ showIf }, index) => {
      if (!showIf) return ''
      const on = questions.findIndex(({ qid }) => qid === showIf.qid)
      const asked = questions[on]
      const option = asked ? answerOptions(asked).findIndex(({ code }) => code === showIf.value) : -1
      if (!asked || option < 0) return ''
      const chosen = `:has(#q${on}o${option}:checked)`
      return showIf.op === 'eq'
        ? `form:not(${chosen}) #f${index}{display:none}`
        : `form:not(:has(#f${on} :checked)) #f${index},form${chosen} #f${index}{display:none}`
    })
    .join('')
}
