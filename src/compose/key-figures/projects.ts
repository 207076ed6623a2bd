/** The four numbers over a bulletin on key projects: what is done, what has started, who lags, who must act. */
import { againstPace, completion } from '../../base/chinese/wording.ts';
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { fold } from '../texts/fold.ts';
import { moneyInText } from '../texts/project-money.ts';
import { behindPace, placesText } from '../texts/project-text.ts';
import { join, phrase } from '../texts/sentences.ts';

/** Boxes are narrow. */
const MOST_NAMES = 3;

export function projectFigures(projects: ProjectLedger): KeyFiguresBlock['items'] {
  const { summary: s, cities } = projects.all;
  const ended = s.expected.value >= 100;
  const behind = behindPace(cities);
  const stuck = [...new Set([...projects.stalled, ...projects.overdueStarts])];
  return [
    {
      label: rich('累计完成投资').rich,
      value: rich(moneyInText(projects).of(s.invested)).rich,
      detail: s.rate
        ? join(
            [
              phrase(completion(s.rate, '年度计划'), s.rate),
              ...(s.gap && !ended ? [phrase(againstPace(s.gap), s.gap)] : []),
            ],
            '，',
          ).rich
        : rich('没有年度计划投资').rich,
    },
    {
      label: rich('已开工项目').rich,
      value: rich(s.started).rich,
      detail: (s.completed.value > 0
        ? rich('共', s.count, '，其中竣工', s.completed)
        : rich('共', s.count, '，尚无竣工')
      ).rich,
    },
    {
      label: rich(ended ? '未完成计划的地方' : '慢于序时的地方').rich,
      value: rich(count(behind.length, ended ? '没有完成年度计划的地方' : '慢于序时进度的地方', '个')).rich,
      detail:
        behind.length === 0
          ? rich(`${cities.length > 1 ? '各地均' : '已'}${ended ? '完成' : '达到'}`).rich
          : fold(
              behind.map(({ city }) => city),
              MOST_NAMES,
              { unit: '个', noun: '地方', what: '落后的地方' },
            ).rich,
    },
    {
      label: rich('停滞和未按期开工').rich,
      value: rich(count(stuck.length, '停滞或未按期开工的项目', '个')).rich,
      detail:
        stuck.length === 0
          ? (s.unknown.value > 0 ? rich('未报送项目', s.unknown) : rich('没有此类项目')).rich
          : placesText(stuck, MOST_NAMES, '停滞或未按期开工的项目', projects).rich,
    },
  ];
}
