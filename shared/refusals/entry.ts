/** HTTP status of a refusal. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 431 | 500 | 503

/**
 * What a refusal is made of: its HTTP status; its sentence in plain words, where `%{name}` is a parameter and which the
 * panel says in its language by `refusals.<id>`; and whether another state or another role is needed, so that the person
 * cannot mend it here.
 */
export type RefusalEntry = readonly [status: RefusalStatus, sentence: string, isElsewhere?: true]

/** Refusals by id. */
export type RefusalEntries = Readonly<Record<string, RefusalEntry>>
