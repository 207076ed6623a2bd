/** Who answers for a task: “牵头单位：…” lines and “（责任单位：…）”, “（省发改委牵头，…配合）” at the end of a text. */
import { labelsIn, roleOf } from '../text/labels.ts';

export interface Attribution {
  leads: string[];
  cooperating: string[];
  /** 责任单位 without word on who leads, in the order of the text. */
  listed: string[];
  /** 完成时限, as written. */
  deadline: string;
  /** “排第一位的为牵头单位” was said. */
  firstLeads: boolean;
  /** Only kinds of units were to answer for it (各乡镇), see groups.ts. */
  groupsOnly?: boolean;
  /** As written, for the draft's comments. */
  raw: string[];
  /** Labels that have no place in the plan's data: 责任人：… */
  unused: string[];
}

export function noAttribution(): Attribution {
  return { leads: [], cooperating: [], listed: [], deadline: '', firstLeads: false, raw: [], unused: [] };
}

export function namesUnits({ leads, cooperating, listed }: Attribution): boolean {
  return leads.length + cooperating.length + listed.length > 0;
}

/** Puts what a second place says behind what the first said. */
export function mergeAttribution(into: Attribution, from: Attribution): void {
  const add = (list: string[], more: string[]): void => {
    for (const name of more) if (!list.includes(name)) list.push(name);
  };
  add(into.leads, from.leads);
  add(into.cooperating, from.cooperating);
  add(into.listed, from.listed);
  into.deadline ||= from.deadline;
  into.firstLeads ||= from.firstLeads;
  into.raw.push(...from.raw);
  into.unused.push(...from.unused);
}

const BRACKET = /[（【[〔]((?:[^（）【】[\]〔〕]|（[^（）]*）){2,400})[）】\]〕]/g;
/** Words without a colon that assign: 省发改委牵头，省工信厅配合. */
const ASSIGNS = /牵头|(?:按|根据)(?:各自)?职(?:责|能)|分工负责|(?:负责|配合|参与|落实)$/;
const FIRST_LEADS =
  /[，,；;。]?\s*(?:其中)?[，,]?(?:排|列)(?:名|在|序)*(?:第一|首位|首|前)(?:位|名)?的?(?:责任)?(?:单位|部门|者)?(?:为|是|系)?牵头(?:责任)?(?:单位|部门)?/;
/** 下同; 以下任务均涉及各区，不再列出; 除另有注明外，以下… */
const SAME_BELOW = /[，,；;。]?\s*(?:以?下同|以?下均同|(?:除[^，,；;。、]{1,20}外[，,]?)?以下.*)$/;

/** 列第一位的责任单位为牵头单位 */
export const saysFirstLeads = (text: string): boolean => FIRST_LEADS.test(text);

