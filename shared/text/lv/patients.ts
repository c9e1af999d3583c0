/** The page of a patient, in Latvian. */
export const patients = {
  patient: {
    nothing: 'Nekā nebija.',
    erasedText: 'Dati dzēsti',
    erased:
      'Viss, kas glabājās par šo pacientu, ir dzēsts: %{at}. Lietas, vizītes un atbildes paliek un tiek skaitītas bez vārda. Neko nevar pievienot.',
    erasing:
      'Šā pacienta datu dzēšana sākta: %{at}. Tā beigsies dažu minūšu laikā. Neko vairs nevar pievienot vai mainīt.',
    held: 'Šim ierakstam ir dzēšanas liegums (kopš %{at}). Kamēr direktors liegumu neatceļ, neko nedzēš.',
    export: 'Viss, kas glabājas par šo pacientu',
    valid: 'Spēkā',
    expired: 'Beidzies',
    none: {
      encounters: 'Vizīšu vēl nav. Tās nāk no slimnīcas sistēmas, ar importu vai ievadot.',
      cases: 'Lietu nav. Atveriet lietu, kad pacients sūdzas vai atsakās maksāt.',
      coverages: 'Apdrošinājuma nav. Ievadiet to, lai apdrošinātājam varētu izrakstīt rēķinu.',
      invitations: 'Vēl nav aptaujāts. Nosūtiet saiti no aptaujas lapas.',
    },
  },
}
