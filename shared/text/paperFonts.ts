/**
 * The fonts of a PDF in the order in which a character is looked for, all under the Open Font License 1.1. They lie beside
 * the bundle of the function that writes files.
 */
export const paperFonts: readonly string[] = [
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-latin-400-normal.woff',
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-latin-ext-400-normal.woff',
  '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  '@fontsource/noto-sans-sc/files/noto-sans-sc-cyrillic-400-normal.woff',
  '@fontsource/noto-sans-sc/files/noto-sans-sc-vietnamese-400-normal.woff',
  '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
]
