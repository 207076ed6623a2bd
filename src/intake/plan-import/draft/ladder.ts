/** Which milestone ladder fits a task without numbers: by the verb that comes first. Names: data/<year>/ladders.yaml. */
const LADDER_NAMES = ['issue', 'event', 'build', 'recognise', 'promote', 'legislate'] as const;
type LadderName = (typeof LADDER_NAMES)[number];

const VERBS: readonly (readonly [LadderName, RegExp])[] = [
  ['legislate', /立法|《[^》]*条例》|(?:制定|出台|修订)[^，。]{0,20}条例/],
  [
    'event',
    /(?:举办|召开|承办|办好|组办)|(?:组织|开展|联动)[^，。]{0,30}(?:活动|大赛|大会|博览会|推介会|对接会|观摩会|培训班|论坛|赛事)/,
  ],
  [
    'issue',
    /出台|编制|制定|印发|(?:起草|研究)(?:形成|制定)|(?:健全|建立|完善)[^，。]{0,30}(?:制度|机制|办法|标准|规范)|发布[^，。]{0,20}(?:目录|清单|报告|指南|标准)/,
  ],
  ['recognise', /认定|评选|遴选|评定|评审|培育(?!工程)|征集/],
  [
    'build',
    /搭建|组建|筹建|升级(?!工程)|建成|新建|设立|落地|上线|(?:打造|构建|建设)[^，。]{0,30}(?:平台|中心|系统|基地|体系|园区|网络|基站)|(?:推进|加快|启动)[^，。]{0,40}(?:平台|中心|工程|高速|基地)[^，。]{0,20}建设/,
  ],
];

const PROMOTE =
  /推进|推动|深化|支持|鼓励|加强|加快|实施|开展|完善|健全|拓展|提升|落实|促进|优化|强化|实行|聚焦|引导|扩大/;

export interface LadderChoice {
  ladder: LadderName;
  /** The words that decided; '' when no verb was known and promote is the last resort. */
  words: string;
}

/** Out: the ladder and the words that it was chosen by; promote, which fits any work, where no verb says more. */
export function chooseLadder(text: string): LadderChoice {
  let best: (LadderChoice & { at: number }) | undefined;
  for (const [ladder, pattern] of VERBS) {
    const found = pattern.exec(text);
    if (!found) continue;
    // A law is a law wherever the verb stands.
    if (ladder === 'legislate') return { ladder, words: found[0] };
    if (!best || found.index < best.at) best = { ladder, words: found[0], at: found.index };
  }
  return best
    ? { ladder: best.ladder, words: best.words }
    : { ladder: 'promote', words: PROMOTE.exec(text)?.[0] ?? '' };
}
