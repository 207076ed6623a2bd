/** Messages of the render stage: fonts, browser, layout. */
import { innerTitles } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

export const glyphFromFallback = (character: string, family: string, fallback: string): Diagnostic =>
  diagnostic(
    'glyphFromFallback',
    'warning',
    `字体“${family}”缺“${character}”字（${codePointName(character.codePointAt(0) ?? 0)}），该字改用“${fallback}”。`,
    undefined,
  );

/** @param document where it stands */
export const glyphMissing = (codePoint: number, document: string): Diagnostic =>
  diagnostic(
    'glyphMissing',
    'warning',
    `现有字体都没有字符 ${codePointName(codePoint)}，该字印作“〓”。`,
    { file: document },
    '核对该字是否录错；确需使用的，请安装收有该字的字体。',
  );

export const chartNotDrawn = (id: string): Diagnostic =>
  diagnostic('chartNotDrawn', 'error', `图“${id}”没有画出，无法排入文件。`, undefined);

export const browserNotFound = (places: string[]): Diagnostic =>
  diagnostic(
    'browserNotFound',
    'error',
    '没有找到可用来生成 PDF 的浏览器（Chrome、Edge 或 Chromium）。',
    undefined,
    '安装 Chrome 或 Edge；已安装在别处的，用环境变量 PUPPETEER_EXECUTABLE_PATH 指明其可执行文件。',
    ...(places.length > 0 ? [`已查找：${places.join('、')}。`] : []),
  );

export const browserNotStarted = (path: string, reason: string): Diagnostic =>
  diagnostic(
    'browserNotStarted',
    'error',
    `浏览器“${path}”无法启动：${reason.split('\n')[0]}`,
    undefined,
    '用环境变量 PUPPETEER_EXECUTABLE_PATH 另指一个浏览器。',
    'Linux 缺少 libnss3 时请先安装；临时目录中的 chromium 文件不完整时，删除后重试。',
  );

/** A reason for browserNotStarted. */
export const noAnswer = (seconds: number): string =>
  `启动后${seconds}秒没有应答，可能不是浏览器，或者已经停住`;

/** A reason for browserNotStarted. */
export const NOT_ALLOWED = '没有这个文件，或者本用户没有执行它的权限';

/** A reason for browserNotStarted. */
export const DIED_AT_START = '刚启动就退出了';

/** A reason for printFailed. */
export const BROWSER_GONE = '浏览器中途退出';

export const finishFailed = (reason: string): Diagnostic =>
  diagnostic(
    'finishFailed',
    'error',
    `PDF 印出后处理时出错，没有生成：${reason.split('\n')[0]}`,
    undefined,
    '这是程序的差错，请告诉维护人员。',
  );

export const printFailed = (reason: string): Diagnostic =>
  diagnostic(
    'printFailed',
    'error',
    `排版中断，没有生成 PDF：${reason.split('\n')[0]}`,
    undefined,
    '请重试一次。',
  );

export const resourceNotLoaded = (url: string, reason: string): Diagnostic =>
  diagnostic(
    'resourceNotLoaded',
    'error',
    `排版所需的文件“${url}”没有读到（${reason}）。`,
    undefined,
    '字体文件可能已被移走或无权读取，运行 diaodu doctor 检查字体。',
  );

export const resourceRefused = (url: string): Diagnostic =>
  diagnostic('resourceRefused', 'error', `排版时有内容要求读取“${url}”，已拒绝。`, undefined);

export const fontUnusable = (family: string): Diagnostic =>
  diagnostic(
    'fontUnusable',
    'error',
    `字体“${family}”的文件已损坏或格式不受支持。`,
    undefined,
    '重新安装该字体，或运行 diaodu doctor 查看可替代的字体。',
  );

export const contentsUnsettled = (headings: string[]): Diagnostic =>
  diagnostic(
    'contentsUnsettled',
    'warning',
    `目录页码反复排版后仍不稳定：${headings.join('、')}。`,
    undefined,
    '核对这些标题在目录中的页码。',
  );

export const sheetTooFull = (name: string, longest: readonly string[]): Diagnostic =>
  diagnostic(
    'sheetTooFull',
    'error',
    `${name}应为一页，已精简到最短、缩到最小字号，仍然超出。`,
    undefined,
    `请精简其中较长的文字：${longest.map((text) => `“${text}”`).join('、')}。`,
  );

/** `title`: of the paper, on one line. */
export const addresseesTooMany = (title: string): Diagnostic =>
  diagnostic(
    'addresseesTooMany',
    'warning',
    `《${innerTitles(title)}》的主送机关过多，首页排不下正文。`,
    undefined,
    '请精简主送机关，或给文稿加上版记（document.yaml 的 imprint）：有版记的，主送机关自动移入版记（GB/T 9704 7.3.2）。',
    '主送机关由 templates 中该文稿 document.yaml 的 addressee 一行得出，可改写为统称，如“市直有关单位：”。',
  );
