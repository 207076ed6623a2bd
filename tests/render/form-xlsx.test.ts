/** The return form as a file that Excel and WPS open without repair: judged by the Open XML SDK's validator. */
import { expect, it } from 'vitest';
import { BLANK_OFFICE } from '../../src/model/office.ts';
import type { FormContent, FormTarget } from '../../src/model/returns/form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { hasValidator, validate } from '../support/validator.ts';

const target = (id: string): FormTarget => ({
  id,
  name: '指标 & <名称>',
  goal: '30个以上',
  unit: '个',
  signed: false,
  yesNo: false,
  previous: '约12个',
  value: '１８个',
  source: '',
});
const texts = { previousProgress: '上季度。', progress: '{{x}} =1+1\n第二行', next: '' };
const content: FormContent = {
  title: '进展情况填报表',
  unit: '省科技厅',
  period: '2022Q3',
  periodName: '2022年三季度',
  due: '2022-10-10',
  receivedAt: '2022-10-08',
  demo: true,
  plan: '0123456789ab',
  contact: BLANK_OFFICE.contact,
  cooperation: [],
  assessments: ['已完成', '滞后'],
  tasks: [
    {
      ...texts,
      no: 1,
      text: '任务一',
      targets: [target('T001-1'), target('T001-2')],
      stages: [],
      stage: '',
      evidence: '',
      selfAssessment: '滞后',
      problems: '=HYPERLINK("x")',
      coordination: '一\n二',
      partners: '甲\n乙、丙',
    },
    {
      ...texts,
      no: 2,
      text: '任务二',
      targets: [],
      stages: ['未启动', '起草', '印发'],
      stage: '起草',
      evidence: '',
      selfAssessment: '',
      problems: '',
      coordination: '',
      partners: '',
    },
  ],
  goals: [
    { ...texts, id: 'G01', text: '目标', problems: '', coordination: '三', partners: '', target: null },
  ],
};

it.runIf(hasValidator).each<[string, FormContent]>([
  ['filled in', content],
  ['empty', { ...content, due: '', tasks: [], goals: [] }],
])('is valid Open XML, %s', async (_, form) => {
  expect(await validate(await writeForm(form), 'xlsx')).toEqual([]);
});
