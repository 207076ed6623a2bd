/** A few words for charts and lists, cut from the text itself; meant to be improved by hand. */
const LONGEST = 16;
const LEADING =
  /^(?:(?:深入|继续|持续|积极|加快|大力|全面|扎实|高水平|进一步|统筹|着力|强力|力争|争取|确保|重点|研究|组织)*(?:梳理发布|研究出台|推进|推动|开展|实施|出台|编制|制定|建立|建设|打造|培育|支持|加强|深化|落实|举办|组织|提升|升级|启动|设立|鼓励|健全|完善|实行|构建|新建|建成|实现|引进|新增|优化|强化|促进|探索))/;
/** 达到50%以上 behind what is counted. */
const TARGET =
  /(?<=.{4})(?:力争|争取|确保)?(?:达到|达|超过|超|突破|不低于|不少于|不高于|提高到|降至)?约?\d[\d.,—]*(?:%|[^\d，]{0,3})(?:以上|以下|左右)?$/;
/** A word that joins two has nothing to join any more. */
const LOOSE_END = /[和与及的、在对为将“《（]+$/;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** `cut`: the text goes on in the middle of what the brief says, so that a person should word it. */
export function briefOf(text: string): { brief: string; cut: boolean } {
  const clause = (text.split(/[，。；]/)[0] ?? text).replace(LEADING, '').replace(/^(?:并|和|、)/, '');
  const whole = (clause.trim() || text).replace(TARGET, '');
  if ([...whole].length <= LONGEST) return { brief: whole, cut: false };
  let brief = '';
  for (const { segment } of words.segment(whole)) {
    if ([...`${brief}${segment}`].length > LONGEST) break;
    brief += segment;
  }
  return { brief: brief.replace(LOOSE_END, '') || [...whole].slice(0, LONGEST).join(''), cut: true };
}

const TAILS = /(?:专项(?:行动|工程|工作)?|(?:攻坚|提升|重点)?(?:行动|工程)|工作专项|重点任务)$/;

/** 数字技术创新专项 → 数字技术创新; a name that is nothing but the ending stays. */
export function shortNameOf(name: string): string {
  return name.replace(TAILS, '') || name;
}
