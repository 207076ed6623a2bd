import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertUnit } from '../../src/base/chinese/convert-unit.ts';
import { formatQuantity } from '../../src/base/chinese/format.ts';
import { splitUnit } from '../../src/base/chinese/magnitude.ts';
import { parseQuantity, type Quantity, readQuantity } from '../../src/base/chinese/quantity.ts';
import { mixesPersons, sameCount } from '../../src/base/chinese/units.ts';
import { decimalsOf } from '../../src/base/decimal.ts';

const q = (value: number, unit = '', decimals = 0, qualifier: Quantity['qualifier'] = ''): Quantity => ({
  value,
  unit,
  decimals,
  qualifier,
});

describe('parseQuantity', () => {
  const cases: [string | number, Quantity][] = [
    ['12,000', q(12000)],
    ['１２０００', q(12000)],
    ['１２，０００个', q(12000, '个')],
    ['1.2万个', q(1.2, '万个', 1)],
    ['约1.2亿元', q(1.2, '亿元', 1, '约')],
    ['约 1.2 万个', q(1.2, '万个', 1, '约')],
    ['98.7％', q(98.7, '%', 1)],
    ['412.60亿元', q(412.6, '亿元', 2)],
    ['-3.5%', q(-3.5, '%', 1)],
    ['−3.5%', q(-3.5, '%', 1)],
    ['超过1亿条', q(1, '亿条', 0, '超过')],
    ['突破2000万户', q(2000, '万户', 0, '突破')],
    ['500个以上', q(500, '个', 0, '以上')],
    ['500以上', q(500, '', 0, '以上')],
    ['7%左右', q(7, '%', 0, '左右')],
    ['12（个）', q(12, '个')],
    ['1.2（亿元）', q(1.2, '亿元', 1)],
    ['≥12个', q(12, '个', 0, '以上')],
    ['＞12个', q(12, '个', 0, '超过')],
    ['近300家', q(300, '家', 0, '近')],
    ['不足10家', q(10, '家', 0, '不足')],
    ['1200余家', q(1200, '家', 0, '超过')],
    ['3万多户', q(3, '万户', 0, '超过')],
    ['100+个', q(100, '个', 0, '超过')],
    ['17.8%＋', q(17.8, '%', 1, '超过')],
    ['累计达1,234家', q(1234, '家')],
    ['12.5个百分点', q(12.5, '百分点', 1)],
    ['一万二千', q(12000)],
    ['一万二千个', q(12000, '个')],
    ['十二', q(12)],
    ['三百零五家', q(305, '家')],
    ['两个', q(2, '个')],
    ['三十万个', q(30, '万个')],
    ['十二点五亿元', q(12.5, '亿元', 1)],
    ['百分之十二点五', q(12.5, '%', 1)],
    ['百分之百', q(100, '%')],
    ['五个百分点', q(5, '百分点')],
    ['负三', q(-3)],
    ['1.2万', q(1.2, '万', 1)],
    ['5000千瓦', q(5000, '千瓦')],
    [12.5, q(12.5, '', 1)],
    [0.1 + 0.2, q(0.3, '', 1)],
    [0, q(0)],
    ['-0', q(0)],
    ['-0.0', q(0, '', 1)],
    // As Excel marks a text, pasted.
    ["'296个", q(296, '个')],
  ];
  it.each(cases)('reads %s', (text, expected) => {
    expect(readQuantity(text)).toEqual({ ok: true, quantity: expected });
  });

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['进展顺利', 'noNumber'],
    ['数十家', 'vague'],
    ['若干', 'vague'],
    ['2—3条', 'severalNumbers'],
    ['2-3条', 'severalNumbers'],
    ['12 345', 'severalNumbers'],
    ['1万2千', 'severalNumbers'],
    ['5、6个', 'severalNumbers'],
    ['①128', 'leftover'],
    ['5²', 'leftover'],
    ['1½个', 'leftover'],
    ['两三个', 'leftover'],
    ['2022年9月30日', 'severalNumbers'],
    ['12个（其中新增3个）', 'severalNumbers'],
    ['第一批', 'leftover'],
    ['1.2.3', 'severalNumbers'],
    ['1,23', 'grouping'],
    ['1234567890123456', 'tooLong'],
    ['约500个左右', 'twoQualifiers'],
    ['今年120个', 'leftover'],
    ['120个智能水表企业平台', 'leftover'],
    ['120箩', 'unknownUnit'],
    ['12（预计）', 'unknownUnit'],
    ['12（个', 'unknownUnit'],
    ['≥12个以上', 'twoQualifiers'],
    ['1.2e5', 'severalNumbers'],
    ['一万二', 'leftover'],
    ['百分之五左右的企业', 'leftover'],
  ])('refuses %s as %s', (text, fault) => {
    expect(readQuantity(text)).toMatchObject({ ok: false, fault });
  });

  it('takes a number from a cell up to the last that a cell holds exactly', () => {
    expect(readQuantity(999_999_999_999_999).ok).toBe(true);
    expect(readQuantity(1e15)).toMatchObject({ ok: false, fault: 'tooLong' });
  });

  it('accepts units the caller knows', () => {
    expect(readQuantity('120箩', ['万箩'])).toEqual({ ok: true, quantity: q(120, '箩') });
    expect(readQuantity('120箩', ['万篮'])).toMatchObject({ ok: false, fault: 'unknownUnit' });
  });

  it('never throws, whatever the text', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'0123456789,.-+%约近超万亿千百十一两点个元以上至 —零负余多'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nasty, fc.double()), (text) => {
        const reading = readQuantity(text);
        return !reading.ok || Number.isFinite(reading.quantity.value);
      }),
      { numRuns: 3000 },
    );
  });

  const quantities = fc
    .record({
      digits: fc.integer({ min: -999_999_999, max: 999_999_999 }),
      decimals: fc.integer({ min: 0, max: 3 }),
      unit: fc.constantFrom('', '个', '万个', '亿元', '万亿元', '%', '百分点', '万户', '千瓦', '人次'),
      qualifier: fc.constantFrom<Quantity['qualifier']>(
        '',
        '约',
        '近',
        '超过',
        '突破',
        '以上',
        '左右',
        '不足',
        '以下',
      ),
    })
    .map(({ digits, decimals, unit, qualifier }) =>
      q(digits / 10 ** decimals || 0, unit, decimals, qualifier),
    );

  it('reads plain digits as what stands beside other words', () => {
    const digits = fc.stringMatching(/^\d{1,17}(?:\.\d{0,4})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        const [alone, within] = [readQuantity(text), readQuantity(`为${text}`)];
        if (alone.ok) expect(alone).toEqual(within);
        else expect(within).toMatchObject({ ok: false, fault: alone.fault });
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back whatever formatQuantity writes', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        expect(parseQuantity(formatQuantity(quantity))).toEqual(quantity);
      }),
    );
  });
});

