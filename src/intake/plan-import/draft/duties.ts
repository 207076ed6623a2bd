/** Requirements: sentences that say who must do what, and until when. A sentence that names nobody becomes no duty. */
import { clause } from '../../../base/chinese/clause.ts';
import type { PlanNotes, Requirements } from '../../../model/plan/plan.ts';
import type { Outline } from '../outline/shape.ts';
import {
  type Attribution,
  looksLikeUnit,
  namesUnits,
  splitAttribution,
  splitUnits,
} from '../owners/attribution.ts';
import { type DutyDays, daysOf } from './duty-days.ts';

type Duty = Requirements['duties'][number];

export type { PlanNotes };

/** A sentence of the requirements with a day in it, on which no task depends. */
export interface DatedSentence {
  line: number;
  sentence: string;
  /** Asked of the cities by their quarterly form and judged by that day. */
  followed: boolean;
}

export interface DutyReading {
  duties: Duty[];
  /** Sentences with something to be done by nobody named. */
  nobody: { line: number; sentence: string }[];
  dated: DatedSentence[];
}

const SENTENCE = /[^。；]+[。；]?/g;
const SUBJECT =
  /^(.{2,40}?)(?:每(?:年|季度|月|半年)?)?(?:都|均)?(?:(?<![主重需首])要|须|应当|应|负责(?!人|同志|领导))(?=[^求素点])(.+)$/;
/** 各单位主要负责同志要…: it is asked of the units; their heads belong to what they are to do. 各单位要明确分管领导 names them later. */
const HEADS =
  /^((?:(?<=[主重需首])要|[^要须]){2,40}?)的?((?:党政)?(?:主要|分管)(?:负责(?:同志|人)|领导)|(?:党政)?(?:负责(?:同志|人)|“?一把手”?))(.+)$/;
/** It may stand behind a comma: 南昌市要…，赣州市、吉安市要…; …，各单位于每季度末…. */
const NEW_SUBJECT = /(?<!^[^，]{0,12}[前底末])，(?=[^，]{2,30}?要[^求素点]|各[^，。]{1,14}[于在](?:每|\d))/;
const TASKLIKE = /^(?:制定|编制|建立|完善|开展|组织|印发|出台|设立)/;
/** What goes the way of a document: drafted, discussed, issued. */
const DOCUMENT = /制定|制订|编制|拟定|起草|出台|印发|修订|形成|(?:方案|计划|规划|清单)[^，。；]{0,4}报/;
/** Places and departments in one word. */
const EVERYBODY = /^各地[、和]?(?=各(?:部门|单位)$)/;

function kindOf(who: string, sentence: string): Duty['kind'] {
  if (/白皮书/.test(sentence)) return 'whitePaper';
  if (/调度会|推进会|联席会/.test(sentence)) return 'meeting';
  if (/调度|通报/.test(sentence) && !/奖惩/.test(sentence)) return 'scheduling';
  if (/考核|评价|奖惩|督查/.test(sentence)) return 'evaluation';
  // A city's duties are followed by the stages of a document.
  const place =
    /各地(?!各)|(?:市|县|区|州|乡|镇|街道)(?:（[^）]*）)?(?:人民政府)?$|设区市|集聚区|开发区/.test(who);
  return place && DOCUMENT.test(sentence) ? 'city' : 'unit';
}

/** An item without the units that stand behind it; its heading may be all that stands before them. */
export function withoutUnits({ heading, text }: Outline['requirements'][number]): {
  text: string;
  attribution: Attribution;
} {
  const split = splitAttribution(heading === '' ? text : `。${text}`);
  return { ...split, text: split.text.replace(/^。/, '') };
}

/** `year` is the plan's, for days without one. */
export function readDuties(requirements: Outline['requirements'], year: number): DutyReading {
  const out: DutyReading = { duties: [], nobody: [], dated: [] };
  for (const paragraph of requirements) {
    const { text, attribution } = withoutUnits(paragraph);
    const named = namesUnits(attribution);
    const before = out.duties.length;
    for (const sentence of text.match(SENTENCE) ?? []) {
      const parts = sentence.split(NEW_SUBJECT);
      for (const part of parts) {
        const days = daysOf(part, year);
        const said = saidOf(part, days);
        if (!said && !named && TASKLIKE.test(part) && parts.length === 1)
          out.nobody.push({ line: paragraph.line, sentence });
        const own = (said?.names ?? []).map((who, i): Duty => {
          const id = idOf(out.duties.length + i + 1);
          const deadline = days?.only;
          return {
            id,
            kind: kindOf(who, part),
            who,
            what: said?.what ?? '',
            sentence: part,
            ...(deadline && { deadline }),
          };
        });
        out.duties.push(...own);
        if (days)
          out.dated.push({
            line: paragraph.line,
            sentence: part.replace(/[。；]$/, ''),
            followed: own.some(({ kind, deadline }) => kind === 'city' && deadline !== undefined),
          });
      }
    }
    // （市财政局、市自然资源局） behind an item of which no sentence says who.
    const { leads, listed, cooperating } = attribution;
    if (out.duties.length > before) continue;
    const sentence = text || paragraph.heading;
    for (const who of [...leads, ...listed, ...cooperating])
      out.duties.push({
        id: idOf(out.duties.length + 1),
        kind: kindOf(who, sentence),
        who,
        what: clause(sentence),
        sentence,
      });
  }
  return out;
}

const idOf = (count: number): string => `R${String(count).padStart(2, '0')}`;

/** Who is told to do what: 各地要…, 12月20日前各地要…, 省统计局于8月底前…; undefined where nobody is named. */
function saidOf(part: string, days: DutyDays | undefined): { names: string[]; what: string } | undefined {
  const ahead = days?.at === 0 ? days.words : '';
  const rest = part.slice(ahead.length).replace(/^，/, '');
  const led = HEADS.exec(rest);
  const ledBy = led ? subjects(led[1] as string, days) : [];
  if (led && ledBy.length > 0) return { names: ledBy, what: clause(`${ahead}${led[2]}${led[3]}`) };
  const told = SUBJECT.exec(rest);
  const toldBy = told ? subjects((told[1] as string).replace(/^在/, ''), days) : [];
  if (told && toldBy.length > 0) return { names: toldBy, what: clause(ahead + told[2]) };
  // Without 要: what stands before the day.
  if (!days || days.at < 2) return undefined;
  const names = subjects(part.slice(0, days.at).replace(/[于在，]+$/, ''), days);
  return names.length > 0 ? { names, what: clause(part.slice(days.at)) } : undefined;
}

/** 赣州市、吉安市、上饶 → three; text that is no list of bodies → none. */
function subjects(text: string, days: DutyDays | undefined): string[] {
  const names = splitUnits(text);
  const fits = (name: string): boolean => looksLikeUnit(name) || /^各|部门|单位|地方/.test(name);
  // By a day it binds each place.
  if (days && EVERYBODY.test(text)) return ['各地', text.replace(EVERYBODY, '')];
  if (names.length === 1 && fits(text)) return [text];
  return names.length > 1 &&
    fits(names[0] as string) &&
    names.every((n) => n.length <= 14 && (fits(n) || n.length <= 4))
    ? names
    : [];
}
