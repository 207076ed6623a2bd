/** What of a build is begun when, and how often. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { openProduction } from '../../src/render/production.ts';
import type { Renderer } from '../../src/render/render.ts';
import { testFonts } from '../support/fonts.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { officialTheme } from '../support/theme.ts';

const named = (name: string, style = 'official'): Document => ({ ...sampleDocument, name, style });

/** A renderer that only notes what it was asked for, and settles a document by a mark on its name. */
function opened({ failing = '' } = {}) {
  const asked: string[] = [];
  const renderer: Renderer = {
    getReady: () => undefined,
    expect: () => undefined,
    inAll: () => undefined,
    fit: async (document, _theme, _fonts, final) => {
      asked.push(`fit ${document.name}${final ? ` or ${final(document).name}` : ''}`);
      if (document.name === failing) throw new Error('browser gone');
      return { value: { ...document, name: `${document.name}!` }, diagnostics: [] };
    },
    render: async (document) => {
      asked.push(`render ${document.name}`);
      return { value: [], diagnostics: [] };
    },
    close: async () => undefined,
  };
  const production = openProduction(renderer, {
    fonts: testFonts(),
    themeOf: async ({ style }) => (style === 'official' ? officialTheme : undefined),
    final: (document) => ({ ...document, name: `${document.name}印` }),
  });
  return { asked, production };
}
const later = () => new Promise((resolve) => setImmediate(resolve));

describe('a production', () => {
  it('settles and renders a document without being waited for, once however often it is asked', async () => {
    const { asked, production } = opened();
    const document = named('报告');
    void production.render({ id: 'report', document });
    await later();
    expect(asked).toEqual(['fit 报告 or 报告印', 'render 报告!印']);
    const made = await production.render({ id: 'report', document });
    await production.settle(document);
    expect(made.document.name).toBe('报告!印');
    expect(asked).toHaveLength(2);
  });

  it('binds volumes of what was settled, when their turn has come', async () => {
    const { asked, production } = opened();
    const [frame, material] = [named('汇编'), named('议程')];
    const turn = deferred();
    const bind = (first: Document, [only]: readonly Document[]) => named(`${first.name}${only?.name}`);
    const volume = production.bind({ id: 'volume', frame, materials: [material], bind }, turn.promise);
    await later();
    expect(asked).toEqual([]);
    turn.resolve(undefined);
    expect((await volume).document.name).toBe('汇编!议程!印');
    expect(asked).toEqual(['fit 汇编', 'fit 议程', 'render 汇编!议程!印']);
  });

  it('makes nothing in a style that cannot be read', async () => {
    const { asked, production } = opened();
    const { rendered } = await production.render({ id: 'report', document: named('报告', 'none') });
    expect(rendered).toEqual({ value: undefined, diagnostics: [] });
    expect(asked).toEqual([]);
  });

  it('lets a failure wait for whoever asks', async () => {
    const { production } = opened({ failing: '报告' });
    const document = named('报告');
    void production.render({ id: 'report', document });
    await later();
    await expect(production.render({ id: 'report', document })).rejects.toThrow('browser gone');
  });
});

function deferred() {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
