/** Who attends, with room for names; and the receipt that a unit fills in. */
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Person } from '../../model/meeting.ts';
import { attendeesOf, cityAddressees } from '../meeting/attendees.ts';
import {
  type CellValue,
  cell,
  columns,
  headCell,
  NUMBER_MM,
  simpleTable,
  type TableContent,
} from './cells.ts';

const BY_HAND = '';
const NOBODY: Person = { name: BY_HAND, post: BY_HAND };
/** Room on the receipt: the person, and who comes along. */
const RECEIPT_LINES = 3;

export function attendees(ledger: Ledger): TableContent {
  const { leaders, leads, cooperating, others, cities, observers, places } = attendeesOf(ledger);
  const { chair } = ledger.meeting;
  // Some of them may sit with the units of the plan.
  const { place, places: allPlaces } = ledger.region;
  const addressed = cityAddressees(
    cities,
    place,
    places.map(({ city }) => city),
  );
  const placesSeated = places.length === 0 || addressed.length > 1 ? allPlaces : place;
  const beside = addressed.some((one) => one.startsWith('其他')) ? '其他' : '';
  let no = 0;
  const row = (unit: string, { name, post } = NOBODY, remark = BY_HAND): CellValue[] => [
    String(++no),
    unit,
    name,
    post,
    remark,
  ];
  // Groups that nobody sits in have no number, so that none is missing between two others.
  let groupNo = 0;
  const group = (label: string, rows: CellValue[][]) =>
    rows.length === 0
      ? []
      : [
          [{ ...cell(`${toChineseNumeral(++groupNo)}、${label}`), colSpan: 5, header: true }],
          ...rows.map((cells) => cells.map(cell)),
        ];
  return {
    unitNote: '',
    columns: columns([NUMBER_MM, 'centre'], [49.6, 'left'], [26, 'left'], [46, 'left'], [24, 'left']),
    head: [['序号', '单位', '姓名', '职务', '备注'].map(headCell)],
    body: [
      ...group(
        '领导小组',
        leaders.map((person) => row(unitOf(person), person, person === chair ? '会议主持人' : BY_HAND)),
      ),
      ...group(
        '专项牵头单位',
        leads.map((unit) => row(unit)),
      ),
      ...group(
        '专项配合单位',
        cooperating.map((unit) => row(unit)),
      ),
      ...group(
        '其他有关单位',
        others.map((unit) => row(unit)),
      ),
      ...group(
        beside + placesSeated,
        cities.map((city) => row(city.name)),
      ),
      ...group(
        '列席单位',
        observers.map((unit) => row(unit)),
      ),
    ],
    notes: [],
    density: 'normal',
  };
}

/** 领导小组办公室负责同志 belong to the office. */
const unitOf = ({ post }: Person): string =>
  post.startsWith('领导小组办公室') ? '领导小组办公室' : '领导小组';

export function receipt(): TableContent {
  return simpleTable(
    ['单位', '姓名', '职务', '联系电话', '备注'],
    columns([40, 'left'], [26, 'left'], [40, 'left'], [30, 'left'], [20, 'left']),
    Array.from({ length: RECEIPT_LINES }, (): CellValue[] => ['　', '　', '　', '　', '　']),
  );
}
