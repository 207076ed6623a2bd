/** Whatever stands in a template or a return, the lint answers, and in time that grows with the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintDocument, lintTemplate } from '../../src/lint/lint.ts';
import { type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { settings } from './settings.ts';

const MARKS = [
  ...'“”‘’（）《》〔〕，。；：、！？…—～-.,;:()[]{}#*|"\'` \n\t%〇＿×省工信厅其中一是二是第表图1230年月日万亿率占比提高的的and',
];
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('{{', '}}', '{{#if x}}', '{{/if}}', '{{!--', '::', ':::note', '[', ']', '省'),
  }),
);

const documentOf = (text: string): Document => ({
  name: '文稿',
  form: 'report',
  style: 'official',
  meta: {
    title: '文稿',
    author: '',
    subject: '',
    keywords: [],
    date: '2022-09-30',
    language: 'zh-CN',
    pageMark: '',
  },
  sections: [
    {
      ...PLAIN_SECTION,
      blocks: [
        { kind: 'title', lines: [text], subtitle: [], marks: [text] },
        { kind: 'addressee', children: [{ kind: 'text', text }] },
        {
          kind: 'paragraph',
          style: 'body',
          children: [{ kind: 'strong', children: [{ kind: 'text', text }] }],
        },
        { kind: 'signature', issuer: text, date: text, sealed: false },
      ],
    },
  ],
});

describe('the lint', () => {
  it('never crashes, and places what it finds within the file', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const path of ['text.md', 'document.yaml'])
          for (const { at } of lintTemplate(path, text, settings)) {
            const line = text.split('\n')[(at?.line ?? 0) - 1];
            expect(line).toBeDefined();
            expect(at?.column).toBeGreaterThan(0);
            expect(at?.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
          }
        lintDocument(documentOf(text), settings);
      }),
      { numRuns: 300 },
    );
  });

  const pieces = [
    '各单位要抓好97项任务，其中3项滞后；',
    '（',
    '“',
    '12345',
    '其中1家',
    '{{',
    '一是',
    '率提高',
    ' 省 ',
    '通过',
    '...',
    '\n',
    '|',
    '* ',
    '的',
  ];
  // Under a second on an idle machine; anything that looks at every pair of places would take hours.
  it.each(pieces)(
    'answers on a million characters of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      lintTemplate('text.md', text, settings);
      lintDocument(documentOf(text), settings);
      expect(performance.now() - start).toBeLessThan(50_000);
    },
    60_000,
  );
});
