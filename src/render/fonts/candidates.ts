/**
 * Which font files may serve for which role, best first. A table to be extended: names are compared without regard to
 * case, in the folders of `places.ts`.
 */
import type { FontRole } from '../../model/document/font-role.ts';

/** What a clerk calls the face. */
export const ROLE_WORDS: Record<FontRole, string> = {
  title: '小标宋',
  body: '仿宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
};

/**
 * Files of the face itself: Windows and Office, Founder (also shipped with WPS, Kylin and UOS), Huawen (Office for Mac),
 * and what people call such a file when they put it into the fonts folder themselves.
 */
export const GENUINE: Record<FontRole, readonly string[]> = {
  title: [
    'FZXBSJW.TTF',
    'FZXBSJW--GB1-0.ttf',
    'FZXBSK.TTF',
    'FZXBSK--GBK1-0.ttf',
    '方正小标宋简体.ttf',
    '方正小标宋_GBK.ttf',
    '小标宋.ttf',
  ],
  body: [
    '仿宋_GB2312.ttf',
    'FangSong_GB2312.ttf',
    'simfang.ttf',
    'FangSong.ttf',
    'FZFSJW.TTF',
    'FZFSK.TTF',
    'STFANGSO.TTF',
    '仿宋.ttf',
    'FandolFang-Regular.ttf',
  ],
  kai: [
    '楷体_GB2312.ttf',
    'KaiTi_GB2312.ttf',
    'simkai.ttf',
    'KaiTi.ttf',
    'FZKTJW.TTF',
    'FZKTK.TTF',
    'STKAITI.TTF',
    '楷体.ttf',
  ],
  hei: ['simhei.ttf', 'FZHTJW.TTF', 'FZHTK.TTF', '黑体.ttf'],
  song: ['simsun.ttf', 'simsun.ttc', 'FZSSJW.TTF', 'FZSSK.TTF', 'STSONG.TTF', '宋体.ttf'],
};

export interface PackagedFont {
  package: string;
  file: string;
}

const noto = (face: 'serif' | 'sans', folder: string): PackagedFont => ({
  package: `@expo-google-fonts/noto-${face}-sc`,
  file: `${folder}/Noto${face === 'serif' ? 'Serif' : 'Sans'}SC_${folder}.ttf`,
});
const SERIF = noto('serif', '400Regular');
const SERIF_BOLD = noto('serif', '700Bold');
const SANS = noto('sans', '500Medium');
/** The file called “latin” holds the whole face. */
const WENKAI: PackagedFont = {
  package: '@fontsource/lxgw-wenkai',
  file: 'files/lxgw-wenkai-latin-500-normal.woff',
};

/** Stand-ins that ship with us. The bold serif for titles is also the real bold of 宋体. */
export const PACKAGED: Record<FontRole, PackagedFont> = {
  title: SERIF_BOLD,
  body: SERIF,
  kai: WENKAI,
  hei: SANS,
  song: SERIF,
};

/** All that ship with us. */
export const SHIPPED: readonly PackagedFont[] = [SERIF, SERIF_BOLD, SANS, WENKAI];

/** Free fonts with TrueType outlines that a Linux system may have. */
export const FREE: Record<FontRole, readonly string[]> = {
  title: ['gbsn00lp.ttf'],
  body: ['gbsn00lp.ttf'],
  kai: ['LXGWWenKai-Regular.ttf', 'gkai00mp.ttf'],
  hei: ['DroidSansFallbackFull.ttf', 'DroidSansFallback.ttf'],
  song: ['gbsn00lp.ttf'],
};

/** Tried in this order for characters that a face lacks: first what has most characters and looks most like 宋体. */
export const FALLBACK_PACKAGED: readonly PackagedFont[] = [SERIF, SANS, WENKAI];
/** Rare characters (SimSun-ExtB) and symbols. */
export const FALLBACK_FILES: readonly string[] = ['simsunb.ttf', 'DejaVuSans.ttf'];
