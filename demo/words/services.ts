/** One service of the price list: its category, unit price and largest quantity. */
interface PriceListEntry {
  readonly description: string
  readonly category: string
  /** Unit price in halalas. */
  readonly priceMinor: number
  /** The largest quantity in one visit or stay. */
  readonly most?: number
}

const service = (description: string, category: string, priceMinor: number, most = 1): PriceListEntry => ({
  description,
  category,
  priceMinor,
  most,
})

/** The price list of the demo, by service code. */
export const services = {
  'CONS-SP': service('Specialist consultation', 'consultation', 25_000),
  'CONS-DEN': service('Dental consultation', 'dental', 20_000),
  'ER-VISIT': service('Emergency visit, level 3', 'consultation', 35_000),
  'LAB-CBC': service('Complete blood count', 'laboratory', 8_555, 2),
  'LAB-CRP': service('C-reactive protein', 'laboratory', 9_230),
  'LAB-HBA': service('Glycated haemoglobin', 'laboratory', 12_075),
  'LAB-LIP': service('Lipid profile', 'laboratory', 14_490),
  'XR-LIMB': service('X-ray of a limb, two views', 'imaging', 18_300, 2),
  'XR-OPG': service('Dental panoramic X-ray', 'dental', 16_000),
  'US-ABD': service('Ultrasound of the abdomen', 'imaging', 42_000),
  'MRI-KNEE': service('MRI of the knee', 'imaging', 145_000),
  'ECG-12': service('Electrocardiogram, 12 leads', 'diagnostics', 15_000),
  'PHYS-1': service('Physiotherapy session', 'therapy', 17_250, 6),
  'LASER-1': service('Laser session, cosmetic', 'cosmetic', 95_000, 2),
  'CRYO-1': service('Cryotherapy of a lesion', 'procedure', 32_000, 3),
  'DEN-FILL': service('Composite filling', 'dental', 38_500, 3),
  'DEN-ROOT': service('Root canal treatment', 'dental', 115_000),
  'DEN-SCAL': service('Scaling and polishing', 'dental', 24_000),
  'ROOM-DAY': service('Room and nursing, per day', 'accommodation', 98_000, 5),
  'OR-MIN': service('Minor operating room', 'surgery', 420_000),
  'ANES-1': service('Anaesthesia, first hour', 'surgery', 165_000),
  'RX-DERM': service('Topical treatment', 'pharmacy', 13_333, 2),
  'RX-POST': service('Medicines after surgery', 'pharmacy', 23_333, 2),
  'RX-ACUTE': service('Medicines, acute', 'pharmacy', 7_425, 3),
  'RX-CHRON': service('Medicines, one month', 'pharmacy', 28_660, 2),
} as const satisfies Record<string, PriceListEntry>

export type ServiceCode = keyof typeof services
