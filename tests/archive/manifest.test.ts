/** What the manifest says of a document, for the archive's metadata. */
import { expect, it } from 'vitest';
import { manifestFile } from '../../src/archive/manifest.ts';
import type { Block, Document } from '../../src/model/document/document.ts';
import { sampleDocument, text } from '../support/sample-document.ts';

const elements = (...blocks: Block[]): Record<string, string> => {
  const [first] = sampleDocument.sections;
  if (!first) throw new Error('the sample has no section');
  const document: Document = { ...sampleDocument, sections: [{ ...first, blocks }] };
  return manifestFile('a.pdf', { bytes: new Uint8Array(), pages: 1 }, document, { draft: false }).elements;
};

const PAPER: Block[] = [
  { kind: 'letterhead', form: 'official', mark: '演示文件', number: '演示〔2022〕1号', issuer: '', date: '' },
  { kind: 'addressee', children: [text('各单位：')] },
  { kind: 'imprint', copies: '演示成员。', issuer: '演示办公室', date: '＿＿年＿＿月＿＿日' },
];

it('names what a 公文 prints, without the punctuation that belongs to the page, and no gaps', () => {
  expect(elements(...PAPER)).toEqual({
    标题: sampleDocument.meta.title,
    发文机关标志: '演示文件',
    发文字号: '演示〔2022〕1号',
    主送机关: '各单位',
    抄送机关: '演示成员',
    印发机关: '演示办公室',
  });
});

it('knows 主送 that stand in the 版记', () => {
  const [imprint] = PAPER.slice(-1).map((block) => ({ ...block, recipients: '甲市人民政府，乙局' }) as Block);
  expect(elements(...(imprint ? [imprint] : []))).toMatchObject({
    主送机关: '甲市人民政府，乙局',
    抄送机关: '演示成员',
  });
});

it('does not take the elements of what is bound in a volume for its own', () => {
  const divider: Block = { kind: 'divider', id: 'd', mark: '会议材料之一', title: '演示' };
  expect(elements(divider, ...PAPER)).toEqual({ 标题: sampleDocument.meta.title });
});
