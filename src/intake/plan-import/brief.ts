/** A few words for charts and lists, cut from the text itself; meant to be improved by hand. */
const LONGEST = 16;
const LEADING =
  /^(?:(?:深入|继续|持续|积极|加快|大力|全面|扎实|高水平|进一步|统筹|着力|强力|力争|争取|确保|重点|研究|组织)*(?:梳理发布|研究出台|推进|推动|开展|实施|出台|编制|制定|建立|建设|打造|培育|支持|加强|深化|落实|举办|组织|提升|升级|启动|设立|鼓励|健全|完善|实行|构建|新建|建成|实现|引进|新增|优化|强化|促进|探索))/;

export function briefOf(text: string): string {
  const clause = (text.split(/[，。；]/)[0] ?? text).replace(LEADING, '').replace(/^(?:并|和|、)/, '');
  const words = clause.trim() || text;
  return [...words].slice(0, LONGEST).join('');
}

const TAILS = /(?:专项(?:行动|工程|工作)?|(?:攻坚|提升|重点)?(?:行动|工程)|工作专项|重点任务)$/;

/** 数字技术创新专项 → 数字技术创新; a name that is nothing but the ending stays. */
export function shortNameOf(name: string): string {
  return name.replace(TAILS, '') || name;
}
