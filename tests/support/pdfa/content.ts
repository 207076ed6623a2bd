/** What the pages paint: known operators, device colours under the output intent, and everything marked (UA 7.1). */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Operator, readOperators } from '../../../src/render/pdf/finish/operators.ts';
import { key, type Report, streamText } from './objects.ts';

const STATE =
  'q Q cm w J j M d ri i gs W W* n m l c v y h re BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* CS cs SC SCN sc scn G g RG rg BX EX'.split(
    ' ',
  );
const PAINT = 'S s f F f* B B* b b* Tj TJ \' " Do sh BI'.split(' ');
const MARKS = ['BDC', 'BMC', 'EMC'];
const SHOW = ['Tj', 'TJ', "'", '"'];

/** Object number of a font → codes shown in it. */
export type UsedCodes = Map<PDFDict, Set<number>>;

export function checkContent(pdf: PDFDocument, report: Report): UsedCodes {
  const used: UsedCodes = new Map();
  for (const [index, page] of pdf.getPages().entries()) {
    const contents = page.node.lookup(key('Contents'));
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
    const text = streams.map((s) => (s instanceof PDFRawStream ? streamText(s) : '')).join('\n');
    const seen = new Set<number>();
    walk(readOperators(text), page.node.Resources(), `page ${index + 1}`, false, seen, used, report);
    if (page.node.get(key('Tabs')) !== key('S')) report('UA 7.18.3 Tabs');
  }
  return used;
}

function walk(
  operators: readonly Operator[],
  resources: PDFDict | undefined,
  where: string,
  inMarks: boolean,
  seen: Set<number>,
  used: UsedCodes,
  report: Report,
): void {
  let marked = 0;
  let depth = 0;
  let text = false;
  let font: PDFDict | undefined;
  for (const { name, text: source } of operators) {
    if (![...STATE, ...PAINT, ...MARKS].includes(name)) report(`A 6.2.2 operator ${name} on ${where}`);
    if (name === 'q' && ++depth > 28) report(`A 6.1.13 q nesting on ${where}`);
    if (name === 'Q' && --depth < 0) report(`A 6.2.2 Q without q on ${where}`);
    if (name === 'BT') text = true;
    if (name === 'ET') text = false;
    if (MARKS.includes(name) && text) report(`UA 7.1 marks within text on ${where}`);
    if (name === 'BDC' || name === 'BMC') {
      if (++marked > 1 || inMarks) report(`UA 7.1 marks within marks on ${where}`);
      const mcid = /\/MCID (\d+)/.exec(source)?.[1];
      if (mcid === undefined && !source.startsWith('/Artifact'))
        report(`UA 7.1 neither content nor artifact on ${where}`);
      if (mcid !== undefined && seen.has(Number(mcid))) report(`UA 7.1 MCID ${mcid} twice on ${where}`);
      if (mcid !== undefined) seen.add(Number(mcid));
    }
    if (name === 'EMC' && --marked < 0) report(`UA 7.1 EMC without BDC on ${where}`);
    if (PAINT.includes(name) && marked === 0 && !inMarks) report(`UA 7.1 unmarked ${name} on ${where}`);
    if ((name === 'cs' || name === 'CS') && !/^\/(Device(RGB|Gray)|Pattern|P\d+)/.test(source))
      report(`A 6.2.4 colour space ${source}`);
    if (name === 'Tf')
      font = resources
        ?.lookup(key('Font'), PDFDict)
        .lookup(key(source.slice(1).split(/\s/)[0] ?? ''), PDFDict);
    if (SHOW.includes(name) && font) {
      const codes = used.get(font) ?? new Set();
      for (const [, hex = ''] of source.matchAll(/<([0-9A-Fa-f]*)>/g))
        for (const code of hex.match(/.{4}/g) ?? []) codes.add(Number.parseInt(code, 16));
      if (/\(/.test(source)) report(`A 6.2.11.7 text that cannot be checked on ${where}`);
      used.set(font, codes);
    }
    if (name === 'Do') {
      const xobject = resources
        ?.lookup(key('XObject'), PDFDict)
        .lookup(PDFName.of(source.slice(1).split(/\s/)[0] ?? ''));
      if (xobject instanceof PDFRawStream && xobject.dict.get(key('Subtype')) === key('Form'))
        walk(
          readOperators(streamText(xobject)),
          xobject.dict.lookupMaybe(key('Resources'), PDFDict),
          where,
          true,
          seen,
          used,
          report,
        );
    }
  }
  if (marked !== 0) report(`UA 7.1 open marks on ${where}`);
  if (depth !== 0) report(`A 6.2.2 open q on ${where}`);
}
