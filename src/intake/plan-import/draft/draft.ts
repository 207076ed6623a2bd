/** All drafts as data, in the shapes of model/plan/plan.ts; what the plan does not say is empty or 待定, never made up. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as say from '../../../base/messages/plan-import.ts';
import { convertedCell, oddCell } from '../../../base/messages/plan-indicators.ts';
import * as tell from '../../../base/messages/plan-tracks.ts';
import type { Goal, GoalGroup, PlanDocument, PlanNotes, Requirements } from '../../../model/plan/plan.ts';
import type { Responsibility } from '../../../model/plan/target.ts';
import { TO_BE_NAMED, type Unit } from '../../../model/unit.ts';
import { readGoals } from '../outline/goals.ts';
import type { Head } from '../outline/head.ts';
import { withLevels } from '../outline/omitted-levels.ts';
import type { Outline, OutlineText, Unread } from '../outline/shape.ts';
import { saysFirstLeads } from '../owners/attribution.ts';
import { passedOver, targetDoubts, withoutDoubts } from '../targets/doubts.ts';
import { readTargets } from '../targets/read-targets.ts';
import { readDuties } from './duties.ts';
import { readIndicatorGoals } from './indicator-goals.ts';
import { namedRequirements } from './named-requirements.ts';
import { type MendedPart, mendNotes } from './notes.ts';
import { joinSame } from './same-goals.ts';
import { withFirstNames } from './second-names.ts';
import type { PlanYear } from './task.ts';
import { type DraftTrack, draftTracks } from './tracks.ts';
import { collectUnits, type UnitMention } from './units.ts';

export interface Draft {
  /** Without a year when the text names none. */
  document: Omit<PlanDocument, 'year'> & { year?: number };
  goals: { headline: string; groups: GoalGroup[] };
  goalLines: number[];
  requirements: Requirements;
  notes: PlanNotes;
  tracks: DraftTrack[];
  units: Unit[];
  unread: Unread[];
  unsure: Diagnostic[];
}

const MOST_GOALS = 99;
const NOBODY: Responsibility = {
  unit: TO_BE_NAMED,
  assignedBy: 'office',
  reason: '计划未指定责任单位，待领导小组办公室确定',
};

function responsibleFor([unit, ...others]: readonly string[]): Responsibility {
  if (unit === undefined) return NOBODY;
  const reason = `计划列有${others.length + 1}个责任单位，暂记排在首位的，待领导小组办公室确定`;
  return others.length > 0 ? { unit, assignedBy: 'office', reason } : { unit, assignedBy: 'plan' };
}

