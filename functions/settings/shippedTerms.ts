import type { TermList } from '#shared/declaration/field.ts'

type ShippedTerm = readonly [code: string, english: string, arabic: string]

/** The terms that a hospital begins with, in their order; it renames them, switches them off and adds its own. */
export const shippedTerms: Readonly<Record<TermList, readonly ShippedTerm[]>> = {
  'service-lines': [
    ['plastic', 'Plastic surgery', 'جراحة التجميل'],
    ['dermatology', 'Dermatology', 'الجلدية'],
    ['dental', 'Dental', 'الأسنان'],
    ['other', 'Other', 'أخرى'],
  ],
  subjects: [
    ['quality', 'Quality', 'الجودة'],
    ['safety', 'Safety', 'السلامة'],
    ['environment', 'Environment', 'البيئة'],
    ['institutional processes', 'Institutional processes', 'إجراءات المنشأة'],
    ['listening', 'Listening', 'الإصغاء'],
    ['communication', 'Communication', 'التواصل'],
    ['respect and rights', 'Respect and rights', 'الاحترام والحقوق'],
  ],
  departments: [
    ['Dermatology', 'Dermatology', 'الجلدية'],
    ['Dental', 'Dental', 'الأسنان'],
    ['Plastic surgery', 'Plastic surgery', 'جراحة التجميل'],
    ['Emergency', 'Emergency', 'الطوارئ'],
    ['Internal medicine', 'Internal medicine', 'الباطنية'],
    ['Orthopaedics', 'Orthopaedics', 'العظام'],
    ['Paediatrics', 'Paediatrics', 'الأطفال'],
    ['Surgery', 'Surgery', 'الجراحة العامة'],
    ['Maternity', 'Maternity', 'الولادة'],
    ['Radiology', 'Radiology', 'الأشعة'],
  ],
}
