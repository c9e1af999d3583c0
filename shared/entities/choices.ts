/** The kinds of care that distinguish visits, settlement files and batches. */
export const careTypes = ['in', 'out', 'emergency', 'work-injury'] as const

/** Languages of the product: the desk works in them, and patients are asked in them. */
export const languages = ['en', 'ar', 'zh', 'it', 'lv'] as const

/** Classes of a membership. */
export const coverageClasses = ['A', 'B', 'C', 'VIP'] as const

/** Why a balance is written off. */
export const writeOffReasons = ['payer-final-denial', 'small-balance', 'goodwill', 'time-limit'] as const
