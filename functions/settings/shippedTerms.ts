import type { TermList } from '#shared/declaration/field.ts'

type ShippedTerm = readonly [
  code: string,
  english: string,
  arabic: string,
  chinese: string,
  italian: string,
  latvian: string,
]

/** The terms that a hospital begins with, in their order; it renames them, switches them off and adds its own. */
export const shippedTerms: Readonly<Record<TermList, readonly ShippedTerm[]>> = {
  'service-lines': [
    ['plastic', 'Plastic surgery', 'جراحة التجميل', '整形外科', 'Chirurgia plastica', 'Plastiskā ķirurģija'],
    ['dermatology', 'Dermatology', 'الجلدية', '皮肤科', 'Dermatologia', 'Dermatoloģija'],
    ['dental', 'Dental', 'الأسنان', '口腔科', 'Odontoiatria', 'Zobārstniecība'],
    ['other', 'Other', 'أخرى', '其他', 'Altro', 'Cits'],
  ],
  subjects: [
    ['quality', 'Quality', 'الجودة', '质量', 'Qualità', 'Kvalitāte'],
    ['safety', 'Safety', 'السلامة', '安全', 'Sicurezza', 'Drošība'],
    ['environment', 'Environment', 'البيئة', '环境', 'Ambiente', 'Vide'],
    [
      'institutional processes',
      'Institutional processes',
      'إجراءات المنشأة',
      '机构流程',
      'Processi organizzativi',
      'Iestādes procesi',
    ],
    ['listening', 'Listening', 'الإصغاء', '倾听', 'Ascolto', 'Uzklausīšana'],
    ['communication', 'Communication', 'التواصل', '沟通', 'Comunicazione', 'Saziņa'],
    [
      'respect and rights',
      'Respect and rights',
      'الاحترام والحقوق',
      '尊重与权利',
      'Rispetto e diritti',
      'Cieņa un tiesības',
    ],
  ],
  departments: [
    ['Dermatology', 'Dermatology', 'الجلدية', '皮肤科', 'Dermatologia', 'Dermatoloģija'],
    ['Dental', 'Dental', 'الأسنان', '口腔科', 'Odontoiatria', 'Zobārstniecība'],
    ['Plastic surgery', 'Plastic surgery', 'جراحة التجميل', '整形外科', 'Chirurgia plastica', 'Plastiskā ķirurģija'],
    ['Emergency', 'Emergency', 'الطوارئ', '急诊科', 'Pronto soccorso', 'Neatliekamā palīdzība'],
    ['Internal medicine', 'Internal medicine', 'الباطنية', '内科', 'Medicina interna', 'Internā medicīna'],
    ['Orthopaedics', 'Orthopaedics', 'العظام', '骨科', 'Ortopedia', 'Ortopēdija'],
    ['Paediatrics', 'Paediatrics', 'الأطفال', '儿科', 'Pediatria', 'Pediatrija'],
    ['Surgery', 'Surgery', 'الجراحة العامة', '普通外科', 'Chirurgia generale', 'Ķirurģija'],
    ['Maternity', 'Maternity', 'الولادة', '产科', 'Maternità', 'Dzemdību nodaļa'],
    ['Radiology', 'Radiology', 'الأشعة', '放射科', 'Radiologia', 'Radioloģija'],
  ],
}
