/** What a clerk can get wrong in a template, and what a unit can type into a return. */
import { describe, expect, it } from 'vitest';
import { markDirectiveLines, markdownToBlocks } from '../../src/compose/engine/markdown.ts';
import { runTemplate } from '../../src/compose/engine/template.ts';
import { createTokenTable } from '../../src/compose/engine/tokens.ts';
import type { View } from '../../src/compose/engine/value.ts';
import { count } from '../../src/compose/figures.ts';
import { LADDER, type Limits, NO_LIMITS } from '../../src/compose/limits.ts';
import type { Block } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';

function run(source: string, view: View, limits: Limits = NO_LIMITS) {
  const tokens = createTokenTable();
  const result = runTemplate('t.md', markDirectiveLines(source), view, tokens, {
    references: new Map(),
    limits,
  });
  const calls: { name: string; line: number }[] = [];
  const diagnostics = [...result.diagnostics];
  const blocks = markdownToBlocks(result.markdown, {
    file: 't.md',
    source,
    tokens,
    diagnostics,
    directive: (call) => {
      calls.push({ name: call.name, line: call.line });
      return [];
    },
  });
  return { blocks, diagnostics, calls };
}

const textOf = (blocks: Block[]): string[] =>
  blocks.map((block) => ('children' in block ? plainText(block.children as never[]) : block.kind));

const HOSTILE = [
  '**x**',
  '| a | b |',
  '<script>alert(1)</script>',
  '{{secret}}',
  '::chart{}',
  '# 一级标题',
  '- 列表',
  '&lt;',
  '[x](http://a)',
  '`code`',
  '\\*',
  '\u{E000}0\u{E001}',
];

describe('submitted text', () => {
  it.each(HOSTILE)('prints %s exactly, wherever it stands', (text) => {
    const { blocks, diagnostics, calls } = run('{{进展}}\n\n前{{进展}}后\n\n**{{进展}}**', { 进展: text });
    expect(diagnostics).toEqual([]);
    expect(calls).toEqual([]);
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(textOf(blocks)).toEqual([text, `前${text}后`, text]);
  });

  it('keeps the line breaks of a cell and nothing else', () => {
    const { blocks } = run('{{进展}}', { 进展: '一\n\n# 二' });
    expect(textOf(blocks)).toEqual(['一\n\n# 二']);
  });
});

describe('a template', () => {
  const view: View = {
    任务: { 总数: count(97, '全部任务'), 已完成: count(10, '已完成') },
    名单: ['甲', '乙'],
  };

  it('prints figures with unit and identity', () => {
    const { blocks } = run('共{{任务.总数}}任务', view);
    expect(blocks[0]).toMatchObject({
      children: [{ text: '共' }, { kind: 'figure', text: '97项', figure: { value: 97 } }, { text: '任务' }],
    });
  });

  it('names every unknown datum with line, column and the nearest name, in one run', () => {
    const { diagnostics } = run('一\n共{{任务.总书}}\n\n{{#each 名但}}x{{/each}}', view);
    expect(diagnostics.map((d) => [d.code, d.at?.line, d.at?.column, d.hints[0]])).toEqual([
      ['unknownName', 2, 4, '是不是想写“总数”？'],
      ['unknownName', 4, 9, '是不是想写“名单”？'],
    ]);
  });

  it('looks up @root names inside a list, and misses them too', () => {
    const { blocks, diagnostics } = run(
      '{{#each 名单}}{{@root.任务.总数}}{{@root.任务.总书}}{{/each}}',
      view,
    );
    expect(textOf(blocks)[0]).toContain('97项');
    expect(diagnostics[0]?.hints[0]).toBe('是不是想写“总数”？');
  });

  it.each([
    ['{{列具 名单}}', 'unknownHelper'],
    ['{{#eech 名单}}x{{/eech}}', 'unknownHelper'],
    ['{{> 局部}}', 'unknownHelper'],
    ['{{任务}}', 'notPrintable'],
    ['{{列举 任务}}', 'helperMisuse'],
    ['{{#if 名单}}', 'templateSyntax'],
  ])('refuses %s', (source, code) => {
    expect(run(source, view).diagnostics.map((d) => d.code)).toEqual([code]);
  });

  it.each([
    ['一\n{{#if 名单}}二{{/each}}', '这里的 {{#if}} 以 {{/each}} 结束，应为 {{/if}}', 2],
    ['一\n{{#if 名单}}二', '到末尾还有 {{#if}}、{{#each}} 没有结束', 2],
    ['一\n\n{{/if}}', '多出一个 {{/…}}', 3],
    ['{{任务', '{{ 后面有不能识别的字符', 1],
    ['{{}}', '}} 前面缺少名称', 1],
  ])('says of %j in Chinese what was expected, and where', (source, fault, line) => {
    const [problem] = run(source, view).diagnostics;
    expect(problem?.message).toContain(`模板语法有误：${fault}`);
    expect(problem?.message).not.toMatch(/Error|Expecting/);
    expect(problem?.at?.line).toBe(line);
  });

  it.each(['<div>x</div>', '> 引用', '    代码', '---', '文字 <b>x</b>', '![图](a.png)'])(
    'refuses Markdown %s',
    (source) => {
      expect(run(source, view).diagnostics[0]?.code).toBe('unsupportedMarkdown');
    },
  );

  it.each([
    ['一\n\n共｛｛名单｝｝', 3, ['｛｛', '｝｝']],
    ['一\n共{名称}}个', 2, ['}}']],
    ['{{#each 名单}}\n{{this}}\n{{/each}}\n二{｛名称}}', 4, ['{｛', '}}']],
  ])('does not print the braces of %j', (source, line, braces) => {
    const { diagnostics } = run(source, view);
    expect(diagnostics.map((d) => [d.code, d.at?.line])).toEqual(braces.map(() => ['looseBraces', line]));
    expect(diagnostics.map((d) => d.message)).toEqual(braces.map((one) => `“${one}”会照原样印在文稿里。`));
  });

  it.each([
    ['{{#each 名单}}\n{{this}}\n\n{{/each}}\n> 引用\n', 5, '引用块'],
    ['{{#each 名单}}\n文字{{this}}，见![图](a.png)\n\n{{/each}}', 2, '图片'],
    ['一\n\n~~二~~、`三`', 3, '删除线'],
    ['一[^1]\n\n[^1]: 注', 1, '脚注'],
    ['{{#each 名单}}\n{{this}}\n\n{{/each}}\n::table{name="x', 5, '没有写完整的 :: 指令'],
    ['一\n::table[表{name=x}', 2, '没有写完整的 :: 指令'],
    ['一\n\n:::\n', 3, '没有写完整的 :: 指令'],
  ])('tells of what it refuses in %j its line and what it is', (source, line, what) => {
    const [first] = run(source, view).diagnostics;
    expect(first).toMatchObject({ code: 'unsupportedMarkdown', at: { file: 't.md', line } });
    expect(first?.message).toContain(`模板中的${what}`);
    expect(first?.message).not.toMatch(/[a-z]{6}/);
  });

  it('knows the line of a directive though lines move', () => {
    const { calls } = run('{{#each 名单}}\n{{this}}\n\n{{/each}}\n::table{name=x}\n\n时间:abc', view);
    expect(calls).toEqual([{ name: 'table', line: 5 }]);
  });

  it('joins lines of Chinese without a space and keeps bold beside quotation marks', () => {
    const { blocks } = run('第一行\n第二行**“词”**已', view);
    expect(blocks[0]).toMatchObject({
      children: [{ text: '第一行第二行' }, { kind: 'strong', children: [{ text: '“词”' }] }, { text: '已' }],
    });
  });
});

