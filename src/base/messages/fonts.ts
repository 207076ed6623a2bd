/** Messages about finding and adding fonts. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

export const fontStandsIn = (face: string, family: string): Diagnostic =>
  diagnostic(
    'fontStandsIn',
    'info',
    `没有找到${face}字体，PDF 中以“${family}”代替；Word 文件仍使用办公字体名。`,
    undefined,
    `安装${face}字体，或把字体文件放入工作区的 .diaodu/fonts 文件夹。`,
  );

export const bodyFontStandsIn = (family: string): Diagnostic =>
  diagnostic(
    'bodyFontStandsIn',
    'warning',
    `没有找到仿宋字体，PDF 正文以“${family}”代替；Word 文件仍使用办公字体名。`,
    undefined,
    'Debian、Ubuntu 等系统可运行 diaodu fonts，添加免费的仿宋字体。',
    '其他系统请安装仿宋字体，或把字体文件（如 simfang.ttf）放入工作区的 .diaodu/fonts 文件夹。',
  );

export const fontNotFound = (face: string, packageName: string): Diagnostic =>
  diagnostic(
    'fontNotFound',
    'error',
    `没有找到可用作${face}的字体。`,
    undefined,
    `重新运行 npm ci，恢复随程序提供的字体（${packageName}）。`,
    `安装${face}字体，或把字体文件放入工作区的 .diaodu/fonts 文件夹。`,
  );

type FontFault = 'unreadable' | 'cff';

const FAULTS: Record<FontFault, string> = {
  unreadable: '文件已损坏或格式不受支持',
  cff: '字形为 CFF 轮廓，嵌入 PDF 后不能保持为规范的字体',
};

export const fontSkipped = (path: string, fault: FontFault): Diagnostic =>
  diagnostic(
    'fontSkipped',
    'warning',
    `字体文件“${path}”没有采用：${FAULTS[fault]}。`,
    { file: path },
    '换用 TrueType 轮廓的字体文件（一般为 .ttf）。',
  );

export const fontNameUnknown = (path: string, suggested: string[]): Diagnostic =>
  diagnostic(
    'fontNameUnknown',
    'warning',
    `字体文件“${path}”没有采用：从文件名看不出用作哪种字体。`,
    { file: path },
    `把文件名改为 ${suggested.join('、')} 之一。`,
  );

export const fontAdded = (family: string, path: string): Diagnostic =>
  diagnostic('fontAdded', 'info', `已添加字体“${family}”：${path}。`, undefined);

export const fontAddingUnsupported = (): Diagnostic =>
  diagnostic(
    'fontAddingUnsupported',
    'error',
    '自动添加仿宋字体只适用于 Debian、Ubuntu 及同类系统（需要 apt-get 和 dpkg-deb）。',
    undefined,
    'Windows：在“设置—系统—可选功能”中添加“简体中文补充字体”，即可使用仿宋；装有 WPS 或 Office 的一般已有仿宋。',
    'macOS：安装 Microsoft Office 后即有仿宋；也可把 simfang.ttf 放入工作区的 .diaodu/fonts 文件夹。',
    '麒麟、统信等系统：在应用商店安装 WPS 中文字体，或把 simfang.ttf 放入工作区的 .diaodu/fonts 文件夹。',
  );

export const fontStepFailed = (step: string, detail: string): Diagnostic =>
  diagnostic(
    'fontStepFailed',
    'error',
    `${step}失败${detail ? `：${detail}` : ''}。`,
    undefined,
    '检查网络和软件源（apt-get update 后再试）；或把仿宋字体文件放入工作区的 .diaodu/fonts 文件夹。',
  );
