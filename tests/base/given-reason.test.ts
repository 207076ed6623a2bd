import { expect, it } from 'vitest';
import { reasonIn } from '../../src/base/chinese/given-reason.ts';

it.each([
  ['印发清单。受芯片供应偏紧影响，低于全年目标。', '受芯片供应偏紧影响，低于全年目标'],
  ['开工12个；因平台总体方案尚未批复，方案编制没有开始', '因平台总体方案尚未批复，方案编制没有开始'],
  ['流量占比提升较慢，主要原因是存量路由器未开启IPv6功能。', '主要原因是存量路由器未开启IPv6功能'],
  ['由于资金没有到位，招标推迟。', '由于资金没有到位，招标推迟'],
  ['方案已报送、因专家评审延期，未印发。', '因专家评审延期，未印发'],
])('finds the part of a sentence that gives a reason: %s', (progress, reason) => {
  expect(reasonIn(progress)).toBe(reason);
});

it.each(['各地因地制宜推进，举办3场。', '活动影响力提升，受到企业欢迎。', '完成立项，因此全面启动。', ''])(
  'takes nothing else for one: %s',
  (progress) => {
    expect(reasonIn(progress)).toBeNull();
  },
);
