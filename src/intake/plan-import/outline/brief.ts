/** A few words for charts and lists, taken from the text itself: what a task is about; meant to be improved by hand. */
import { clauses } from '../targets/clauses.ts';

const LONGEST = 16;
/** Less says nothing. */
const SHORTEST = 4;
const COUNTERS = '个(?!百分点)|家|场|期(?![货间末])|次|项|条|座|所|名|批|支|款|只';
/** 9月底前, 2023年一季度末, 全年. */
const DATE =
  /^(?:到|力争|争取|确保)?(?:(?:20\d{2}年|今年|年内)?(?:\d{1,2}月(?:\d{1,2}日)?(?:[上中下]旬|底|末|份)?|第?[一二三四1-4]季度[末底]?|上半年|下半年|年[底末])(?:之?前|以前)?|年内|全年|每[年季月]度?)/;
const LEADING =
  /^(?:[对将把](?=.{4})|(?:深入|继续|持续|积极|加快|大力|全面|扎实|高水平|进一步|统筹|着力|强力|力争|争取|确保|重点|研究|组织|滚动|调度|新(?=培育))*(?:梳理发布|研究出台|培养引进|推进|推动|开展|实施|出台|印发|编制|制定|建立|建设|打造|培育|支持|加强|深化|落实|举办|召开|办好|组织|提升|升级|启动|设立|鼓励|健全|完善|实行|构建|新建|建成|完成|实现|引进|新增|优化|强化|促进|探索))/;
/** 2023年, 1场, 120个, 2次以上, 一批: of which year, and how many. */
const COUNT = new RegExp(
  `^(?:20\\d{2}年度?)?(?:(?:\\d[\\d.,—-]*|[一二两三四五六七八九十百千]+)[余多]?万?(?:${COUNTERS})(?![级性])(?:以上|左右)?的?)?(?=.{4})`,
);
/** 达到50%以上, 由85%提高到95% behind what is counted. */
const TARGET =
  /(?<=.{4})(?<![\d.—])(?:[由从]\d.*|(?:(?<!不)(?:高于|低于)|快于).*|(?:同比)?(?:力争|争取|确保)?(?:达到|达|超过|超|突破|不低于|不少于|不高于|不超过|不多于|(?:增长|增加|提高|提升|下降|降低?|压减|压缩|压降|缩短|精简|减少)(?:到|至|为)?|降至|控制在|(?:稳定|保持|维持)在)?(?:每[年亩吨]|每千瓦时)?(?:(?<![签合履])约)?(?<![前第])\d[\d.,—]*(?:%|[^\d，]{0,4})(?:以上|以下|以内|之内|左右)?)$/;
/** （其中工业投资80亿） behind what is called. */
const REMARK = /(?<=.{4})（其中[^（）]*）$/;
/** 10家: nothing but a number, of which the verb has been taken. */
const ONLY_COUNT = new RegExp(`^\\d[\\d.,—]*[万亿]?(?:${COUNTERS})?$`);
/** What a second verb adds: …平台并上线运行. */
const ADDED = /(?<=.{4})并(?![购网联行])[^、并]{2,6}$/;
/** A list of what is counted, from its second part: …企业30家、…企业300家. */
const MORE_COUNTED = new RegExp(`(?<=.{4}(?<!\\d)\\d[\\d.]*[万千]?(?:${COUNTERS})(?:以上|左右)?)、.*$`);
/** 项目50个、总投资 without its number: of two things counted the second would look like a part of the first. */
const FIRST_COUNTED = new RegExp(`\\d[万千亿]?(?:${COUNTERS})(?:以上|左右)?、\\D+$`);
/** 《…》 and nothing but its kind or a word on what is done with it behind it. */
const TITLE = /^[^《》，]{0,6}《([^《》]+)》(?:等(?:文件|政策)?|编制|制定|修订|印发|出台|立法(?:工作)?)?$/;
/** 江西省…规划（2023—2035年）: every paper of the office is of its province, and of its years. */
const AROUND_TITLE = /^\p{Script=Han}{2,3}省(?=\p{Script=Han}{4})|（[^（）]*）$/gu;
/** What has nothing to go with any more. */
const LOOSE_END = /(?:[和与及的、在对为将并由到“《（+]|省级|国家级|全省|全国)+$/;
const LOOSE_START = /^(?:.{0,4}领域[的内]?)?[和与及的、等]*/;

