/** The name of the office that runs the scheduling, as the plan's sentences give it; printed as head and signature, so never guessed. */
import { levelIn } from '../../../model/region/own-level.ts';

const BODY = '(?:领导小组|委员会|联席会议|协调小组|指挥部|专班)';
const OFFICE = new RegExp(`${BODY}办公室`, 'g');
const IS_OFFICE = new RegExp(`^[^，。；]*${BODY}办公室$`);
/** Where a name can't go on. Quoted words belong to it: 推进“一号发展工程”领导小组. */
const APART = /[^\u4e00-\u9fff“”‘’\d]+/g;
const BARE = new RegExp(`^${BODY}办公室$`);
/** Words that a name may follow: 报, 由, 请 and the like; none of them within 自由贸易, 交通, 经济, 对外. */
const BEFORE_NAME =
  /报送|抄[送报]|上报|报请|报备|报(?!告|刊|业|废)|(?<!自)由|[请向将把并在于](?!导)|(?<!党)的|送|经(?![济营贸开信典])|交(?![通流易汇响])|至|到|(?:[局委办厅部府院会]|部门|单位)[和与及]|以及|会同|商请|及时|配合|协助|支持|依托|通过|服从|成立|设立|组建|健全|充实|调整|加强|发挥|强化|做好|落实|接受|听取|征求|接到|省级|市级|县级/g;
/** What no name holds and a sentence does. */
const SENTENCE =
  /报(?!告|刊|业|废)|将|须|请|把|并|(?<!党)的|向(?!导)|(?<!自)由|及时|每|各(?!民)|负责|牵头|成立|设立|会同|(?:[局委办厅部府院会]|部门|单位)[和与及]|\d/;
/** Begins a phrase, not a name. */
const PHRASE =
  /^(?:在|于|至|到|经(?![济营贸])|交(?![通流易])|送|按|从|配合|协助|支持|依托|通过|服从|充实|调整|组建|健全|加强|发挥|强化|做好|落实|接受|听取|征求)/;

/** The full name of an issuer's office; '' where the issuer has none of that kind: 省人民政府办公厅. */
function ownOffice(issuer: string): string {
  if (IS_OFFICE.test(issuer)) return issuer;
  return new RegExp(`${BODY}$`).test(issuer) ? `${issuer}办公室` : '';
}

/** What the name of an office in a stretch of text may be, longest first: from its beginning or behind 报, 由, 请 … */
function candidates(stretch: string): string[] {
  return [...stretch.matchAll(OFFICE)].flatMap(({ index, 0: office }) => {
    const ahead = stretch.slice(0, index);
    const starts = [0, ...[...ahead.matchAll(BEFORE_NAME)].map((found) => found.index + found[0].length)];
    return starts.map((start) => ahead.slice(start) + office);
  });
}

const stretches = (text: string): string[] => text.split(APART).flatMap(withQuotesWhole);

/** “一号发展工程 alone belongs to no name. */
const withQuotesWhole = (part: string): string[] =>
  (part.match(/“/g)?.length ?? 0) === (part.match(/”/g)?.length ?? 0) ? [part] : part.split(/[“”]/);

/**
 * The office in full: the issuer's own where the text speaks of it in any words (领导小组办公室), otherwise one of the
 * issuer's level that the text names; '' where it names none. `who`: names of units, of which only the issuer's own counts.
 */
export function officeIn(text: string, issuer: string, who: readonly string[] = []): string {
  const own = ownOffice(issuer);
  const named = stretches(text).map(candidates);
  const all = [
    ...named.flat(),
    ...who.flatMap((name) => [name, ...name.split(/[（）]/)]),
    ...abbreviations(text),
  ];
  if (own !== '' && all.some((name) => isOffice(name, own))) return own;
  const level = levelIn(issuer);
  const fits = (name: string): boolean => {
    if (SENTENCE.test(name.replace(/“[^”]*”/g, '')) || PHRASE.test(name)) return false;
    const its = levelIn(name);
    return its === null || level === null || its === level;
  };
  const names = named.flatMap((list) => list.find(fits) ?? []).filter((name) => !BARE.test(name));
  return names.find((name) => levelIn(name) !== null) ?? names[0] ?? (IS_OFFICE.test(issuer) ? issuer : '');
}

/** Whether a name means the office: its end, such as 省数字经济发展领导小组办公室 of 江西省数字经济发展领导小组办公室, or its end without some words. */
function isOffice(name: string, office: string): boolean {
  if (!IS_OFFICE.test(name)) return abbreviates(name, office);
  if (office.endsWith(name)) return true;
  const [own, whole] = [name, office].map((one) => SHORT_OF.exec(one)) as (RegExpExecArray | null)[];
  return Boolean(
    own && whole && own[1] === whole[1] && own[2] !== '' && within(own[2] ?? '', whole[2] ?? ''),
  );
}

/** Level and subject: 省 and 数字经济发展 of 江西省数字经济发展领导小组办公室. */
const SHORT_OF = new RegExp(`([省市县区州盟旗])([^省市县区州盟旗]*?)(?:工作)?${BODY}办公室$`);
const AIM = /^(?:推进|加快|深化|促进|发展|优化|全面)+/;

/** 省数经办, 数字办 of 江西省数字经济发展领导小组办公室: the level, and characters of the subject from its first. */
function abbreviates(name: string, office: string): boolean {
  const [, level = '', subject = ''] = SHORT_OF.exec(office) ?? [];
  const [, own = '', short = ''] = /^([省市县区州盟旗]?)([\u4e00-\u9fff]{2,6})办(?:公室)?$/.exec(name) ?? [];
  if (subject === '' || short === '' || (own !== '' && own !== level)) return false;
  return [subject, subject.replace(AIM, '')].some(
    (one) => one.startsWith(short.charAt(0)) && within(short, one),
  );
}

/** Whether the characters of one stand in the other in their order. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short.charAt(at)) at += 1;
  return at === short.length;
}

/** 省数经办 in running text: each 办 with two to five characters before it. */
const abbreviations = (text: string): string[] =>
  [...text.matchAll(/办(?![公法理事学好结件案税])/g)].flatMap(({ index }) =>
    [2, 3, 4, 5].map((length) => text.slice(Math.max(0, index - length), index + 1)),
  );

/** The same of a unit; 领导小组办公室 means it in any plan. */
export const meansOffice = (name: string, office: string): boolean =>
  BARE.test(name) || isOffice(name, office);
