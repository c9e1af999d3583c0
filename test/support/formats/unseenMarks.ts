/** Marks that nobody sees and programs put around a copied value: of direction, of no width, of the order of bytes. */
export const unseenMarks = [...'\u202a\u202c\u200e\u200f\u061c\u2066\u2069\u200b\ufeff']
