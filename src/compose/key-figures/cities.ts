/** The four boxes over the bulletin on the cities: who leads, who is last, duties done, duties that lag. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { lateDuties, noneLate } from '../texts/duty-text.ts';

export function cityFigures({ cities: ledger, period }: Ledger): KeyFiguresBlock['items'] {
  const cities = ledger?.cities ?? [];
  const received = cities.filter(({ receivedAt }) => receivedAt !== null);
  const ranked = cities.flatMap(({ rank, composite, city }) =>
    rank.rank !== null && composite ? [{ rank: rank.rank, composite, name: city.name }] : [],
  );
  const last = Math.max(...ranked.map(({ rank }) => rank));
  // All share the first place: nobody is in front, and nobody behind.
  const alike = ranked.length > 1 && last === 1;
  const place = (rank: number) => (alike ? [] : ranked.filter((one) => one.rank === rank));
  const unranked = alike ? '各地得分相同' : received.length > 0 ? '没有排名' : '没有报送';
  const box = (label: string, list: typeof ranked): KeyFiguresBlock['items'][number] => ({
    label: rich(label).rich,
    value: rich(list.map(({ name }) => name).join('、') || '—').rich,
    detail: rich(...(list[0] ? ['综合得分', list[0].composite] : [unranked])).rich,
  });
  const duties = cities.flatMap((record) => record.duties);
  const done = duties.filter(({ status }) => status === 'done').length;
  const lagging = duties.filter(({ status }) => isLaggingStatus(status)).length;
  const late = lateDuties(cities, period);
  const silent = duties.filter(({ status }) => status === 'notReported').length;
  return [
    box('综合排名第一', place(1)),
    box('综合排名末位', ranked.length > 1 ? place(last) : []),
    // A plan that asks nothing of the cities has nothing to be done.
    ...(duties.length === 0
      ? []
      : [
          {
            label: rich('计划明确事项办结').rich,
            value: rich(count(done, '已办结的事项')).rich,
            detail: rich(
              '共',
              count(duties.length, '全部事项'),
              ...(lagging > 0
                ? [`，${late}`, count(lagging, `${late}的事项`)]
                : [`，${noneLate(silent, period)}`]),
              ...(silent > 0 ? ['，未报', count(silent, '未报送的事项')] : []),
            ).rich,
          },
        ]),
    {
      label: rich('报送季报').rich,
      value: rich(count(received.length, '已报送季报的地方', '个')).rich,
      detail: rich(
        '应报',
        count(cities.length, '应报送季报的地方', '个'),
        ...reported('，未报', cities.length - received.length),
        ...reported('，迟报', received.filter(({ late }) => late).length),
      ).rich,
    },
  ];
}

/** How many there were that did not as they should; nothing for none. */
const reported = (word: string, n: number): Parameters<typeof rich> =>
  n > 0 ? [word, count(n, `${word.slice(1)}的地方`, '个')] : [];
