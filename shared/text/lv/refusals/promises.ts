import type { promises as english } from '#shared/refusals/promises.ts'

/** Refusals about promises and conversations, in Latvian. */
export const promises: Readonly<Record<keyof typeof english, string>> = {
  PROMISE_PAST: 'Šis laiks jau ir pagājis. Norādiet, līdz kuram laikam solījumu izpildīs.',
  PROMISE_FAR: 'Līdz tam ir vairāk nekā trīs gadi. Soliet to, ko var izpildīt ātrāk.',
  PROMISE_OTHER_CONTACT: 'Šī saruna bija ar citu pacientu. Izvēlieties sarunu ar šīs lietas pacientu.',
  CONTACT_LATER: 'Šis laiks vēl nav pienācis. Sarunu pierakstiet, kad tā ir notikusi.',
  BOUNDARY_LATER: 'Robeža ir spēkā no noteikšanas brīža, un tas nevar būt nākotnē. Izlabojiet laiku.',
  CONTACT_OTHER_PATIENT: 'Lieta ir par citu pacientu. Izvēlieties šā pacienta lietu.',
  CORRECTION_OTHER: 'Labojamais pieder citai lietai vai citam pacientam. Labojumu rakstiet tur.',
  LEAD_NEEDED:
    'Nopietnā lietā visu laiku klāt ir nodaļas vadītājs vai direktors. Norādiet attiecīgajā laukā, kas tas bija.',
  LEAD_ROLE: 'Klātesošajam visu laiku jābūt šīs iestādes nodaļas vadītājam vai direktoram. Norādiet citu.',
  DOCTOR_NEEDED:
    'Lieta ir par ķirurģisku problēmu, tāpēc piedalās lietā minētais ārsts. Norādiet ārstu, kas bija klāt.',
  DOCTOR_ROLE: 'Ārstam, kas piedalījās, jābūt ārstniecības personai. Norādiet citu.',
  DOCTOR_OTHER: 'Šis ārsts lietā nav minēts. Pievienojiet ārstu lietā iesaistītajiem vai norādiet citu.',
  ESCORT_NEEDED:
    'Ārstniecības persona ar pacientu nekad netiekas viena. Norādiet speciālistu, kas visu laiku bija klāt.',
  ESCORT_ROLE: 'Ārstniecības personu pavada šīs iestādes speciālists vai augstāks darbinieks. Norādiet citu.',
  ESCORT_SAME: 'Neviens nepavada pats sevi. Norādiet speciālistu, kas bija klāt līdzās ārstam.',
}