const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** What is between marks stays together. */
const MARKED = /《[^》]*》|“[^”]*”|（[^）]*）/;
const PIECES = new RegExp(`(${MARKED.source})`);
const lengthOf = (text: string): number => [...text].length;

interface Brief {
  brief: string;
  /** The text goes on in the middle of what the brief says, so that a person should word it. */
  cut: boolean;
}

/** What the first clause is about: the title where it is about a paper, otherwise what it counts or does, without when. */
export function briefOf(text: string): Brief {
  const timeless = clauses(text).map((clause) => clause.text.replace(DATE, '').trim());
  const first = timeless.find((clause) => clause !== '') ?? text;
  // Only of the sentence that the task is called by.
  const [, behind = ''] = /^[^。；]{4,20}，([^，。；]{6,24})。/.exec(text) ?? [];
  const plain = (LEAD_IN.test(first) && behind !== '' ? behind : first).replace(REMARK, '');
  const what = plain.replace(LEADING, '').replace(/^(?:并|和|、)/, '');
  const title = TITLE.exec(what)?.[1];
  if (title !== undefined) return shortTitle(title);
  const counted = what.replace(COUNT, '').replace(MORE_COUNTED, '');
  const without = counted.replace(TARGET, '').replace(ADDED, '').trim();
  const named = FIRST_COUNTED.test(without) ? counted : without;
  const whole = lengthOf(named) < SHORTEST || ONLY_COUNT.test(named) ? plain : named;
  return lengthOf(whole) <= LONGEST ? { brief: whole, cut: false } : { brief: headOf(whole), cut: true };
}

/** What a title says last is what the paper is. */
function shortTitle(title: string): Brief {
  const whole = title.replace(AROUND_TITLE, '');
  if (lengthOf(whole) <= LONGEST) return { brief: whole, cut: false };
  const tail = fitting(piecesOf(whole).reverse()).reverse().join('').replace(LOOSE_START, '');
  return { brief: lengthOf(tail) >= SHORTEST ? tail : headOf(whole), cut: true };
}

function headOf(whole: string): string {
  // …的企业: the last word is what it is.
  const named = /^[^“《（]*的([^的，]{4,16})$/.exec(whole)?.[1];
  if (named !== undefined) return named;
  const head = fitting(piecesOf(whole)).join('').replace(LOOSE_END, '');
  if (lengthOf(head) >= SHORTEST) return head;
  // One long quotation.
  return fitting(wordsOf(whole.replace(/[《》“”（）]/g, ''))).join('');
}

function fitting(pieces: readonly string[]): string[] {
  let length = 0;
  const end = pieces.findIndex((piece) => {
    length += lengthOf(piece);
    return length > LONGEST;
  });
  return pieces.slice(0, end < 0 ? pieces.length : end);
}

const wordsOf = (text: string): string[] => [...WORDS.segment(text)].map(({ segment }) => segment);

const piecesOf = (text: string): string[] =>
  text.split(PIECES).flatMap((part) => (MARKED.test(part) ? [part] : wordsOf(part)));

/** 聚焦六大主线，全面提升服务能力: what is done stands behind it. */
const LEAD_IN = /^(?:紧扣|紧盯|聚焦|围绕|坚持|突出|立足|对标|锚定|以[^，]{2,14}为)/;
/** 实施…行动 is called …行动. */
const CARRIED_OUT = /^(?:大力|深入|全面|扎实|持续|加快|组织)*(?:开展|实施)/;
const TAILS = /(?:专项(?:行动|工程|工作)?|(?:攻坚|提升|重点)?(?:行动|工程)|工作专项|重点任务)$/;

/** 数字技术创新专项 → 数字技术创新; a name that is nothing but the ending stays. */
export function shortNameOf(name: string): string {
  const behind = LEAD_IN.test(name) ? name.slice(name.indexOf('，') + 1) : name;
  if (CARRIED_OUT.test(behind) && TAILS.test(behind)) return behind.replace(CARRIED_OUT, '');
  return behind.replace(TAILS, '') || name;
}
