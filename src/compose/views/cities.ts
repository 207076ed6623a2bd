/** 地市: the cities' ranking, indicators and duties at a quarter's end. */
import { clause } from '../../base/chinese/clause.ts';
import { subtract } from '../../base/decimal.ts';
import { groupBy } from '../../base/group.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { CityLedger, CityRecord, DutyRecord, IndicatorRecord } from '../../model/ledger/city-ledger.ts';
import { isLaggingStatus, STATUS_FACES } from '../../model/status.ts';
import { ends, movementText, rankPhrase, sharedRanks } from '../choice/ranking.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { annexes } from '../texts/annexes.ts';
import { isFolded, strongest, weakest, weightFigure, weightsFigures } from '../texts/city-standing.ts';
import { dutyName, evidenceGap, lateDuties, noneLate, stageOf } from '../texts/duty-text.ts';
import { countPlaces, fold, foldQuoted } from '../texts/fold.ts';
import { join } from '../texts/sentences.ts';
import { acknowledgementText } from './method.ts';
import { movedPlaces } from './moved-places.ts';

const MOST_NAMES = 6;

/** What ledger/cities/score.ts does, so that a reader can work it out himself. */
const ROUNDING = '完成率保留一位小数后比较、排名和计分，单项得分保留两位小数后加权。';

export function citiesView(ledger: CityLedger): View {
  const { cities, ranking, region } = ledger;
  const { places } = region;
  const [weighed, left] = weightsFigures(cities[0]?.indicators ?? []);
  const duties = cities.flatMap((record) => record.duties).length;
  const ranked = cities.filter(({ rank }) => rank.rank !== null);
  const missing = cities.filter(({ receivedAt }) => receivedAt === null).map(({ city }) => city.name);
  const received = cities.filter(({ receivedAt }) => receivedAt !== null).map(({ city }) => city.name);
  const late = cities.filter((record) => record.late).map(({ city }) => city.name);
  return {
    总数: count(cities.length, places, '个'),
    总计: countPlaces(
      cities.map(({ city }) => city.name),
      places,
      region,
    ),
    有报送: missing.length < cities.length,
    有反映: cities.some(({ problem, next }) => problem ?? next),
    参评数: count(ranked.length, `参加排名的${places}`, '个'),
    有排名: ranked.length > 0,
    // For a label, whose last case is the one that lists of papers show.
    无排名: ranked.length === 0,
    ...standings(cities),
    指标数: count(cities[0]?.indicators.length ?? 0, '可比指标', '项'),
    指标: indicatorsOf(cities),
    ...dutiesOf(ledger, places),
    未报: missing,
    // The papers that speak of all of them say so where none has.
    部分未报: missing.length > 0 && missing.length < cities.length,
    独报: ranked.length === 0 && received.length === 1 ? (received[0] ?? null) : null,
    未报数: count(missing.length, `未报送季报的${places}`, '个'),
    迟报: late,
    迟报数: count(late.length, `迟报的${places}`, '个'),
    均未按时: missing.length + late.length === cities.length,
    缺报: cities
      .filter(({ receivedAt }) => receivedAt !== null)
      .flatMap((record) => {
        const lacking = record.indicators.filter(({ value, applies }) => applies && !value);
        const names = lacking.map(({ indicator }) => indicator.name);
        return names.length > 0
          ? [{ 名称: record.city.name, 指标: quoted(names, `${record.city.name}缺报的指标`) }]
          : [];
      }),
    ...findingsOf(ledger),
    附件: annexes({ 指标: 1, 得分: ranked.length, 事项: duties, 规则: 1 }),
    无项目: cities.filter(isFolded).map(({ city }) => city.name),
    规则: [...ranking.explanation, ROUNDING],
    权重合计: weighed,
    缺权重: left,
    权重: join(
      (cities[0]?.indicators ?? []).map(({ indicator }) => rich(indicator.name, weightFigure(indicator))),
      '；',
    ),
  };
}

