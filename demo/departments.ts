import type { Case } from '#shared/entities/case.ts'
import type { Encounter } from '#shared/entities/encounter.ts'
import type { SiteCode } from './sites.ts'
import type { ServiceCode } from './words/services.ts'

/** A department of a site: who works there, what is done there, and how busy it is. */
export interface Department {
  readonly name: string
  readonly line: NonNullable<Case['serviceLine']>
  readonly doctors: readonly string[]
  readonly weight: number
  /** Share of its visits by kind of care, in percent. */
  readonly care: readonly (readonly [Encounter['careType'], number])[]
  readonly diagnoses: readonly string[]
  readonly services: readonly ServiceCode[]
}

const out = [['out', 100]] as const
const stays = [
  ['in', 45],
  ['out', 55],
] as const

const dermatology = {
  name: 'Dermatology',
  line: 'dermatology',
  care: out,
  diagnoses: ['L70.0', 'L20.9', 'L40.0', 'L50.9'],
  services: ['CONS-SP', 'LAB-CBC', 'LASER-1', 'CRYO-1', 'RX-DERM'],
} as const
const dental = {
  name: 'Dental',
  line: 'dental',
  care: out,
  diagnoses: ['K02.1', 'K04.0', 'K05.1'],
  services: ['CONS-DEN', 'DEN-FILL', 'DEN-ROOT', 'DEN-SCAL', 'XR-OPG'],
} as const
const plastic = {
  name: 'Plastic surgery',
  line: 'plastic',
  care: stays,
  diagnoses: ['Z41.1', 'T95.0', 'L91.0'],
  services: ['CONS-SP', 'ROOM-DAY', 'OR-MIN', 'ANES-1', 'LAB-CBC', 'RX-POST'],
} as const
const emergency = {
  name: 'Emergency',
  line: 'other',
  care: [
    ['emergency', 90],
    ['work-injury', 10],
  ],
  diagnoses: ['R07.4', 'S93.4', 'J20.9', 'R10.4'],
  services: ['ER-VISIT', 'LAB-CBC', 'LAB-CRP', 'XR-LIMB', 'ECG-12', 'RX-ACUTE'],
} as const

/** The departments of each site. */
export const departments: Readonly<Record<SiteCode, readonly Department[]>> = {
  PALM: [
    { ...dermatology, weight: 24, doctors: ['Dr. Lina Aziz', 'Dr. Faris Obeid'] },
    { ...plastic, weight: 16, doctors: ['Dr. Samir Khoury', 'Dr. Elena Ricci'] },
    { ...dental, weight: 18, doctors: ['Dr. Jānis Ozols', 'Dr. Nadia Farouk'] },
    { ...emergency, weight: 20, doctors: ['Dr. Yara Selim', 'Dr. Hassan Badr'] },
    {
      name: 'Internal medicine',
      line: 'other',
      weight: 22,
      care: [
        ['in', 25],
        ['out', 75],
      ],
      doctors: ['Dr. Lin Yue', 'Dr. Majid Sultan'],
      diagnoses: ['I10', 'E11.9', 'K21.9', 'D50.9'],
      services: ['CONS-SP', 'LAB-CBC', 'LAB-HBA', 'LAB-LIP', 'US-ABD', 'ROOM-DAY', 'RX-CHRON'],
    },
  ],
  CORAL: [
    { ...dermatology, weight: 20, doctors: ['Dr. Rana Taleb', 'Dr. Omar Haddad'] },
    { ...plastic, weight: 22, doctors: ['Dr. Giulio Serra', 'Dr. Wafa Saleem'] },
    { ...emergency, weight: 22, doctors: ['Dr. Adnan Zaki', 'Dr. Mira Costa'] },
    {
      name: 'Orthopaedics',
      line: 'other',
      weight: 18,
      care: [
        ['in', 30],
        ['out', 62],
        ['work-injury', 8],
      ],
      doctors: ['Dr. Karim Aoun', 'Dr. Ruth Adler'],
      diagnoses: ['M17.1', 'S83.2', 'M54.5'],
      services: ['CONS-SP', 'XR-LIMB', 'MRI-KNEE', 'PHYS-1', 'ROOM-DAY', 'OR-MIN', 'ANES-1', 'RX-POST'],
    },
    {
      name: 'Paediatrics',
      line: 'other',
      weight: 18,
      care: out,
      doctors: ['Dr. Salma Naim', 'Dr. Tomasz Wilk'],
      diagnoses: ['J06.9', 'J45.9', 'A09'],
      services: ['CONS-SP', 'LAB-CBC', 'LAB-CRP', 'RX-ACUTE'],
    },
  ],
  HARB: [
    { ...dermatology, weight: 45, doctors: ['Dr. Omar Haddad', 'Dr. Hala Boushi'] },
    { ...dental, weight: 55, doctors: ['Dr. Sami Deeb', 'Dr. Laura Pace'] },
  ],
}
