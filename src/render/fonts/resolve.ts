/**
 * From roles (小标宋, 仿宋 …) to font files: fonts added by people, then real office fonts, then those that ship with us,
 * then free ones of the system. Only `build` and `doctor` come here: opening the files takes a moment.
 */
import { posix, win32 } from 'node:path';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import {
  bodyFontStandsIn,
  fontNameUnknown,
  fontNotFound,
  fontSkipped,
  fontStandsIn,
} from '../../base/messages/fonts.ts';
import { FONT_ROLES, type FontRole } from '../../model/document/font-role.ts';
import {
  FALLBACK_FILES,
  FALLBACK_PACKAGED,
  FREE,
  GENUINE,
  PACKAGED,
  type PackagedFont,
  ROLE_WORDS,
} from './candidates.ts';
import { firstFace, isCollection } from './collection.ts';
import type { FontFace, FontOrigin, FontSet, PreparedFont } from './face.ts';
import { type OpenFace, openFace } from './open-face.ts';
import { extractedFolder, type FontPlaces, indexFonts, ownFolders, systemFolders } from './places.ts';
import { openingBytes, preparedNames } from './prepared.ts';

export type { FontPlaces } from './places.ts';

/** A line of the report: what serves for a role. */
export type FontReportLine = Pick<FontFace, 'role' | 'family' | 'path' | 'origin' | 'standIn'> & {
  /** 仿宋, 楷体 … */
  word: string;
};

export interface ResolvedFonts {
  set: FontSet;
  report: FontReportLine[];
}

interface Candidate {
  path: string;
  prepared?: PreparedFont | undefined;
  origin: FontOrigin;
  standIn: boolean;
}

/** Out: undefined when a role has no usable font at all; stand-ins and unusable files are reported. */
export async function resolveFonts(effects: Effects, places: FontPlaces): Promise<Outcome<ResolvedFonts>> {
  const diagnostics: Diagnostic[] = [];
  const own = await indexFonts(ownFolders(places, effects), places, effects);
  const system = await indexFonts(systemFolders(places, effects), places, effects);
  diagnostics.push(...unknownFonts(own));
  const ready = new Set(places.prepared === undefined ? [] : await effects.list(places.prepared));
  const open = opener(effects, places, diagnostics);
  const faces: Partial<FontSet['faces']> = {};
  for (const role of FONT_ROLES) {
    const face = await firstUsable(candidatesFor(role, own, system, { places, ready }), role, open);
    if (!face) diagnostics.push(fontNotFound(ROLE_WORDS[role], PACKAGED[role].package));
    else {
      faces[role] = face;
      if (face.standIn)
        diagnostics.push(
          role === 'body' ? bodyFontStandsIn(face.family) : fontStandsIn(ROLE_WORDS[role], face.family),
        );
    }
  }
  const { title, body, kai, hei, song } = faces;
  if (!title || !body || !kai || !hei || !song) return { value: undefined, diagnostics };
  const spare = [
    ...FALLBACK_PACKAGED.flatMap((font) => packaged(font, { places, ready })),
    ...FALLBACK_FILES.flatMap((name) => {
      const path = system.get(name.toLowerCase());
      return path === undefined ? [] : [{ path, origin: 'system', standIn: true } as const];
    }),
  ];
  const fallbacks: FontFace[] = [];
  for (const candidate of spare) {
    const face = await firstUsable([candidate], 'song', open);
    if (face) fallbacks.push(face);
  }
  const set: FontSet = { faces: { title, body, kai, hei, song }, fallbacks };
  const report = Object.values(set.faces).map(({ role, family, path, origin, standIn }) => ({
    role,
    word: ROLE_WORDS[role],
    family,
    path,
    origin,
    standIn,
  }));
  return { value: { set, report }, diagnostics };
}