describe('units', () => {
  it('splits magnitude and base', () => {
    expect(splitUnit('万亿元')).toEqual({ magnitude: '万亿', exponent: 12, base: '元' });
    expect(splitUnit('万千瓦')).toEqual({ magnitude: '万', exponent: 4, base: '千瓦' });
    expect(splitUnit('百分点')).toEqual({ magnitude: '', exponent: 0, base: '百分点' });
  });

  it('converts between magnitudes exactly, without inventing digits', () => {
    expect(convertUnit(q(12000, '个'), '万个')).toEqual(q(1.2, '万个', 1));
    expect(convertUnit(q(1.23, '万个', 2), '个')).toEqual(q(12300, '个'));
    expect(convertUnit(q(14618000, '户'), '万户')).toEqual(q(1461.8, '万户', 1));
    expect(convertUnit(q(1.2, '万', 1), '个')).toEqual(q(12000, '个'));
    expect(convertUnit(q(7.1, '', 2), '%')).toEqual(q(7.1, '%', 2));
    expect(convertUnit(q(3, '家'), '个')).toBeUndefined();
    // The digits that were given stay where nothing moves.
    expect(convertUnit(q(7, '万', 2), '万个')).toEqual(q(7, '万个', 2));
    expect(convertUnit(q(7, '万户', 2), '万户')).toEqual(q(7, '万户', 2));
    // Nobody means 1.2亿%.
    for (const share of ['%', '‰', '百分点']) expect(convertUnit(q(1.2, '亿', 1), share)).toBeUndefined();
  });

  it.each([
    ['个', '家', true],
    ['家', '个', true],
    ['人', '名', true],
    ['家', '户', true],
    ['台', '套', true],
    ['批', '次', false],
    ['家', '人', false],
    ['个', '元', false],
    ['元', '个', false],
    ['%', '个', false],
    ['元', '元', true],
  ])('takes %s and %s for words of one count: %s', (left, right, same) => {
    expect(sameCount(left, right)).toBe(same);
  });

  it('tells people from things', () => {
    expect([mixesPersons('人', '个'), mixesPersons('家', '名'), mixesPersons('人', '名')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(mixesPersons('家', '个')).toBe(false);
  });

  it('converts there and back to the same value', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const there = convertUnit(q(value, '元'), '亿元');
        const back = there && convertUnit(there, '元');
        return back?.value === value && there?.decimals === decimalsOf(there?.value ?? 0);
      }),
    );
  });
});