describe('a sheet that must be one page', () => {
  const limits: Limits = { items: 3, second: 2, minor: 1, characters: 12, smaller: 0 };
  const view: View = { 名单: ['甲', '乙', '丙', '丁'], 文: '先做完第一件事。再做第二件事。' };
  const listed = (weight: string) =>
    `{{#each (取 名单${weight})}}{{this}}{{/each}}，{{略 名单 "项"${weight}}}，{{短 文}}`;

  it.each([
    ['', '甲乙丙，另有1项，先做完第一件事。……'],
    [' "其次"', '甲乙，另有2项，先做完第一件事。……'],
    [' "次要"', '甲，另有3项，先做完第一件事。……'],
  ])('shortens lists that matter less first: 取 名单%s', (weight, said) => {
    expect(textOf(run(listed(weight), view, limits).blocks)).toEqual([said]);
    expect(textOf(run(listed(weight), view).blocks)).toEqual(['甲乙丙丁，，先做完第一件事。再做第二件事。']);
  });

  it('knows no other weights', () => {
    expect(run(listed(' "随便"'), view, limits).diagnostics.map(({ code }) => code)).toContain(
      'helperMisuse',
    );
  });

  it('never grows from one step to the next, as the first that fits is found by halving', () => {
    for (const [i, step] of LADDER.entries()) {
      const before = LADDER[i - 1];
      if (!before) continue;
      for (const key of ['items', 'second', 'minor', 'characters'] as const)
        expect(step[key]).toBeLessThanOrEqual(before[key]);
      expect(step.smaller).toBeGreaterThanOrEqual(before.smaller);
      expect(step).not.toEqual(before);
    }
  });
});

describe('counts', () => {
  const n = (value: number) => count(value, '任务');
  const view = { 总: n(3), 无: n(0), 一: n(1), 二: n(2), 全: n(3) };
  const printed = (source: string, from: View = view, annexes: string[] = []): string => {
    const tokens = createTokenTable();
    const run = runTemplate('t.md', source, from, tokens, {
      references: new Map(),
      limits: NO_LIMITS,
      annexes,
    });
    expect(run.diagnostics).toEqual([]);
    return plainText(tokens.inlines(run.markdown));
  };

  it.each([
    ['{{若有 二 "滞后" "没有滞后的"}}', '2项滞后'],
    ['{{若有 无 "滞后" "没有滞后的"}}', '没有滞后的'],
    ['{{分述 总 二 "完成" 一 "未完成"}}', '2项完成，1项未完成'],
    ['{{分述 总 "完成" 二 "未完成" 一}}', '完成2项，未完成1项'],
    ['{{分述 总 全 "完成" 无 "未完成"}}', '均完成'],
    ['{{分述 总 无 "完成" 二 "未完成"}}', '2项未完成'],
    ['{{分述 一 一 "完成" 无 "未完成"}}', '完成'],
    ['{{#if (全 全 总)}}是{{else}}否{{/if}}{{#if (全 无 无)}}是{{else}}否{{/if}}', '是否'],
  ])('%s → %s', (source, text) => expect(printed(source)).toBe(text));

  it('annexes are called by the numbers that they have this time', () => {
    const source = '{{附件 "编制说明"}}';
    expect(printed(source, view, ['项目表', '编制说明'])).toBe('附件2');
    expect(printed(source, view, ['编制说明'])).toBe('附件');
    const wrong = run('{{附件 "编制说名"}}', view);
    expect(wrong.diagnostics).toMatchObject([{ code: 'helperMisuse' }]);
  });
});