/** A font that someone put there on purpose must not go unused without a word. */
function unknownFonts(own: ReadonlyMap<string, string>): Diagnostic[] {
  const known = new Set(Object.values(GENUINE).flatMap((names) => names.map((name) => name.toLowerCase())));
  const suggested = FONT_ROLES.map((role) => `${ROLE_WORDS[role]}.ttf`);
  return [...own].flatMap(([name, path]) => (known.has(name) ? [] : [fontNameUnknown(path, suggested)]));
}

function candidatesFor(
  role: FontRole,
  own: ReadonlyMap<string, string>,
  system: ReadonlyMap<string, string>,
  ours: Ours,
): Candidate[] {
  const among = (names: readonly string[], index: ReadonlyMap<string, string>) =>
    names.flatMap((name) => index.get(name.toLowerCase()) ?? []);
  return [
    ...among(GENUINE[role], own).map((path): Candidate => ({ path, origin: 'user', standIn: false })),
    ...among(GENUINE[role], system).map((path): Candidate => ({ path, origin: 'office', standIn: false })),
    ...packaged(PACKAGED[role], ours),
    ...among(FREE[role], system).map((path): Candidate => ({ path, origin: 'system', standIn: true })),
  ];
}

/** Where the fonts lie that ship with us, and which files of places.prepared there are. */
interface Ours {
  places: FontPlaces;
  ready: ReadonlySet<string>;
}

function packaged(font: PackagedFont, { places, ready }: Ours): Candidate[] {
  const { prepared: folder, platform, resolvePackage } = places;
  const home = resolvePackage(font.package);
  if (home === undefined) return [];
  const { join } = platform === 'win32' ? win32 : posix;
  const { metrics, usual } = preparedNames(font);
  const prepared =
    folder !== undefined && ready.has(metrics) && ready.has(usual)
      ? { metrics: join(folder, metrics), usual: join(folder, usual) }
      : undefined;
  return [{ path: join(home, font.file), prepared, origin: 'package', standIn: true }];
}

type Found = Pick<Candidate, 'path' | 'prepared'>;
type Opener = (file: Found) => Promise<{ face: OpenFace; path: string } | undefined>;

async function firstUsable(
  candidates: readonly Candidate[],
  role: FontRole,
  open: Opener,
): Promise<FontFace | undefined> {
  for (const { path, prepared, origin, standIn } of candidates) {
    const opened = await open({ path, prepared });
    if (!opened) continue;
    const { family, weight, covers, measure } = opened.face;
    return { role, family, path: opened.path, prepared, weight, origin, standIn, covers, measure };
  }
  return undefined;
}

/** Opens each file once; what can't be used is reported once. */
function opener(effects: Effects, places: FontPlaces, diagnostics: Diagnostic[]): Opener {
  const opened = new Map<string, ReturnType<Opener>>();
  const openFile = async (file: Found): ReturnType<Opener> => {
    const { path } = file;
    const bytes = await openingBytes(file, effects);
    if (!bytes) return undefined;
    const whole = isCollection(bytes) ? await extracted(path, bytes, effects, places) : { path, bytes };
    const face = whole && openFace(whole.bytes);
    if (!face || face.outlines === 'cff') diagnostics.push(fontSkipped(path, face ? 'cff' : 'unreadable'));
    return whole && face?.outlines === 'truetype' ? { face, path: whole.path } : undefined;
  };
  return (file) => madeOnce(opened, file.path, () => openFile(file));
}

/** The first face of a collection as a file of its own in the user's folder, written once. */
async function extracted(
  path: string,
  collection: Uint8Array,
  effects: Effects,
  places: FontPlaces,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  const { join, parse } = places.platform === 'win32' ? win32 : posix;
  const bytes = firstFace(collection);
  if (!bytes) return undefined;
  const folder = extractedFolder(places, effects);
  const name = `${parse(path).name}-${bytes.length}.ttf`;
  if (!(await effects.list(folder)).includes(name)) await effects.write(join(folder, name), bytes);
  return { path: join(folder, name), bytes };
}