/** Numbers called into question, with what the office has noted of it; what the places explained themselves is none of them. */
function findingsOf({ findings }: CityLedger): View {
  const asked = findings.filter(({ effect }) => effect === 'verify');
  const open = asked.filter(({ acknowledgement }) => acknowledgement?.outcome !== '确认属实');
  return {
    核对: asked.map((finding) => ({
      内容: clause(finding.message),
      说明: acknowledgementText(finding),
    })),
    核对数: count(open.length, '季报中存疑的数', '个'),
    核减: findings
      .filter(({ effect }) => effect === 'notice')
      .map(({ message }) => ({ 内容: clause(message) })),
  };
}

const quoted = (names: readonly string[], what: string): Rich =>
  foldQuoted(names, 4, { unit: '项', noun: '', what });

function standings(cities: readonly CityRecord[]): View {
  const shared = sharedRanks(cities.map(({ rank }) => rank));
  const item = (record: CityRecord): View => {
    const weak = weakest(record, cities, 2);
    return {
      名称: record.city.name,
      得分: record.composite,
      名次: rankPhrase({ rank: record.rank, by: record.composite }, shared),
      变化: movementText(record.rank),
      强项: quoted(strongest(record, 1), `${record.city.name}居首位的指标`),
      弱项: quoted(weak, `${record.city.name}居后两位的指标`),
      有强项: strongest(record, 1).length > 0,
      有弱项: weak.length > 0,
      弱项不全: weak.length < weakest(record, cities, 2, { met: true }).length,
    };
  };
  const { first, last } = ends(cities, ({ rank }) => rank);
  const moved = (sign: number): CityRecord[] =>
    cities
      .filter(({ rank }) => Math.sign(rank.moved ?? 0) === sign)
      .sort((a, b) => Math.abs(b.rank.moved ?? 0) - Math.abs(a.rank.moved ?? 0));
  const named = (list: readonly CityRecord[], what: string): Rich =>
    movedPlaces(
      list.map(({ city, rank }) => ({ name: city.name, rank })),
      MOST_NAMES,
      { unit: '个', noun: '地方', what },
    );
  const ties = [...groupBy(cities, ({ rank }) => rank.rank)].filter(
    ([rank, list]) => rank !== null && list.length > 1,
  );
  const top = first[0]?.composite ?? null;
  const bottom = last.at(-1)?.composite ?? null;
  return {
    前列: first.map(item),
    后列: last.map(item),
    分差: top && bottom ? spread(top, bottom, '分') : null,
    有名次变化: cities.some(({ rank }) => rank.moved !== null),
    上升: moved(1).length > 0 ? named(moved(1), '综合名次上升的地方') : '',
    下降: moved(-1).length > 0 ? named(moved(-1), '综合名次下降的地方') : '',
    不可比: cities
      .filter(({ rank }) => rank.rank !== null && rank.previousRank === null)
      .map(({ city }) => city.name),
    并列: ties.map(
      ([, list]): View => ({
        名单: list.map(({ city }) => city.name).join('、'),
        名次: rankPhrase({ rank: (list[0] as CityRecord).rank, by: list[0]?.composite ?? null }, shared),
      }),
    ),
  };
}

/** Best and weakest of each indicator, with what lies between them. */
function indicatorsOf(cities: readonly CityRecord[]): View[] {
  const indicators = cities[0]?.indicators ?? [];
  return indicators.map(({ indicator }, i) => {
    const rows = cities
      .map((record) => ({ name: record.city.name, record: record.indicators[i] as IndicatorRecord }))
      .filter(({ record }) => record.compared !== null)
      .sort((a, b) => (b.record.compared?.value ?? 0) - (a.record.compared?.value ?? 0));
    const best = rows[0]?.record.compared ?? null;
    const last = rows.at(-1)?.record.compared ?? null;
    const with_ = (value: Figure | null) =>
      rows.filter(({ record }) => record.compared?.value === value?.value).map(({ name }) => name);
    const names = (value: Figure | null): Rich =>
      fold(with_(value), 3, { unit: '个', noun: '地方', what: `${indicator.name}相同的地方` });
    return {
      名称: indicator.name,
      口径: indicator.basis === 'completion' ? '完成年度目标的' : '为',
      有数: rows.length > 0,
      有比较: best !== null && last !== null && best.value !== last.value,
      最高地: names(best),
      最高: best,
      最低地: names(last),
      最低: last,
      最低为零: indicator.basis === 'completion' && last?.value === 0,
      相差: best && last ? spread(best, last, best.unit === '%' ? '百分点' : best.unit) : null,
      缺报: cities
        .filter(({ indicators: own, receivedAt }) => {
          const { applies, compared } = own[i] as IndicatorRecord;
          return receivedAt !== null && applies && !compared;
        })
        .map(({ city }) => city.name),
    };
  });
}

