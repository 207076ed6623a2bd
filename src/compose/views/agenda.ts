/** 议程: the running order for texts; as a table: tables/agenda.ts. */
import { formatTime } from '../../base/chinese/time.ts';
import { groupBy } from '../../base/group.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Goal, Task } from '../../model/plan/plan.ts';
import { STATUS_FACES, type Status } from '../../model/status.ts';
import { isOutstanding } from '../choice/outstanding.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type Agenda, agendaOf } from '../meeting/agenda.ts';
import { openDecisions } from '../meeting/decisions.ts';
import { matterRange } from '../meeting/matters.ts';
import { speakerState } from '../meeting/speaker-text.ts';
import type { Speaker } from '../meeting/speakers.ts';
import { goalNames, taskName } from '../names.ts';
import { formatList } from '../texts/fold.ts';
import { urgency } from '../texts/lagging.ts';
import { join } from '../texts/sentences.ts';
import { taskItem } from './tasks.ts';

/** Units named one by one in running text, and what the chair's script names of one unit. */
const MOST_SPEAKERS = 16;
const MOST_TOLD = 5;

export function agendaView(ledger: Ledger): View {
  const open = openDecisions(ledger);
  const agenda = agendaOf(ledger);
  const speakers = agenda.items.flatMap((item) =>
    item.part === 'units' && item.speaker ? [item.speaker] : [],
  );
  const matterItems = agenda.items.filter((item) => item.part === 'matters');
  const { agenda: minutes } = ledger.meeting;
  const end = agenda.items.at(-1)?.end ?? null;
  return {
    总时长: count(agenda.minutes, '议程各项时长之和', '分钟'),
    通报时长: count(minutes.report, '通报情况的时长', '分钟'),
    单位时长: count(minutes.unit, '每个单位汇报的时长', '分钟'),
    事项时长: count(minutes.matter, '每项协调事项的时长', '分钟'),
    有时间: end !== null,
    结束: end === null ? null : formatTime(end),
    发言单位数: count(speakers.length, '口头汇报的单位', '个'),
    发言一家: speakers.length === 1,
    发言: speakers.map((speaker, i) => ({
      ...speakerView(speaker, i, speakers.length),
      上次未办结数: count(
        open.filter(({ decision }) => decision.lead === speaker.unit).length,
        `上次会议议定、${speaker.unit}牵头未办结的事项`,
      ),
    })),
    协调一家: matterItems.length === 1,
    协调: matterItems.map(
      ({ speaker, matters }): View => ({
        单位: speaker?.unit ?? '',
        项数: count(matters.length, `${speaker?.unit ?? ''}提请协调的事项`),
        范围: matterRange(matters.map((matter) => matter.no)),
        涉及: [...new Set(matters.flatMap((matter) => matter.coordination.with))].join('、'),
      }),
    ),
    书面: agenda.written,
    次序: speakingOrder(agenda),
  };
}

/** How a unit stands, with what it asks of others: 严重滞后1项、未启动1项；提请协调事项8项. */
function speakerReason(speaker: Speaker): Rich {
  const { matters, unit } = speaker;
  const state = speakerState(speaker);
  const asked = matters > 0 ? [rich('提请协调事项', count(matters, `${unit}提请协调的事项`))] : [];
  const said = [...(state ? [state] : []), ...asked];
  // Of a unit that handed in nothing, but has done all that it had to do, nothing is counted.
  return said.length > 0 ? join(said, '；') : rich('未报送，承担的任务和目标此前已完成');
}

interface Told {
  goal?: Goal;
  task?: Task;
  status: Status;
}

/** What the chair asks a unit about: its goals, red lights and what is urged, then the other tasks that lag. */
function toldOf({ goals, lagging }: Speaker): Told[] {
  const urged = lagging.filter(isOutstanding).sort((a, b) => urgency(b) - urgency(a));
  const others = lagging.filter((task) => !urged.includes(task));
  return [
    ...goals.map(({ goal, status }) => ({ goal, status })),
    ...[...urged, ...others].map(({ task, status }) => ({ task, status })),
  ];
}

/** 年度目标“5G终端用户数”“泛物联网连接数”、任务13（数字经济重点企业） */
function namesOf(told: readonly Told[]): string {
  const goals = told.flatMap(({ goal }) => goal ?? []);
  const tasks = told.flatMap(({ task }) => (task ? taskName(task) : []));
  return [...(goals.length > 0 ? [goalNames(goals)] : []), ...tasks].join('、');
}

/** Those of one status share its word. */
const toldView = (told: readonly Told[]): View[] =>
  [...groupBy(told, ({ status }) => status)].map(([status, those]) => ({
    名称: namesOf(those),
    状态: STATUS_FACES[status].word,
  }));

function speakerView(speaker: Speaker, i: number, total: number): View {
  const told = toldOf(speaker);
  // A single one more is named, too.
  const named = told.length > MOST_TOLD + 1 ? MOST_TOLD : told.length;
  return {
    单位: speaker.unit,
    首位: i === 0,
    末位: i === total - 1,
    情况: speakerReason(speaker),
    任务数: count(speaker.tasks.length, `${speaker.unit}承担的任务`),
    未报: speaker.reason === 'silent',
    突出: toldView(told.slice(0, named)),
    其余数: count(told.length - named, `${speaker.unit}没有点名的滞后年度目标和任务`),
    滞后: speaker.lagging.map(taskItem),
  };
}

const speakingOrder = (agenda: Agenda): string =>
  formatList(
    agenda.items.flatMap((item) => (item.part === 'units' && item.speaker ? [item.speaker.unit] : [])),
    MOST_SPEAKERS,
  );
