/** What the charts of a year show in a word, for their titles: which track is last, who has most left, where the money went. */
import { groupBy } from '../../base/group.ts';
import type { CityRecord } from '../../model/ledger/city-ledger.ts';
import type { Ledger, TaskRecord, TrackRecord } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { meanScore } from '../charts/city-profile.ts';
import { rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { scoreOf } from '../texts/city-standing.ts';
import { isLagging } from '../texts/lagging.ts';
import { join } from '../texts/sentences.ts';
import { targetText } from '../texts/target-text.ts';

/** Names that a title has room for; equal ones beyond are not named. */
const MOST_NAMED = 2;

/** 专项比较: how many tracks have all their tasks done, and which has the smallest share done. */
export function tracksCompared({ tracks }: Ledger): View {
  const rate = ({ counts, tasks }: TrackRecord): number => counts.done / tasks.length;
  const least = Math.min(...tracks.map(rate));
  const last = tracks.filter((record) => rate(record) === least);
  const complete = tracks.filter(({ counts, tasks }) => counts.done === tasks.length);
  return {
    全部完成数: count(complete.length, '任务全部完成的重点专项', '个'),
    均完成: complete.length === tracks.length,
    最低: least < 1 && last.length <= MOST_NAMED ? last.map(({ track }) => track.shortName).join('、') : '',
  };
}

/** 未完成单位: how many units have tasks left, and which has most. */
export function unitsLeft({ byUnit }: Ledger): View {
  const units = byUnit
    .map(({ unit, tasks }) => ({ name: unit.name, n: tasks.filter(isLagging).length }))
    .filter(({ n }) => n > 0);
  const most = Math.max(0, ...units.map(({ n }) => n));
  const first = units.filter(({ n }) => n === most);
  return {
    个数: count(units.length, '有未完成任务的单位', '个'),
    最多:
      units.length > first.length && first.length <= MOST_NAMED
        ? first.map(({ name }) => name).join('、')
        : '',
  };
}

/** The field into which most of one kind's investment went; '' where nothing was invested. */
export function topField({ projects }: ProjectLedger, kind: string | null): string {
  const own = projects.filter(({ project }) => project.kind === kind);
  const sums = [...groupBy(own, ({ project }) => project.category)].map(([name, records]) => ({
    name,
    sum: records.reduce((all, { invested }) => all + (invested?.value ?? 0), 0),
  }));
  const most = Math.max(0, ...sums.map(({ sum }) => sum));
  return most > 0 ? (sums.find(({ sum }) => sum === most)?.name ?? '') : '';
}

/** In how many of its indicators a place has more than the mean of all places. */
export function aboveMean(record: CityRecord, all: readonly CityRecord[]): View {
  const scored = record.indicators.flatMap((one, i) => {
    const score = scoreOf(record, one);
    const mean = meanScore(all, i);
    return score && mean ? [score.value > mean.value] : [];
  });
  return {
    计分项数: count(scored.length, `${record.city.name}计分的指标`),
    高于平均数: count(scored.filter(Boolean).length, `${record.city.name}得分高于各地平均的指标`),
  };
}

/** 任务 of a track: what each is called and what the plan has promised of it in numbers. */
export const aimsOf = (tasks: readonly TaskRecord[]): View[] =>
  tasks.map(
    ({ task, targets }): View => ({
      简要: task.brief,
      目标:
        targets.length > 0
          ? join(
              targets.map((one) => rich(one.target.name, targetText(one))),
              '，',
            )
          : null,
    }),
  );
