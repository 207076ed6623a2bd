/**
 * All documents of a build. Each is settled and rendered from the moment it is there, while others are still being
 * written; volumes are bound of what came out. The renderer sees to how many are at work.
 */
import type { Outcome } from '../base/diagnostic.ts';
import { madeOnce } from '../base/made-once.ts';
import { begun } from '../base/turn.ts';
import type { Document } from '../model/document/document.ts';
import type { Theme } from '../model/document/theme.ts';
import type { FontSet } from './fonts/face.ts';
import type { RenderedFile, Renderer } from './render.ts';

/** A document of a template, by the template's id. */
export interface Single {
  id: string;
  document: Document;
}

export interface Volume {
  id: string;
  frame: Document;
  materials: readonly Document[];
  /** In: the frame and the materials as they were settled. */
  bind(frame: Document, materials: readonly Document[]): Document;
}

export interface Made {
  id: string;
  document: Document;
  rendered: Outcome<RenderedFile[]>;
}

export interface Production {
  /** Has been begun when it returns; a document that was begun before is not begun again. */
  settle(document: Document): Promise<Outcome<Document>>;
  /** The same. */
  render(single: Single): Promise<Made>;
  /** @param turn it is begun when this has come */
  bind(volume: Volume, turn: Promise<unknown>): Promise<Made>;
}

export interface ProductionStyle {
  fonts: FontSet;
  /** The house style that the document names; undefined where it cannot be read: nothing is made then. */
  themeOf(document: Document): Promise<Theme | undefined>;
  /** From the settled document to the one that is printed. */
  final(settled: Document): Document;
}

const NOTHING = { value: undefined, diagnostics: [] };

export function openProduction(renderer: Renderer, { fonts, themeOf, final }: ProductionStyle): Production {
  const settled = new Map<Document, Promise<Outcome<Document>>>();
  const made = new Map<Document, Promise<Made>>();
  const fitted = async (document: Document, printed: boolean): Promise<Outcome<Document>> => {
    const theme = await themeOf(document);
    return theme ? renderer.fit(document, theme, fonts, printed ? final : undefined) : NOTHING;
  };
  const settle = (document: Document, printed = false): Promise<Outcome<Document>> =>
    madeOnce(settled, document, () => begun(fitted(document, printed)));
  const print = async (id: string, given: Document, document: Document | undefined): Promise<Made> => {
    if (!document) return { id, document: given, rendered: NOTHING };
    const printed = final(document);
    const theme = await themeOf(printed);
    return {
      id,
      document: printed,
      rendered: theme ? await renderer.render(printed, theme, fonts) : NOTHING,
    };
  };
  const rendered = async ({ id, document }: Single): Promise<Made> =>
    print(id, document, (await settle(document, true)).value);
  const bound = async ({ frame, materials, bind }: Volume): Promise<Document | undefined> => {
    const outcomes = await Promise.all([frame, ...materials].map((document) => settle(document)));
    const [first, ...rest] = outcomes.flatMap(({ value }) => value ?? []);
    return first && rest.length === materials.length ? bind(first, rest) : undefined;
  };
  return {
    settle: (document) => settle(document),
    render: (single) => madeOnce(made, single.document, () => begun(rendered(single))),
    bind: (volume, turn) => begun(turn.then(async () => print(volume.id, volume.frame, await bound(volume)))),
  };
}
