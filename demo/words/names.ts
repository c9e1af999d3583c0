/** A name in its own script, and in Latin letters for a mail address. */
export interface WrittenName {
  readonly written: string
  readonly latin: string
}

/** Given names by sex and family names of one language; the names of all patients are random combinations. */
export interface Names {
  readonly male: readonly WrittenName[]
  readonly female: readonly WrittenName[]
  readonly family: readonly { readonly male: WrittenName; readonly female: WrittenName }[]
  /** Whether the family name comes first, without a space. */
  readonly isFamilyFirst?: boolean
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

/** Names listed as `written latin`, or as `written` alone where it is in Latin letters already. */
const list = (text: string): WrittenName[] =>
  text.split(', ').map((entry) => {
    const [written = '', latin = plain(written)] = entry.split(' ')
    return { written: written.replaceAll('_', ' '), latin }
  })

const same = (text: string): Names['family'] => list(text).map((name) => ({ male: name, female: name }))

/** Latvian family names have a form for each sex: `Bērziņš Bērziņa`. */
const inPairs = (text: string): Names['family'] =>
  text.split(', ').map((entry) => {
    const [male = '', female = male] = entry.split(' ')
    return { male: { written: male, latin: plain(male) }, female: { written: female, latin: plain(female) } }
  })

/** Names by language. */
export const names: Readonly<Record<'ar' | 'en' | 'zh' | 'it' | 'lv', Names>> = {
  ar: {
    male: list(
      'محمد mohammed, أحمد ahmed, عبدالله abdullah, خالد khalid, فهد fahad, سلطان sultan, ناصر nasser, يوسف yousef, عمر omar, سعود saud, تركي turki, ماجد majed, إبراهيم ibrahim, حسن hassan, علي ali, طلال talal, بدر bader, راشد rashed, فيصل faisal, زياد ziyad',
    ),
    female: list(
      'فاطمة fatimah, نورة noura, سارة sarah, مريم mariam, هند hind, ريم reem, لطيفة latifah, منيرة munirah, عائشة aisha, دانة danah, جواهر jawaher, أمل amal, هدى huda, شهد shahad, لمى lama, رغد raghad, وفاء wafa, أسماء asma, خلود khulood, بسمة basmah',
    ),
    family: same(
      'الحربي alharbi, العتيبي alotaibi, القحطاني alqahtani, الشهري alshehri, الغامدي alghamdi, الزهراني alzahrani, الدوسري aldosari, المطيري almutairi, العنزي alanazi, السبيعي alsubaie, الخالدي alkhaldi, البلوي albalawi, الرشيد alrasheed, الصباغ alsabbagh, المنصور almansour, الشمري alshammari, باوزير bawazir, الهاشمي alhashimi, النجار alnajjar, الجابر aljaber',
    ),
  },
  en: {
    male: list('James, Daniel, Oliver, Samuel, Thomas, Rajesh, Imran, Patrick, Kofi, Michael, Arjun, Ryan'),
    female: list('Emily, Grace, Charlotte, Priya, Hannah, Rachel, Amara, Sophie, Maryam, Angela, Fiona, Joy'),
    family: same(
      'Carter, Bennett, Sharma, Okafor, Reyes, Hughes, Mitchell, Khan, Fernandes, Murphy, Santos, Walker, Nair, Thompson, Mensah, Doyle',
    ),
  },
  zh: {
    male: list('伟 wei, 建国 jianguo, 志强 zhiqiang, 子轩 zixuan, 浩然 haoran, 明 ming, 俊杰 junjie, 国华 guohua'),
    female: list('芳 fang, 秀英 xiuying, 丽 li, 静 jing, 雨欣 yuxin, 美玲 meiling, 晓燕 xiaoyan, 梓涵 zihan'),
    family: same('王 wang, 李 li, 张 zhang, 刘 liu, 陈 chen, 杨 yang, 赵 zhao, 黄 huang, 周 zhou, 吴 wu'),
    isFamilyFirst: true,
  },
  it: {
    male: list('Marco, Luca, Giuseppe, Alessandro, Matteo, Davide, Niccolò, Andrea, Lorenzo, Enrico'),
    female: list('Giulia, Francesca, Chiara, Elena, Martina, Valentina, Beatrice, Ludovica, Silvia, Noemi'),
    family: same(
      'Ferrari, Esposito, Bianchi, Colombo, Marino, Greco, De_Luca, Costa, Giordano, Fontana, Moretti, Barbieri',
    ),
  },
  lv: {
    male: list('Jānis, Andris, Mārtiņš, Kārlis, Edgars, Raimonds, Toms, Gatis, Uldis, Roberts'),
    female: list('Līga, Inese, Kristīne, Ilze, Anna, Evija, Zane, Dace, Agnese, Signe'),
    family: inPairs(
      'Bērziņš Bērziņa, Kalniņš Kalniņa, Ozoliņš Ozoliņa, Liepiņš Liepiņa, Krūmiņš Krūmiņa, Balodis Balode, Eglītis Eglīte, Zariņš Zariņa, Pētersons Pētersone, Vītols Vītola, Kļaviņš Kļaviņa, Dūmiņš Dūmiņa',
    ),
  },
}
