/** Requirements: sentences that say who must do what. A sentence that names nobody becomes no duty. */
import type { PlanNotes, Requirements } from '../../model/plan.ts';
import { looksLikeUnit, splitUnits } from './attribution.ts';
import type { Outline } from './outline-shape.ts';

type Duty = Requirements['duties'][number];

export type { PlanNotes };

export interface DutyReading {
  duties: Duty[];
  /** Sentences with something to be done by nobody named. */
  nobody: { line: number; sentence: string }[];
}

const SENTENCE = /[^。；]+[。；]?/g;
const SUBJECT = /^(.{2,40}?)(?:每(?:年|季度|月|半年)?)?(?:都|均)?(?:要|须|应当|应|负责)(?=[^求素点])(.+)$/;
const TASKLIKE = /^(?:制定|编制|建立|完善|开展|组织|印发|出台|设立)/;

function kindOf(who: string, sentence: string): Duty['kind'] {
  if (/白皮书/.test(sentence)) return 'whitePaper';
  if (/调度会|推进会|联席会/.test(sentence)) return 'meeting';
  if (/调度|通报/.test(sentence) && !/奖惩/.test(sentence)) return 'scheduling';
  if (/考核|评价|奖惩|督查/.test(sentence)) return 'evaluation';
  if (/各地(?!各)|(?:市|县|区|州)$|设区市|集聚区|开发区/.test(who)) return 'city';
  return 'unit';
}

export function readDuties(requirements: Outline['requirements']): DutyReading {
  const out: DutyReading = { duties: [], nobody: [] };
  for (const paragraph of requirements) {
    for (const sentence of paragraph.text.match(SENTENCE) ?? []) {
      // A new subject may stand behind a comma: 南昌市要…，赣州市、吉安市要….
      const parts = sentence.split(/，(?=[^，]{2,30}?要[^求素点])/);
      for (const part of parts) {
        const found = SUBJECT.exec(part);
        const names = found ? subjects(found[1] as string) : [];
        if (!found || names.length === 0) {
          if (TASKLIKE.test(part) && parts.length === 1) out.nobody.push({ line: paragraph.line, sentence });
          continue;
        }
        for (const who of names) {
          const id = `R${String(out.duties.length + 1).padStart(2, '0')}`;
          const what = (found[2] as string).replace(/[。；]$/, '');
          out.duties.push({ id, kind: kindOf(who, part), who, what, sentence: part });
        }
      }
    }
  }
  return out;
}

/** 赣州市、吉安市、上饶 → three; text that is no list of bodies → none. */
function subjects(text: string): string[] {
  const names = splitUnits(text);
  const fits = (name: string): boolean => looksLikeUnit(name) || /^各|部门|单位|地方/.test(name);
  if (names.length === 1 && fits(text)) return [text];
  return names.length > 1 && fits(names[0] as string) && names.every((n) => n.length <= 14) ? names : [];
}
