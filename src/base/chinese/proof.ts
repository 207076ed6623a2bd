/** What else than a day a proof may name. */

/** 〔2022〕: the year of a document's number. */
const DOCUMENT_YEAR = /[〔[［【(（]((?:19|20)\d{2})[〕\]］】)）]/g;
const LINK = /https?:\/\/|www\./i;

/** Whether it names a place on the web, or a document of no later year. */
export const namesDocument = (text: string, latest: number = Number.POSITIVE_INFINITY): boolean =>
  LINK.test(text) || documentYears(text).some((year) => year <= latest);

/** Years of the documents that it names. */
export const documentYears = (text: string): number[] =>
  [...text.matchAll(DOCUMENT_YEAR)].map(([, year]) => Number(year));
