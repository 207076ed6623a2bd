/** The running order with minutes, and with times where the start of the meeting is known. */
import { formatTime } from '../../base/chinese/time.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { type Rich, rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type AgendaItem, agendaOf } from '../meeting/agenda.ts';
import { matterRange } from '../meeting/matters.ts';
import { speakerState } from '../meeting/speaker-text.ts';
import type { Speaker } from '../meeting/speakers.ts';
import { cell, NUMBER_MM, type TableContent, tableOf } from './cells.ts';

const PARTS: Record<AgendaItem['part'], string> = {
  report: '一、通报工作进展情况',
  units: '二、有关单位汇报',
  matters: '三、研究协调事项',
  speech: '四、讲话',
};

export function agenda(ledger: Ledger): TableContent {
  const { items, minutes } = agendaOf(ledger);
  const timed = ledger.meeting.start !== '';
  const number = (item: AgendaItem): number => items.indexOf(item) + 1;
  const table = tableOf(
    items,
    [
      ['序号', NUMBER_MM, 'centre', (item) => String(number(item))],
      timed && [
        '时间',
        28,
        'centre',
        ({ start, end }) => `${formatTime(start ?? '')}—${formatTime(end ?? '')}`,
      ],
      ['内容', 69.2, 'left', (item) => content(item, ledger)],
      // An office of nine characters and seven, 江西省发展数字经济/领导小组办公室, breaks between them.
      ['发言单位', 36.4, 'left', (item) => speakerName(item, ledger)],
      ['时长', 12, 'right', (item) => count(item.minutes, `议程第${number(item)}项的时长`, '')],
    ],
    { unitNote: '时长：分钟' },
  );
  const width = table.columns.length;
  const body = (Object.keys(PARTS) as AgendaItem['part'][]).flatMap((part) => {
    const own = items.filter((item) => item.part === part);
    const head = { ...cell(partHead(part, own, ledger)), colSpan: width, header: true };
    return [[head], ...table.body.filter((_, i) => items[i]?.part === part)];
  });
  const sum = [{ ...cell('合计'), colSpan: width - 1 }, cell(count(minutes, '议程各项时长之和', ''))];
  return { ...table, body: [...body, sum] };
}

function partHead(part: AgendaItem['part'], own: readonly AgendaItem[], { meeting }: Ledger): Rich {
  // The chair opens all four parts: those without items are announced, too.
  if (own.length === 0)
    return rich(PARTS[part], part === 'units' ? '（书面）' : '（会前没有提请协调的事项）');
  if (part === 'units')
    return rich(PARTS[part], '（每个单位', count(meeting.agenda.unit, '每个单位汇报的时长', '分钟'), '）');
  if (part === 'matters')
    return rich(PARTS[part], '（每项', count(meeting.agenda.matter, '每项协调事项的时长', '分钟'), '）');
  return rich(PARTS[part]);
}

function content(item: AgendaItem, ledger: Ledger): Rich {
  switch (item.part) {
    case 'report':
      return rich(
        `通报工作进展情况${ledger.lastMeeting?.decisions.length ? '和上次会议议定事项落实情况' : ''}`,
      );
    case 'units':
      return item.speaker ? report(item.speaker) : rich();
    case 'matters': {
      const asked = [...new Set(item.matters.flatMap((matter) => matter.coordination.with))].join('、');
      return rich(
        `研究清单${matterRange(item.matters.map((matter) => matter.no))}${asked && `，涉及${asked}`}`,
      );
    }
    case 'speech':
      return rich('会议主持人讲话，部署下步工作');
  }
}

function report(speaker: Speaker): Rich {
  const state = speakerState(speaker);
  const what = speaker.reason === 'silent' ? '说明未报送情况' : '汇报进展';
  return state ? rich(`${what}（`, state, '）') : rich(what);
}

function speakerName({ part, speaker }: AgendaItem, { plan }: Ledger): string {
  if (part === 'speech') return '会议主持人';
  return speaker?.unit ?? plan.document.office;
}
