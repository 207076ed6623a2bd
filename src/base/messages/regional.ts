/** Messages on sending forms to the cities and collecting them. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

export const noRegionalData = (year: number, what: 'projects' | 'cities'): Diagnostic =>
  diagnostic(
    'noRegionalData',
    'error',
    what === 'projects' ? `${year}年没有重点项目库。` : `${year}年没有各地（设区市、县、乡镇）名单。`,
    { file: `data/${year}/${what}` },
    what === 'projects'
      ? '在该文件夹中建立 projects.csv（每年另建，不结转），格式参照程序目录中的 data/2022/projects；没有 rules.yaml 的也要建立。'
      : '在该文件夹中建立 cities.yaml 和 indicators.yaml，格式参照程序目录中的 data/2022/cities。',
  );

export const regionUnknown = (file: string): Diagnostic =>
  diagnostic(
    'regionUnknown',
    'warning',
    '从地名和单位名称中看不出本地区是省、市、县还是区，文稿中“全省”“全县”一类的话没有写。',
    { file },
    '在 office.yaml 中写 region，如 region: { whole: 全县, places: 乡镇（街道）, place: 乡镇（街道）, counted: 乡镇（街道） }。',
  );

export const unreadableFile = (file: string): Diagnostic =>
  diagnostic('unreadableFile', 'error', '读不到这个文件。', { file });

const FORMS = {
  unit: { name: '单位的季度填报表', when: '季度，如 diaodu collect 2022Q3' },
  city: { name: '各地的季报表', when: '季度，如 diaodu collect 2022Q3' },
  project: { name: '重点项目月报表', when: '月份，如 diaodu collect 2022-08' },
};

export const otherForm = (file: string, kind: keyof typeof FORMS): Diagnostic =>
  diagnostic(
    'otherForm',
    'error',
    `这是${FORMS[kind].name}，不归本次收取，未收。`,
    { file },
    `收这种表，期次写${FORMS[kind].when}。`,
  );