/** Of two printed figures, so that a reader can check it. */
function spread(high: Figure, low: Figure, unit: string): Figure {
  return {
    value: subtract(high.value, low.value),
    unit,
    decimals: Math.max(high.decimals, low.decimals),
    qualifier: '',
    provenance: { kind: 'derived', rule: '差距 = 最高 − 最低', from: [high, low] },
  };
}

function dutiesOf({ cities, period }: CityLedger, places: string): View {
  const all = cities.flatMap((record) => record.duties.map((duty) => ({ city: record.city.name, duty })));
  const of = (test: (duty: DutyRecord) => boolean) => all.filter(({ duty }) => test(duty));
  const done = of(({ status }) => status === 'done');
  const lagging = of(({ status }) => isLaggingStatus(status));
  const lagWord = lateDuties(cities, period);
  const silent = of(({ status }) => status === 'notReported');
  const none = noneLate(silent.length, period);
  const doubtful = of((duty) => evidenceGap(duty) !== '');
  const fine = all.length - done.length - lagging.length - silent.length;
  const counted = (list: readonly unknown[], what: string): Figure => count(list.length, what);
  /** 已办结12项，滞后5项（甲市、乙市），未报送2项; what there is none of is said in words. */
  const standing = ({ fineToo = false, where = '' } = {}): Rich => {
    if (done.length === all.length) return rich(`${all.length > 1 ? '均' : ''}已办结`);
    const parts = [
      done.length > 0 ? rich('已办结', counted(done, '已办结的事项')) : rich('尚无办结的'),
      ...(fineToo && fine > 0 ? [rich('达到序时进度或超前', count(fine, '达到序时进度或超前的事项'))] : []),
      lagging.length > 0 ? rich(lagWord, counted(lagging, `${lagWord}的事项`), where) : rich(none),
      ...(silent.length > 0 ? [rich('未报送', counted(silent, '未报送的事项'))] : []),
    ];
    return rich(fineToo ? '中，' : '', join(parts, '，'));
  };
  const lagCities = [...new Set(lagging.map(({ city }) => city))];
  return {
    职责情况: standing(),
    职责情况和地方: standing({ where: `（${lagCities.join('、')}）` }),
    职责分述: standing({ fineToo: true }),
    职责数: counted(all, `计划第三部分明确由${places}办理的事项`),
    职责办结数: counted(done, '已办结的事项'),
    职责滞后数: counted(lagging, `${lagWord}的事项`),
    职责滞后所指: lagWord,
    职责无滞后: none,
    职责未报数: counted(silent, '未报送的事项'),
    职责滞后: lagging.map(
      ({ city, duty }): View => ({
        名称: city,
        事项: dutyName(duty),
        状态: STATUS_FACES[duty.status].word,
        情况: `应到“${stageOf(duty, 'expected') ?? ''}”阶段，${stageOf(duty, 'reached') === '未启动' ? '尚未启动' : `实到“${stageOf(duty, 'reached') ?? '—'}”阶段`}`,
        原因: duty.problem?.value ?? '',
      }),
    ),
    职责未报: silent.map(({ city, duty }): View => ({ 名称: city, 事项: dutyName(duty) })),
    职责滞后地: lagCities,
    职责存疑: doubtful.map(
      ({ city, duty }): View => ({
        名称: city,
        事项: dutyName(duty),
        情况: evidenceGap(duty),
      }),
    ),
  };
}