/** Everything that could be read off the plan; doubts are in `unsure`, what was not understood in `unread`. */
export function makeDraft(file: string, head: Head, read: Outline): Draft {
  const whole = withLevels(read);
  const { outline, othersOf } = withFirstNames(whole.outline, head.office);
  const unsure: Diagnostic[] = headDoubts(file, head);
  if (whole.completed.length > 0) unsure.push(tell.levelsCompleted(file, whole.completed));
  // Only for reading deadlines without a year; the draft's own year stays empty when it is unknown.
  const year = head.year ?? 2000;
  // 注：排在第一位的为牵头单位 below a table is understood, though it is no task.
  const besides: Unread[] = [...head.unread, ...outline.unread].map((one) =>
    saysFirstLeads(one.text) ? { ...one, how: 'known' } : one,
  );
  const firstLeads =
    saysFirstLeads(head.preamble) ||
    besides.some(({ text }) => saysFirstLeads(text)) ||
    outline.tracks.some(
      (t) => t.attribution.firstLeads || t.tasks.some((task) => task.attribution.firstLeads),
    );
  const planned = { year, several: head.several };
  const none = outline.goals.length + outline.indicators.length === 0 && outline.tracks.length > 0;
  const ahead = none ? goalsAhead(head, year) : [];
  const goals = draftGoals(file, { ...outline, goals: [...outline.goals, ...ahead] }, planned, unsure);
  const at = { file, line: head.titleLine };
  const counted = sentencesWithTargets(head.preamble, year);
  if (counted.length > 0)
    unsure.push((ahead.length > 0 ? say.goalsFromPreamble : say.numbersInPreamble)(at, counted));
  const tracks = draftTracks(file, outline, planned, firstLeads);
  unsure.push(...tracks.unsure);
  const duties = readDuties(outline.requirements, year);
  unsure.push(...duties.nobody.map(({ line, sentence }) => say.dutyOfNobody({ file, line }, sentence)));
  if (duties.dated.length > 0) unsure.push(say.dutyDays(file, duties.dated));
  if (outline.requirements.length === 0) unsure.push(say.noRequirements(file));
  const units = collectUnits([...tracks.mentions, ...goals.mentions], othersOf);
  unsure.push(...units.odd.map(({ line, name }) => tell.oddUnit({ file, line }, name)));
  unsure.push(...units.alike.map(({ line, one, other }) => tell.alikeUnits({ file, line }, one, other)));
  if (units.units.length > 0) unsure.push(tell.fullNamesUnknown(file));
  const roster = units.units.map(({ name }) => name);
  unsure.push(...namedRequirements(file, outline, roster, year));
  for (const { line, name, marker, by } of outline.levels)
    unsure.push(tell.levelChosen({ file, line }, name, marker, by));
  for (const { line, headings } of outline.unusedColumns)
    unsure.push(tell.unusedColumns({ file, line }, headings));
  unsure.push(...outline.headings.map(({ line, text }) => say.sectionHeading({ file, line }, text)));
  const unread = besides.sort((a, b) => a.line - b.line);
  unsure.push(
    ...unread.filter(({ how }) => !how).map(({ line, text }) => say.unreadText({ file, line }, text)),
  );
  const parts = mendedParts(outline, tracks.tracks);
  unsure.push(...mendDoubts(file, parts));
  const { year: known, yearGuessed, lastYear, several, titleLine, unread: _, ...document } = head;
  return {
    document: { ...(known !== undefined && { year: known }), ...document, sourceFile: file },
    goals: goals.file,
    goalLines: goals.lines,
    requirements: {
      paragraphs: outline.requirements.map(({ heading, text }) => ({ heading, text })),
      duties: duties.duties,
    },
    notes: { mends: mendNotes(parts), interpretations: [] },
    tracks: tracks.tracks,
    units: units.units,
    unread,
    unsure: inOrder(unsure),
  };
}

/** By line, those of the whole file first. */
function inOrder(list: Diagnostic[]): Diagnostic[] {
  return [...list].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
}

const sentencesWithTargets = (text: string, year: number): string[] =>
  readTargets(text, year).targets.map(({ sentence }) => sentence);

/** 力争全年增加值突破85亿元 above the first section of a plan that has none of goals. */
function goalsAhead({ preamble, titleLine }: Head, year: number): OutlineText[] {
  const text = (preamble.match(/[^。]+。?/g) ?? [])
    .filter((sentence) => sentencesWithTargets(sentence, year).length > 0)
    .join('');
  return text === '' ? [] : [{ line: titleLine, text, marked: false, joins: [], mends: [] }];
}

function headDoubts(file: string, head: Head): Diagnostic[] {
  const at = { file, line: head.titleLine };
  const list: Diagnostic[] = [];
  if (head.year === undefined) list.push(say.yearUnknown(at));
  else if (head.lastYear !== undefined) list.push(say.severalYears(at, head.year, head.lastYear));
  else if (head.yearGuessed) list.push(say.yearGuessed(at, head.year));
  const names = {
    title: '标题',
    documentNumber: '发文字号',
    issuer: '发文机关',
    recipients: '主送机关',
    office: '办公室名称',
  } as const;
  for (const [field, name] of Object.entries(names) as [keyof typeof names, string][])
    if (head[field] === '') list.push(say.headFieldMissing(file, name, field));
  return list;
}