/** Takes all attributions out of a text (already tidied). */
export function splitAttribution(source: string): { text: string; attribution: Attribution } {
  const attribution = noAttribution();
  let text = source.replace(BRACKET, (whole: string, inner: string, at: number) => {
    if (!assigns(source, inner, at)) return whole;
    mergeAttribution(attribution, readAttribution(inner));
    return '';
  });
  const label = labelsIn(text)[0];
  // 责任单位： behind the last sentence, not the middle of one.
  if (label && /(?:^|[。；;！\s])[（(]?$/.test(text.slice(0, label.index))) {
    mergeAttribution(attribution, readAttribution(text.slice(label.index)));
    text = text.slice(0, label.index).replace(/[（(]$/, '');
  }
  return { text: text.replace(/。{2,}/g, '。').trim(), attribution };
}

const DAY =
  '(?:20\\d{2}年|今年)?(?:\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|[底末份初])?|第?[一二三四]季度[末底]?|上半年|年[底末内])(?:之?前|以前)?';
/** 6月底前上线8件, 全年推进: behind the units or instead of 完成时限：. */
const UNTIL = new RegExp(
  `(?:^|[，,；;、。\\s])\\s*((?:[于在]?${DAY}[^，,；;、。（）]{0,14}|(?:全年|长期|常态化?|持续)[^，,；;、。（）]{0,10}(?:完成|办结|落实|推进|实施|坚持|见效|到位|开展)?))$`,
);

/** 甲局、乙局，6月底前完成 → the names, and what was said of the time. */
function splitUntil(source: string): { text: string; until: string } {
  let text = source.replace(/[。；;，,、\s]+$/, '');
  const found: string[] = [];
  for (let match = UNTIL.exec(text); match; match = UNTIL.exec(text)) {
    found.unshift(match[1] as string);
    text = text.slice(0, match.index);
  }
  return found.length > 0 ? { text, until: found.join('，') } : { text: source, until: '' };
}

/** Whether the bracket at that place names units. Behind a sentence a list needs no verb: …2个。（省科技厅、省财政厅） */
function assigns(source: string, inner: string, at: number): boolean {
  if (labelsIn(inner).length > 0) return true;
  return ASSIGNS.test(splitUntil(inner).text)
    ? looksLikeUnits(inner)
    : (/[。；]$/.test(source.slice(0, at)) && onlyUnits(inner)) ||
        (/^[。；]|^$/.test(source.slice(at + inner.length + 2)) &&
          (OFFICES.test(inner) || (ONE_OFFICE.test(inner) && onlyUnits(inner))));
}
/** …投资80亿元（市交通局）: at the end of a sentence, and nothing but offices of the place; not 升级大厅（政务服务中心）. */
const OFFICES = /^(?:[省市县区州][^，；。、]{1,12}(?:厅|局|委|办|办公室)(?:[、，]|$))+$/;

/** 市大数据局、市供电公司: one of several. */
const ONE_OFFICE =
  /^[省市县区州][^，；。、]{1,12}(?:厅|局|委|办|办公室)[、，]|[、，][省市县区州][^，；。、]{1,12}(?:厅|局|委|办|办公室)(?:[、，]|$)/;

/** What stands in a bracket at the end of a text, and looks like units without having been taken for them. */
export function unitLikeBracket(text: string): string | undefined {
  const [whole, inner = ''] = /（([^（）]{2,60})）(?=[。；]?$)/.exec(text) ?? [];
  return namesIn(inner).some((name) => name.length > 2 && looksLikeUnit(name)) ? whole : undefined;
}

/** …。（甲负责）…。（乙负责） → one text for each, so that nobody answers for another's work. */
export function splitBehindUnits(source: string): string[] {
  const ends = [...source.matchAll(BRACKET)]
    .filter((found) => assigns(source, found[1] as string, found.index))
    .map((found) => found.index + found[0].length)
    .map((end) => (source.charAt(end) === '。' ? end + 1 : end));
  return [0, ...ends]
    .map((start, i, all) => source.slice(start, all[i + 1] ?? source.length).trim())
    .filter((part) => part !== '');
}

/** Reads “牵头单位：甲；配合单位：乙、丙；完成时限：6月底” or “甲牵头，乙、丙配合”, without brackets. */
export function readAttribution(source: string): Attribution {
  const out = noAttribution();
  out.raw.push(source.trim());
  let text = withoutOuterBracket(source);
  const withoutFirst = text.replace(FIRST_LEADS, '');
  out.firstLeads = withoutFirst !== text;
  text = withoutFirst;
  const labels = labelsIn(text);
  if (labels.length === 0) {
    readWords(text.replace(SAME_BELOW, ''), out);
    return out;
  }
  // 甲、乙按职责分工负责；完成时限：11月底: who stands before the first label.
  const ahead = text.slice(0, labels[0]?.index).replace(/[；;，,。（(【[〔\s]+$/, '');
  if (looksLikeUnits(ahead)) readWords(ahead.replace(SAME_BELOW, ''), out);
  else out.deadline ||= splitUntil(ahead).until;
  labels.forEach((label, i) => {
    const end = labels[i + 1]?.index ?? text.length;
    const value = text.slice(label.index + label[0].length, end).trim();
    const role = roleOf((label[1] as string).replace(/\s/g, ''));
    if (role === 'deadline') out.deadline ||= value.replace(/[。；;，,、\s]+$/, '');
    else if (role === 'other') out.unused.push(`${label[0]}${value}`);
    else if (/牵头|配合|参与/.test(value) && role === 'listed') readWords(value.replace(SAME_BELOW, ''), out);
    else {
      const who = splitUntil(value);
      out.deadline ||= who.until;
      out[role === 'lead' ? 'leads' : role].push(...splitUnits(who.text));
    }
  });
  if (out.leads.length > 0 && out.listed.length > 0) out.cooperating.push(...out.listed.splice(0));
  return out;
}

/** （牵头单位：甲）。 → 牵头单位：甲; the bracket of 各县（市、区） stays. */
function withoutOuterBracket(source: string): string {
  const text = source.replace(/^[（(【[〔]/, '');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[）)】\]〕]/g) > count(/[（(【[〔]/g) ? text.replace(/[）)】\]〕]。?$/, '') : text;
}

/** 甲牵头，乙、丙配合 · 甲、乙按职责分工负责 · 甲负责 */
function readWords(source: string, out: Attribution): void {
  const { text: who, until } = splitUntil(source);
  out.deadline ||= until;
  const text = withoutLeads(who, out).replace(/[。；;]+$/, '');
  const lead = /^(.+?)(?:共同|联合)?牵头(?:负责|组织|实施|落实)*[，,；;、]?(.*)$/.exec(text);
  if (lead) {
    out.leads.push(...splitUnits(lead[1] as string));
    out.cooperating.push(...splitUnits(lead[2] as string));
    return;
  }
  for (const part of text.split(/[；;]/)) out.listed.push(...splitUnits(part));
}

/** Takes out who leads by a bracket of its own; of the others nobody does. */
function withoutLeads(source: string, out: Attribution): string {
  return source.replace(LEADS_APART, (_, name: string) => {
    out.leads.push(...splitUnits(name));
    return '';
  });
}

/** A sentence that begins with who does it: 由数据资源科牵头，政务服务科配合，…; 安全保障科负责，…. */
const IN_PROSE =
  /(?<=^|[。；])由?([^，。；：（）“”]{2,40}?)(牵头(?:负责)?|负责)，(?:([^，。；：“”]{2,80}?)(?:配合|参与|协助)(?=[，。；]|$))?/g;

/** …，由县甲局牵头，县乙局、县丙局配合。 …。县公安局负责。 — at the end of a sentence. */
const AT_END =
  /(?<=^|[，。；])由?([^，。；：（）“”]{2,40}?)(牵头(?:负责|组织|实施|落实)*|负责(?:组织|实施|落实)?)(?:，([^，。；：“”]{2,80}?)(?:配合|参与|协助|协同|支持))?(?=[。；]|$)/g;
/** 市发改委牵头建设…, 市公安局负责推进…: the sentence goes on with what. */
const AT_HEAD =
  /(?<=^|[。；])由?([^，。；：（）“”]{2,30}?[局委办厅会司心府处科室院])(牵头|负责)(?=[^，。；的人制同]{2})/g;
/** 市工信局会同市商务局组织开展… */
const TOGETHER =
  /(?<=^|[。；])由?([^，。；：（）“”]{2,16}?[局委办厅会府])会同([^，。；：（）“”]{2,30}?[局委办厅会府])(?=[^，。；、]{2})/g;

/** 平台建设科要在3月底前…; a 中心 may be what is built. */
const MUST = /(?<=^|[。；])([^，。；：（）“”]{2,16}?[科处室局厅股委办])(?:要|须)(?=[^素求点])/g;

/** What a task's own sentences say of who does it; the words stay in the text, which would break without them. */
export function proseAttribution(text: string): Attribution {
  const out = noAttribution();
  const assign = (words: string, who: string, how: string, others = ''): void => {
    const units = splitUnits(who);
    const cooperating = others === '' ? [] : splitUnits(others);
    if (units.length === 0 || ![...units, ...cooperating].every(looksLikeUnit)) return;
    const lists = how.startsWith('牵头') ? { leads: units } : { listed: units };
    mergeAttribution(out, { ...noAttribution(), ...lists, cooperating, raw: [words] });
  };
  for (const [words, who = '', how = '', others] of text.matchAll(IN_PROSE))
    assign(words.replace(/，$/, ''), who, how, others);
  for (const pattern of [AT_END, AT_HEAD])
    for (const [words, who = '', how = '', others] of namesUnits(out) ? [] : text.matchAll(pattern))
      assign(words, who, how, others);
  for (const [words, who = '', others] of namesUnits(out) ? [] : text.matchAll(TOGETHER))
    assign(words, who, '牵头', others);
  for (const [words, who = ''] of text.matchAll(MUST)) {
    const units = splitUnits(who);
    if (units.every(looksLikeUnit))
      mergeAttribution(out, { ...noAttribution(), listed: units, raw: [words] });
  }
  return out;
}

/** 等有关部门和单位, 等6个单位, 等 */
const AND_OTHERS =
  '等(?:\\d+|[一二两三四五六七八九十]+)?(?:个|家)?(?:(?:有关|相关|责任|成员|配合|其他|[省市县区州]直|各)*(?:单位|部门|处室|科室)(?:[和、及](?:有关|相关|各)*(?:单位|部门))?)?';
const DUTIES = '(?:(?:按|根据|依)(?:照)?(?:各自|相应)?(?:的)?(?:职(?:责|能)|分工)(?:范围|分工)?)';
const DEEDS = '(?:负责|配合|参与|参加|落实|实施|协同|协助|支持)';
/** Endings that say how, not who. */
const TAIL = new RegExp(
  `(?:${AND_OTHERS})?${DUTIES}?(?:分工)?(?:分别|具体|共同|协同|密切)?${DEEDS}?(?:结合实际)?(?:实施|落实)?$`,
);
/** The same in a bracket of its own: 省通信管理局（按职责分工负责）, 省工信厅（配合单位）. */
const TAIL_APART = new RegExp(
  `（(?:${AND_OTHERS})?(?:${DUTIES}(?:分工)?(?:分别|具体|共同|协同|密切)?${DEEDS}?(?:实施|落实)?|(?:分别|具体|共同|协同|密切)?${DEEDS}(?:实施|落实|单位|部门)*|${AND_OTHERS}|排名不分先后)）`,
  'g',
);
/** 省发改委（牵头）、省工信厅: whom it stands behind leads. */
const LEADS = '（(?:总)?(?:牵头|主责)(?:单位|部门|负责|组织|实施|落实|抓总)*）';
const LEADS_APART = new RegExp(`([^、，,；;。：:（）\\s]+(?:（[^（）]*）)?)${LEADS}`, 'g');
/** Enumerations that are one body: 各市、县（市、区）人民政府. */
const ONE_BODY =
  /各?(?:设区)?市[、，]县(?:（[^）]*）|[、，]区)?(?:人民政府|政府|党委政府)?|(?:[省市县区]直)?(?:各|有关|相关)*部门、(?:各|有关|直属)*单位/g;

/** 州委编办及州直相关单位; not 住房和城乡建设局. */
const TWO_BODIES =
  /(?<=[厅局委办部院府公司])(?:以及|及|和|与)(?=各|有关|相关|[省市县区州盟旗](?:直|[^和与及]{2}))/g;

/** 甲、乙，丙等按职责分工负责 → 甲 乙 丙. Brackets keep what they hold together. */
export function splitUnits(source: string): string[] {
  const kept: string[] = [];
  const text = source
    .replace(SAME_BELOW, '')
    .replace(new RegExp(LEADS, 'g'), '')
    .replace(TAIL_APART, '')
    .replace(ONE_BODY, (whole) => `\u0001${kept.push(whole) - 1}\u0002`)
    .replace(/（[^）]*）/g, (whole) => `\u0001${kept.push(whole) - 1}\u0002`)
    .replace(TWO_BODIES, '、')
    .replace(/[。.]+$/, '');
  return text
    .split(/[、，,；;\s/]+|(?<=[厅局委办部院])会同/)
    .map((name) => name.replace(TAIL, ''))
    .map((name) => name.replace(/^(?:和|及|以及|会同|联合)/, ''))
    .map((name) => name.replace(/\u0001(\d+)\u0002/g, (_, i: string) => kept[Number(i)] ?? ''))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^[-—无/]+$/.test(name));
}

const UNIT_END =
  /(?:厅|局|委|办|部|院|中心|政府|公司|银行|集团|协会|联合会|学会|商会|管委会|委员会|办公室|市|区|县|州|盟|乡|镇|学院|大学|学校|署|会|处|科|股|社|组|行|台|馆|联|所|站|校|军区|企业|高校|单位|部门|团省委|省委|团中央|各地|总队|支队|机关|法院|检察院|平台|基地|园区|新区|地区|[督研信参秘][^，。]{0,2}室|档案室|专班|日报|运营商|移动|电信|联通|铁塔|海关|县市|县区|街道|各市|大队|分队)(?:（.*）)?$/;

export function looksLikeUnit(name: string): boolean {
  return name.length <= 24 && UNIT_END.test(name) && !/[。；！？]/.test(name);
}

function namesIn(text: string): string[] {
  const out = noAttribution();
  readWords(text.replace(FIRST_LEADS, '').replace(SAME_BELOW, ''), out);
  return [...out.leads, ...out.cooperating, ...out.listed];
}

function looksLikeUnits(text: string): boolean {
  const names = namesIn(text);
  return names.length > 0 && names.filter(looksLikeUnit).length > names.length / 2;
}

function onlyUnits(text: string): boolean {
  const names = namesIn(text);
  return names.length > 0 && names.every((name) => name.length >= 2 && looksLikeUnit(name));
}
