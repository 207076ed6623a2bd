/** 会议: facts of the 专题调度会, with visible gaps where the meeting's file says nothing, and who attends. */
import { BLANK_DATE, BLANK_NUMBER, BLANK_TIME, orBlank } from '../../base/chinese/blank.ts';
import { formatDate, formatMonthDay, weekday } from '../../base/chinese/date.ts';
import { formatTime } from '../../base/chinese/time.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { periodName } from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { agendaOf } from '../meeting/agenda.ts';
import { type Attendees, attendeesOf, cityAddressees, personName } from '../meeting/attendees.ts';
import { copiesText } from '../texts/fold.ts';

const BLANK_ISSUE = '第＿＿期';
const BLANK_PLACE = 10;
const BLANK_POST = 8;
/** A meeting longer than this takes a day. */
const HALF_DAY = 240;

export function meetingView(ledger: Ledger): View {
  const { meeting, plan, period } = ledger;
  const { notice, minutes } = meeting;
  const attendees = attendeesOf(ledger);
  const date = meeting.date ? formatDate(meeting.date) : BLANK_DATE;
  return {
    名称: `${ledger.region.whole}${plan.document.programme}${periodName(period)}专题调度会`,
    日期: date,
    年月: date.replace(/月.*$/, '月'),
    星期: meeting.date ? `（${weekday(meeting.date)}）` : '',
    时间: meeting.start ? formatTime(meeting.start) : BLANK_TIME,
    会期: agendaOf(ledger).minutes > HALF_DAY ? '一天' : '半天',
    地点: orBlank(meeting.place, BLANK_PLACE),
    主持人: orBlank(`${meeting.chair.post}${meeting.chair.name}`, BLANK_POST),
    通知文号: notice.number || BLANK_NUMBER,
    通知日期: dateOrBlank(notice.date),
    通知抄送: copiesText(notice.copies),
    回执期限: dayOrBlank(notice.receiptDue),
    材料期限: dayOrBlank(notice.materialsDue),
    会后收回: meeting.recalled,
    由中间排列: meeting.seating.order === 'middle',
    纪要期号: minutes.number || BLANK_ISSUE,
    纪要日期: dateOrBlank(minutes.date),
    纪要抄送: copiesText(minutes.copies),
    ...attendance(attendees, meeting.excused, ledger),
  };
}

function attendance(attendees: Attendees, excused: readonly string[], ledger: Ledger): View {
  const { leaders, inPerson, cooperating, others, units, places, cities, observers } = attendees;
  const { place } = ledger.region;
  const seated = places.map(({ city }) => city);
  const coming = ledger.places.filter((city) => [...seated, ...cities].includes(city));
  const offices = units.filter((name) => !places.some(({ unit }) => unit === name));
  const present = (names: readonly string[]): string[] => names.filter((name) => !excused.includes(name));
  return {
    领导: leaders.map(({ post, name }): View => ({ 职务: orBlank(post, BLANK_POST), 姓名: name })),
    其他领导: leaders.slice(1).map((person) => `${person.post}${person.name}`),
    主要负责: inPerson,
    分管负责: [...cooperating, ...others].filter((name) => !inPerson.includes(name)),
    有会场座次: units.length + cities.length + observers.length > 0,
    地方: cityAddressees(coming, place),
    // Of some it was said before who comes.
    其余地方: cityAddressees(cities, place, seated),
    列席单位: observers,
    单位数: count(offices.length, '参会的有关单位', '个'),
    主送: [
      ...(coming.length > 0 ? [cityAddressees(coming, place).join('，')] : []),
      ...(offices.length > 0 ? [offices.join('、')] : []),
    ].join('，'),
    出席: present([
      ...leaders.map(personName).filter((name) => name !== ''),
      ...units,
      ...cities.map((city) => city.name),
    ]).join('、'),
    请假: excused.join('、'),
    // Left out of the minutes when nobody was excused or sat in.
    请假句: excused.length > 0 ? `${excused.join('、')}。` : '',
    列席句: present(observers).length > 0 ? `${present(observers).join('、')}。` : '',
  };
}

const dateOrBlank = (date: string): string => (date ? formatDate(date) : BLANK_DATE);
const dayOrBlank = (date: string): string => (date ? formatMonthDay(date) : BLANK_DATE.slice(5));