function draftGoals(
  file: string,
  outline: Outline,
  { year, several }: PlanYear,
  unsure: Diagnostic[],
): { file: Draft['goals']; lines: number[]; mentions: UnitMention[] } {
  const reading = readGoals(outline.goals, year, several);
  if (outline.indicators.length > 0) {
    const { group, others, odd, apart } = readIndicatorGoals(outline.indicators, year);
    const { rest, joined } = joinSame(reading.groups, group);
    if (rest.goals.length > 0) reading.groups.push(rest);
    if (joined.length > 0) unsure.push(tell.indicatorsJoined({ file, line: group.line }, joined));
    unsure.push(...others.map(({ line, words }) => tell.unusedAttribution({ file, line }, words)));
    reading.passedOver.push(...apart);
    unsure.push(...odd.map(({ line, ...one }) => (one.doubt ? oddCell : convertedCell)({ file, line }, one)));
  }
  unsure.push(...reading.besides.map(({ line, words }) => tell.unusedAttribution({ file, line }, words)));
  if (reading.groups.length === 0) unsure.push(say.noGoals(file));
  for (const { line, ...one } of reading.passedOver) unsure.push(passedOver({ file, line }, '年度目标', one));
  for (const { line, clauses } of reading.intentions)
    unsure.push(say.intentionsInHeadline({ file, line }, clauses));
  for (const { line, clauses } of reading.numbered)
    unsure.push(say.numbersInHeadline({ file, line }, clauses));
  let count = 0;
  let unassigned = 0;
  const mentions: UnitMention[] = [];
  const lines: number[] = [];
  const groups = reading.groups.map(({ name, text, line, goals }) => {
    lines.push(line);
    const list: Goal[] = [];
    for (const goal of goals) {
      count += 1;
      if (count > MOST_GOALS) continue;
      const id = `G${String(count).padStart(2, '0')}`;
      const at = { file, line: goal.line };
      if (goal.target) unsure.push(...targetDoubts(at, goal.target, year));
      else unsure.push((goal.numbered ? say.goalNumberUnused : say.goalWithoutNumber)(at, goal.text));
      const responsible = responsibleFor(goal.units ?? []);
      if (responsible === NOBODY) unassigned += 1;
      else mentions.push(...(goal.units ?? []).map((name) => ({ name, line: goal.line })));
      if ((goal.units ?? []).length > 1) unsure.push(say.goalOfSeveral(at, goal.name, goal.units ?? []));
      const target = goal.target && { id, ...withoutDoubts(goal.target), responsible };
      list.push({ id, name: goal.name, text: goal.text, target, responsible });
    }
    return { name, text, goals: list };
  });
  if (unassigned > 0) unsure.push(say.goalsUnassigned(file, unassigned));
  if (count > MOST_GOALS) unsure.push(say.tooManyGoals(file, count, MOST_GOALS));
  return { file: { headline: reading.headline, groups }, lines, mentions };
}

function mendedParts(outline: Outline, tracks: readonly DraftTrack[]): (MendedPart & { line: number })[] {
  const numbers = new Map(
    tracks.flatMap(({ track, taskLines }) => track.tasks.map((task, i) => [taskLines[i], task.no] as const)),
  );
  return [
    ...outline.goals.map((g) => ({ ...g, where: '目标' })),
    ...outline.tracks.flatMap((t) => [
      { line: t.line, where: `专项“${t.name}”`, joins: [], mends: t.mends },
      ...t.tasks.map((task) => ({ ...task, where: `任务${numbers.get(task.line) ?? ''}` })),
    ]),
    ...outline.requirements.map((r) => ({ ...r, where: `要求“${r.heading}”` })),
  ];
}

function mendDoubts(file: string, parts: readonly (MendedPart & { line: number })[]): Diagnostic[] {
  return parts.flatMap(({ where, line, joins, mends }) => [
    ...joins.map((join) => say.lineJoined({ file, line: join.line }, where, join.before, join.after)),
    ...mends
      .filter((m) => m.kind === 'and')
      .map((m) => say.andMended({ file, line }, where, m.found, m.mended)),
  ]);
}
