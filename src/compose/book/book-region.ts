/** Whether a book speaks of its own region: the templates and statistics that come with the program are those of one province. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/book.ts';
import type { TemplateFolder } from '../../model/document/template.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { levelIn } from '../../model/region/own-level.ts';
import { homeOf } from '../../model/statistics/statistic.ts';

/** What only one kind of region says of itself and of its parts, and the name of the province whose book comes with the program. */
const WORDS = /全[省市县州盟旗]|省[直内]|设区市|江西/g;
/** What a template prints of data is its own. */
const PRINTED = /\{\{[^}]*\}\}/g;

/** Nothing where the own region is not known: that is told by itself. */
export function otherRegion(
  folders: readonly TemplateFolder[],
  { quarter, statistics, book }: YearLedger,
): Diagnostic[] {
  const { whole, place, level } = quarter.region;
  if (whole === '') return [];
  const home = homeOf(statistics);
  const own = (word: string): boolean =>
    word === whole || word === place || word.startsWith(level) || quarter.plan.document.title.includes(word);
  const inTemplates = folders.flatMap(({ path, files }) =>
    [...files].flatMap(([name, text]) =>
      text.split('\n').flatMap((line, i) => {
        const [word] = (line.replace(PRINTED, ' ').match(WORDS) ?? []).filter((one) => !own(one));
        return word ? [{ file: `${path}/${name}`, line: i + 1, word }] : [];
      }),
    ),
  );
  const file = `data/${quarter.period.year}/white-paper.yaml`;
  const inBook = [book.title.join(''), book.compiler, book.publisher].flatMap((text) => {
    const said = levelIn(text);
    return said !== null && said !== level ? [{ file, line: 1, word: text }] : [];
  });
  const words = [...inBook, ...inTemplates];
  return [
    ...(home && (levelIn(home.name) ?? level) !== level ? [messages.bookOfOtherHome(home.name, whole)] : []),
    ...(words.length > 0 ? [messages.bookOfOtherRegion(whole, words)] : []),
  ];
}
