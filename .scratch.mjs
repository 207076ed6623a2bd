// tests/render/zz.scratch.ts
import { writeFileSync, readdirSync } from "node:fs";

// src/base/diagnostic.ts
function hasErrors(diagnostics) {
  return diagnostics.some((d) => d.severity === "error");
}
function diagnostic(code, severity, message, at, ...hints) {
  return at ? { code, severity, message, at, hints } : { code, severity, message, hints };
}

// src/base/messages/render.ts
var codePointName = (codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
var glyphFromFallback = (character, family, fallback) => diagnostic(
  "glyphFromFallback",
  "warning",
  `\u5B57\u4F53\u201C${family}\u201D\u7F3A\u201C${character}\u201D\u5B57\uFF08${codePointName(character.codePointAt(0) ?? 0)}\uFF09\uFF0C\u8BE5\u5B57\u6539\u7528\u201C${fallback}\u201D\u3002`,
  void 0
);
var glyphMissing = (codePoint) => diagnostic(
  "glyphMissing",
  "warning",
  `\u73B0\u6709\u5B57\u4F53\u90FD\u6CA1\u6709\u5B57\u7B26 ${codePointName(codePoint)}\uFF0C\u8BE5\u5B57\u5370\u4F5C\u201C\u3013\u201D\u3002`,
  void 0,
  "\u6838\u5BF9\u8BE5\u5B57\u662F\u5426\u5F55\u9519\uFF1B\u786E\u9700\u4F7F\u7528\u7684\uFF0C\u8BF7\u5B89\u88C5\u6536\u6709\u8BE5\u5B57\u7684\u5B57\u4F53\u3002"
);
var chartNotDrawn = (id) => diagnostic("chartNotDrawn", "error", `\u56FE\u201C${id}\u201D\u6CA1\u6709\u753B\u51FA\uFF0C\u65E0\u6CD5\u6392\u5165\u6587\u4EF6\u3002`, void 0);
var browserNotFound = (places) => diagnostic(
  "browserNotFound",
  "error",
  "\u6CA1\u6709\u627E\u5230\u53EF\u7528\u6765\u751F\u6210 PDF \u7684\u6D4F\u89C8\u5668\uFF08Chrome\u3001Edge \u6216 Chromium\uFF09\u3002",
  void 0,
  "\u5B89\u88C5 Chrome \u6216 Edge\uFF1B\u5DF2\u5B89\u88C5\u5728\u522B\u5904\u7684\uFF0C\u7528\u73AF\u5883\u53D8\u91CF PUPPETEER_EXECUTABLE_PATH \u6307\u660E\u5176\u53EF\u6267\u884C\u6587\u4EF6\u3002",
  ...places.length > 0 ? [`\u5DF2\u67E5\u627E\uFF1A${places.join("\u3001")}\u3002`] : []
);
var browserNotStarted = (path, reason) => diagnostic(
  "browserNotStarted",
  "error",
  `\u6D4F\u89C8\u5668\u201C${path}\u201D\u65E0\u6CD5\u542F\u52A8\uFF1A${reason.split("\n")[0]}`,
  void 0,
  "\u7528\u73AF\u5883\u53D8\u91CF PUPPETEER_EXECUTABLE_PATH \u53E6\u6307\u4E00\u4E2A\u6D4F\u89C8\u5668\u3002",
  "Linux \u7F3A\u5C11 libnss3 \u65F6\u8BF7\u5148\u5B89\u88C5\uFF1B\u4E34\u65F6\u76EE\u5F55\u4E2D\u7684 chromium \u6587\u4EF6\u4E0D\u5B8C\u6574\u65F6\uFF0C\u5220\u9664\u540E\u91CD\u8BD5\u3002"
);
var printFailed = (reason) => diagnostic("printFailed", "error", `\u6392\u7248\u4E2D\u65AD\uFF0C\u6CA1\u6709\u751F\u6210 PDF\uFF1A${reason.split("\n")[0]}`, void 0, "\u8BF7\u91CD\u8BD5\u4E00\u6B21\u3002");
var resourceNotLoaded = (url, reason) => diagnostic(
  "resourceNotLoaded",
  "error",
  `\u6392\u7248\u6240\u9700\u7684\u6587\u4EF6\u201C${url}\u201D\u6CA1\u6709\u8BFB\u5230\uFF08${reason}\uFF09\u3002`,
  void 0,
  "\u5B57\u4F53\u6587\u4EF6\u53EF\u80FD\u5DF2\u88AB\u79FB\u8D70\u6216\u65E0\u6743\u8BFB\u53D6\uFF0C\u8FD0\u884C diaodu doctor \u68C0\u67E5\u5B57\u4F53\u3002"
);
var resourceRefused = (url) => diagnostic("resourceRefused", "error", `\u6392\u7248\u65F6\u6709\u5185\u5BB9\u8981\u6C42\u8BFB\u53D6\u201C${url}\u201D\uFF0C\u5DF2\u62D2\u7EDD\u3002`, void 0);
var fontUnusable = (family) => diagnostic(
  "fontUnusable",
  "error",
  `\u5B57\u4F53\u201C${family}\u201D\u7684\u6587\u4EF6\u5DF2\u635F\u574F\u6216\u683C\u5F0F\u4E0D\u53D7\u652F\u6301\u3002`,
  void 0,
  "\u91CD\u65B0\u5B89\u88C5\u8BE5\u5B57\u4F53\uFF0C\u6216\u8FD0\u884C diaodu doctor \u67E5\u770B\u53EF\u66FF\u4EE3\u7684\u5B57\u4F53\u3002"
);
var contentsUnsettled = (headings) => diagnostic(
  "contentsUnsettled",
  "warning",
  `\u76EE\u5F55\u9875\u7801\u53CD\u590D\u6392\u7248\u540E\u4ECD\u4E0D\u7A33\u5B9A\uFF1A${headings.join("\u3001")}\u3002`,
  void 0,
  "\u6838\u5BF9\u8FD9\u4E9B\u6807\u9898\u5728\u76EE\u5F55\u4E2D\u7684\u9875\u7801\u3002"
);

// src/render/pdf/locate.ts
import { posix as posix2, win32 as win322 } from "node:path";

// src/render/pdf/candidates.ts
import { posix, win32 } from "node:path";
var WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Chromium\\Application\\chrome.exe"
];
var MACOS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Chromium.app/Contents/MacOS/Chromium"
];
var LINUX = [
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/lib/chromium/chromium",
  "/usr/bin/microsoft-edge-stable",
  "/usr/bin/microsoft-edge",
  "/opt/microsoft/msedge/msedge",
  "/snap/bin/chromium",
  "/opt/apps/cn.google.chrome/files/google/chrome/chrome",
  "/usr/bin/uos-browser-stable",
  "/usr/bin/qaxbrowser-safe-stable",
  "/usr/bin/browser360-cn-stable"
];
function browserCandidates(platform, env) {
  switch (platform) {
    case "win32": {
      const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(env);
      return roots.flatMap((root) => root ? WINDOWS.map((path) => win32.join(root, path)) : []);
    }
    case "darwin": {
      const home = env("HOME");
      const roots = ["/Applications", ...home ? [posix.join(home, "Applications")] : []];
      return roots.flatMap((root) => MACOS.map((path) => posix.join(root, path)));
    }
    default:
      return LINUX;
  }
}

// src/render/pdf/locate.ts
async function locateBrowser(host, effects2) {
  const named = effects2.env("PUPPETEER_EXECUTABLE_PATH");
  if (named) return { browser: { path: named, origin: "environment", shell: false }, searched: [named] };
  if (host.platform === "linux" && host.arch === "x64") {
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    return { browser: { path, origin: "package", shell: true }, searched: [path] };
  }
  const searched = browserCandidates(host.platform, effects2.env);
  for (const path of searched) {
    if (await exists(path, host, effects2)) return { browser: { path, origin: "installed", shell: false }, searched };
  }
  return { browser: void 0, searched };
}
async function exists(path, host, effects2) {
  const { dirname, basename } = host.platform === "win32" ? win322 : posix2;
  return (await effects2.list(dirname(path))).includes(basename(path));
}

// src/render/pdf/browser.ts
var CLOSE_MS = 5e3;
var BUSY_TRIES = 40;
var BUSY_WAIT_MS = 250;
var FLAGS = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-proxy-server",
  "--disable-domain-reliability",
  "--no-pings",
  "--disable-gpu",
  "--font-render-hinting=none"
];
var LINUX_FLAGS = ["--no-sandbox", "--no-zygote"];
async function openBrowser(host, effects2) {
  const { browser: located, searched } = await locateBrowser(host, effects2);
  if (!located) return { value: void 0, diagnostics: [browserNotFound(searched)] };
  try {
    const browser = await start(located, host);
    const version = await browser.version();
    const value = {
      located,
      version,
      newPage: () => browser.newPage(),
      close: () => close(browser)
    };
    return { value, diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: void 0, diagnostics: [browserNotStarted(located.path, reason)] };
  }
}
async function start(located, host, tries = BUSY_TRIES) {
  const { launch } = await import("puppeteer");
  try {
    return await launch({
      executablePath: located.path,
      headless: located.shell ? "shell" : true,
      pipe: true,
      waitForInitialPage: false,
      args: [...FLAGS, ...host.platform === "linux" ? LINUX_FLAGS : []]
    });
  } catch (error) {
    if (tries === 0 || !(error instanceof Error) || !error.message.includes("ETXTBSY")) throw error;
    await new Promise((resolve3) => setTimeout(resolve3, BUSY_WAIT_MS));
    return start(located, host, tries - 1);
  }
}
async function close(browser) {
  const child = browser.process();
  let timer;
  const late = new Promise((resolve3) => {
    timer = setTimeout(resolve3, CLOSE_MS);
  });
  await Promise.race([browser.close().catch(() => void 0), late]);
  clearTimeout(timer);
  if (child && child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

// src/render/fonts/strong.ts
var MAY_BE_BOLD = ["body", "song"];
function strongFace(face, fonts2) {
  if (!MAY_BE_BOLD.includes(face.role)) return face;
  const bold = Object.values(fonts2.faces).find((f) => f.family === face.family && f.weight >= 600);
  return bold ?? fonts2.faces.hei;
}

// src/render/html/inlines/break.ts
function breakHtml(_node) {
  return "<br>";
}

// src/render/html/inlines/emphasis.ts
function emphasisHtml(node, scope) {
  return `<em>${scope.inner(node.children, scope.context.fonts.faces.kai)}</em>`;
}

// src/render/html/escape.ts
var UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
function escapeText(text2) {
  return text2.replace(UNPRINTABLE, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeAttribute(text2) {
  return escapeText(text2).replaceAll('"', "&quot;").replace(/\s+/g, " ");
}
function anchor(id) {
  return `d-${id.replace(/[^A-Za-z0-9-]/gu, (c) => `_${c.codePointAt(0)?.toString(16)}_`)}`;
}
function cssString(text2) {
  return `"${text2.replace(/["\\<\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}

// src/render/html/text.ts
var GETA = "\u3013";
var INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;
var UNITS = "\u4E2A\u767E\u5206\u70B9|\u767E\u5206\u70B9|\u5E73\u65B9\u7C73|\u5E73\u65B9\u516C\u91CC|\u516C\u91CC|\u5B63\u5EA6|\u6708\u4EFD|[\u4E07\u4EBF](?:\u4EBA\u6B21|[\u5143\u4E2A\u5BB6\u6237\u6761\u53F0\u5957\u9879\u6B21\u4EBA\u5428\u4EF6])?|\u5E74\u5EA6|[\u5E74\u6708\u65E5\u4E2A\u5BB6\u6237\u6761\u9879\u6B21\u4EBA\u5143\u53F0\u5957\u4EF6\u6279\u6240\u540D\u5904\u671F%\uFF05\u2030]";
var NUMBER_WITH_UNIT = new RegExp(`\\d[\\d,.]*(?:${UNITS})`, "gu");
function faceFor(codePoint, face, fonts2) {
  return face.covers(codePoint) ? face : fonts2.fallbacks.find((fallback) => fallback.covers(codePoint));
}
function printable(text2, face, context) {
  let out = "";
  for (const character of text2) {
    const codePoint = character.codePointAt(0) ?? 0;
    const found = INVISIBLE.test(character) ? face : faceFor(codePoint, face, context.fonts);
    if (!found) context.report(glyphMissing(codePoint));
    else if (found !== face) context.report(glyphFromFallback(character, face.family, found.family));
    out += found ? character : GETA;
  }
  return out;
}
function textHtml(text2, face, context) {
  return escapeText(printable(text2, face, context)).replace(
    NUMBER_WITH_UNIT,
    (number) => `<span class="together">${number}</span>`
  );
}

// src/render/html/inlines/figure.ts
var LONGEST_PIECE = 12;
function figureHtml(node, scope) {
  const text2 = escapeText(printable(node.text, scope.face, scope.context));
  return [...node.text].length <= LONGEST_PIECE ? `<span class="figure together">${text2}</span>` : `<span class="figure">${text2}</span>`;
}

// src/render/html/inlines/reference.ts
function referenceHtml(node, scope) {
  const text2 = escapeText(printable(node.text, scope.face, scope.context));
  return `<a class="together" href="#${anchor(node.target)}">${text2}</a>`;
}

// src/model/status.ts
var STATUSES = [
  "done",
  "ahead",
  "onPace",
  "behind",
  "farBehind",
  "notStarted",
  "toVerify",
  "notReported"
];
var STATUS_FACES = {
  done: { word: "\u5DF2\u5B8C\u6210", symbol: "\u2605", light: "green" },
  ahead: { word: "\u8D85\u524D", symbol: "\u25B2", light: "green" },
  onPace: { word: "\u8FBE\u5230\u5E8F\u65F6\u8FDB\u5EA6", symbol: "\u25CF", light: "green" },
  behind: { word: "\u6EDE\u540E", symbol: "\u25C6", light: "yellow" },
  farBehind: { word: "\u4E25\u91CD\u6EDE\u540E", symbol: "\u25A0", light: "red" },
  notStarted: { word: "\u672A\u542F\u52A8", symbol: "\u25A1", light: "red" },
  toVerify: { word: "\u5F85\u6838\u5B9E", symbol: "\u25C7", light: "none" },
  notReported: { word: "\u672A\u62A5\u9001", symbol: "\u25CB", light: "none" }
};

// src/render/html/inlines/status.ts
function statusHtml(node, scope) {
  const { word, symbol } = STATUS_FACES[node.status];
  const print = (text2) => escapeText(printable(text2, scope.face, scope.context));
  if (node.symbolOnly) return `<span class="status" role="img" aria-label="${word}">${print(symbol)}</span>`;
  return `<span class="status together">${print(symbol)}${print(word)}</span>`;
}

// src/render/html/inlines/strong.ts
function strongHtml(node, scope) {
  const face = strongFace(scope.face, scope.context.fonts);
  const inner = scope.inner(node.children, face);
  return face === scope.face ? inner : `<strong class="strong-${scope.face.role}">${inner}</strong>`;
}

// src/render/html/inlines/text.ts
function plainTextHtml(node, scope) {
  return textHtml(node.text, scope.face, scope.context);
}

// src/render/html/inlines.ts
var RENDERERS = {
  text: plainTextHtml,
  strong: strongHtml,
  emphasis: emphasisHtml,
  figure: figureHtml,
  reference: referenceHtml,
  status: statusHtml,
  break: breakHtml
};
function inlinesHtml(nodes, face, context) {
  const scope = {
    context,
    face,
    inner: (children, innerFace) => inlinesHtml(children, innerFace, context)
  };
  return nodes.map((node) => RENDERERS[node.kind](node, scope)).join("");
}

// src/render/html/styled.ts
function styleFace(style, theme, fonts2) {
  const { font, bold } = theme.text[style];
  return bold ? strongFace(fonts2.faces[font], fonts2) : fonts2.faces[font];
}
function styled(nodes, style, context) {
  return inlinesHtml(nodes, styleFace(style, context.theme, context.fonts), context);
}
function styledText(text2, style, context) {
  return textHtml(text2, styleFace(style, context.theme, context.fonts), context);
}
function paragraph(nodes, style, context, more = "") {
  return `<p class="t-${style}${more && ` ${more}`}">${styled(nodes, style, context)}</p>`;
}

// src/render/html/blocks/paragraph.ts
var TEXT_STYLES = {
  body: "body",
  flush: "body",
  note: "note",
  centre: "body",
  right: "body",
  fine: "fine"
};
function paragraphHtml(block, context) {
  const style = TEXT_STYLES[block.style];
  return paragraph(
    block.children,
    style,
    context,
    style === "body" ? `p-${block.style} grid` : `p-${block.style}`
  );
}

// src/render/html/blocks/callout.ts
function calloutHtml(block, context) {
  const title = block.title.length > 0 ? paragraph(block.title, "heading1", context, "callout-title") : "";
  const inner = block.children.map((child) => paragraphHtml(child, context)).join("");
  return `<aside class="callout">${title}${inner}</aside>`;
}

// src/render/html/blocks/caption.ts
function captionHtml(number, caption, context) {
  if (number === "" && caption.length === 0) return "";
  const label = number === "" ? "" : `<span class="together">${styledText(number, "caption", context)}</span>\u3000`;
  return `<p class="t-caption caption">${label}${styled(caption, "caption", context)}</p>`;
}

// src/render/html/blocks/chart.ts
function chartHtml(block, context) {
  const svg = context.charts.get(block.id);
  if (!svg) context.report(chartNotDrawn(block.id));
  const drawing = `<div class="drawing" role="img" aria-label="${escapeAttribute(block.alt)}">${svg ?? ""}</div>`;
  const notes = block.notes.map((note) => paragraph(note, "note", context)).join("");
  return `<figure id="${anchor(block.id)}">${drawing}${captionHtml(block.number, block.caption, context)}${notes}</figure>`;
}

// src/render/html/blocks/contents.ts
function contentsHtml(block, context) {
  const lines = context.contents.filter((entry) => entry.level <= block.depth).map((entry) => {
    const target = anchor(entry.id);
    const text2 = styledText(entry.text, "contents", context);
    return `<li class="contents-${entry.level}"><a href="#${target}"><span>${text2}</span><span class="leader"></span><span class="contents-page" data-target="${target}"></span></a></li>`;
  });
  return `<nav class="contents"><p class="t-contentsTitle">${styledText(block.title, "contentsTitle", context)}</p><ol class="t-contents">${lines.join("")}</ol></nav>`;
}

// src/render/html/blocks/heading.ts
function headingHtml(block, context) {
  const style = `heading${block.level}`;
  const id = anchor(block.id);
  if (block.number.startsWith("\u9644\u4EF6")) {
    const number2 = styledText(block.number, "heading1", context);
    const title = styled(block.children, "title", context);
    return `<h${block.level} class="annex" id="${id}"><span class="t-heading1 annex-number">${number2}</span><span class="t-title annex-title">${title}</span></h${block.level}>`;
  }
  const number = styledText(block.number, style, context);
  return `<h${block.level} class="t-${style} grid" id="${id}">${number}${styled(block.children, style, context)}</h${block.level}>`;
}

// src/render/html/blocks/key-figures.ts
function boxesPerRow(count) {
  return count <= 4 ? Math.max(count, 1) : Math.ceil(count / Math.ceil(count / 4));
}
function keyFiguresHtml(block, context) {
  const boxes = block.items.map((item) => {
    const detail = item.detail.length > 0 ? paragraph(item.detail, "note", context) : "";
    return `<div class="key-figure">${paragraph(item.label, "keyLabel", context)}${paragraph(item.value, "keyFigure", context)}${detail}</div>`;
  });
  const row = boxesPerRow(block.items.length);
  return `<div class="key-figures" style="grid-template-columns:repeat(${row},1fr)">${boxes.join("")}</div>`;
}

// src/render/html/blocks/list.ts
function listHtml(block, context) {
  const tag = block.ordered ? "ol" : "ul";
  const items = block.items.map((item, index) => {
    const mark = block.ordered ? styledText(`${index + 1}.`, "body", context) : "";
    return `<li>${mark}${styled(item, "body", context)}</li>`;
  });
  return `<${tag} class="t-body grid">${items.join("")}</${tag}>`;
}

// src/render/html/blocks/page-break.ts
function pageBreakHtml(_block) {
  return '<div class="page-break"></div>';
}

// src/render/html/blocks/table-grid.ts
function cellColumns(rows) {
  const covered = [];
  return rows.map((row) => {
    let column = 0;
    const columns = row.map((cell2) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const start2 = column;
      for (let i = 0; i < cell2.colSpan; i += 1) covered[start2 + i] = cell2.rowSpan;
      column += cell2.colSpan;
      return start2;
    });
    covered.forEach((left, index) => {
      covered[index] = Math.max(0, left - 1);
    });
    return columns;
  });
}

// src/render/html/blocks/table.ts
var SMALL = 6;
function tableHtml(block, context) {
  const caption = captionHtml(block.number, block.caption, context);
  const unit = block.unitNote === "" ? "" : `<p class="t-note unit-note">${styledText(block.unitNote, "note", context)}</p>`;
  const head = rowsHtml(block.head, block, headStyle(block), context);
  const body2 = rowsHtml(block.body, block, bodyStyle(block), context);
  const notes = block.notes.map((note) => paragraph(note, "note", context)).join("");
  const size = block.body.length <= SMALL ? " small" : "";
  return `<div class="table${size}" id="${anchor(block.id)}">${caption}${unit}<table>${widths(block)}${head && `<thead>${head}</thead>`}<tbody>${body2}</tbody></table>${notes}</div>`;
}
function headStyle(block) {
  return block.density === "dense" ? "denseHead" : "tableHead";
}
function bodyStyle(block) {
  return block.density === "dense" ? "denseBody" : "tableBody";
}
function widths(block) {
  const whole = block.columns.reduce((sum, column) => sum + column.width, 0);
  const percent = (width) => (100 * width / whole).toFixed(3);
  return `<colgroup>${block.columns.map((c) => `<col style="width:${percent(c.width)}%">`).join("")}</colgroup>`;
}
function rowsHtml(rows, block, style, context) {
  const columns = cellColumns(rows);
  const inHead = rows === block.head;
  return rows.map((row, r) => {
    const cells = row.map((cell2, c) => {
      const column = columns[r]?.[c] ?? 0;
      const align = inHead ? "centre" : block.columns[column]?.align ?? "left";
      const classes = `t-${style} ${align}${column === 0 ? " edge" : ""}`;
      return cellHtml(cell2, classes, inHead, style, context);
    });
    return `<tr>${cells.join("")}</tr>`;
  }).join("");
}
function cellHtml(cell2, classes, inHead, style, context) {
  const tag = cell2.header || inHead ? "th" : "td";
  const scope = tag === "td" ? "" : inHead ? ' scope="col"' : ' scope="row"';
  const spans = `${cell2.colSpan > 1 ? ` colspan="${cell2.colSpan}"` : ""}${cell2.rowSpan > 1 ? ` rowspan="${cell2.rowSpan}"` : ""}`;
  const content = cell2.content.map((nodes) => styled(nodes, style, context)).join("<br>");
  return `<${tag} class="${classes}"${scope}${spans}>${content}</${tag}>`;
}

// src/render/html/blocks/title.ts
function titleHtml(block, context) {
  const marks = block.marks.map((mark) => `<p class="t-mark">${styledText(mark, "mark", context)}</p>`);
  const lines = block.lines.map((line) => styledText(line, "title", context)).join("<br>");
  const subtitle = block.subtitle.map((line) => paragraph(line, "subtitle", context));
  return `<header class="title-block">${marks.join("")}<p class="t-title title-lines">${lines}</p>${subtitle.join("")}</header>`;
}

// src/render/html/blocks.ts
var RENDERERS2 = {
  heading: headingHtml,
  paragraph: paragraphHtml,
  list: listHtml,
  table: tableHtml,
  chart: chartHtml,
  title: titleHtml,
  contents: contentsHtml,
  keyFigures: keyFiguresHtml,
  callout: calloutHtml,
  pageBreak: pageBreakHtml
};
function blockHtml(block, context) {
  return RENDERERS2[block.kind](block, context);
}

// src/render/html/plain.ts
function plainText(nodes) {
  return nodes.map(plainInline).join("");
}
function plainInline(node) {
  switch (node.kind) {
    case "text":
    case "figure":
    case "reference":
      return node.text;
    case "strong":
    case "emphasis":
      return plainText(node.children);
    case "status":
      return STATUS_FACES[node.status].symbol + (node.symbolOnly ? "" : STATUS_FACES[node.status].word);
    case "break":
      return "";
  }
}

// src/render/html/stylesheet/boxes.ts
function boxesCss(theme) {
  const rule = `0.5pt solid ${theme.colours.rule}`;
  return `figure{margin:8pt 0;break-inside:avoid}
.drawing{text-align:center;line-height:0}
.drawing svg{max-width:100%}
figure .caption{margin-top:2pt}
.key-figures{display:grid;gap:6pt;margin:8pt 0;break-inside:avoid}
.key-figure{border:${rule};background:${theme.colours.boxFill};padding:5pt 4pt;text-align:center}
.callout{border:${rule};background:${theme.colours.boxFill};padding:4pt 8pt;margin:8pt 0;break-inside:avoid}
.callout-title{text-align:center;break-after:avoid}
.callout .grid{letter-spacing:0}`;
}

// src/render/html/stylesheet/faces.ts
import { pathToFileURL } from "node:url";
var ASCENT = 88;
var DESCENT = 12;
function fontFaceRule(face) {
  const url = cssString(pathToFileURL(face.path).href);
  return `@font-face{font-family:${cssString(face.family)};font-weight:${face.weight};src:url(${url}) format("${face.format}");ascent-override:${ASCENT}%;descent-override:${DESCENT}%;line-gap-override:0%}`;
}
function allFaces(fonts2) {
  const faces = [...Object.values(fonts2.faces), ...fonts2.fallbacks];
  return faces.filter((face, index) => faces.findIndex((other) => other.path === face.path) === index);
}
function familyCss(face, fonts2) {
  const families = [face, ...fonts2.fallbacks].map((f) => cssString(f.family));
  return `font-family:${[...new Set(families)].join(",")};font-weight:${face.weight}`;
}
function facesCss(theme, fonts2) {
  const styles = Object.keys(theme.text).map((name) => {
    const { size, line } = theme.text[name];
    return `.t-${name}{${familyCss(styleFace(name, theme, fonts2), fonts2)};font-size:${size}pt;line-height:${line}pt}`;
  });
  const strong = Object.values(fonts2.faces).map(
    (face) => `.strong-${face.role}{${familyCss(strongFace(face, fonts2), fonts2)}}`
  );
  return [
    ...allFaces(fonts2).map(fontFaceRule),
    ...styles,
    ...strong,
    `em{${familyCss(fonts2.faces.kai, fonts2)};font-style:normal}`,
    `body{${familyCss(fonts2.faces.body, fonts2)}}`
  ].join("\n");
}

// src/render/html/stylesheet/geometry.ts
var MM_PER_POINT = 25.4 / 72;
var SLACK_MM = 0.1;
function geometry(theme) {
  const { page, text: text2 } = theme;
  const glyphMm = text2.body.size * MM_PER_POINT;
  const lineMm = text2.body.line * MM_PER_POINT;
  const halfLeadingMm = (lineMm - glyphMm) / 2;
  const textWidthMm = page.widthMm - page.marginsMm.binding - page.marginsMm.fore;
  const cellMm = textWidthMm / page.charactersPerLine;
  const marginTopMm = page.marginsMm.top - halfLeadingMm;
  const marginBottomMm = page.heightMm - marginTopMm - page.linesPerPage * lineMm - SLACK_MM;
  return {
    textWidthMm,
    cellMm,
    letterSpacingMm: cellMm - glyphMm,
    marginTopMm,
    marginBottomMm,
    lastLeadingMm: page.marginsMm.bottom - marginBottomMm
  };
}
function mm(length) {
  return `${Number(length.toFixed(4))}mm`;
}

// src/render/html/stylesheet/page.ts
var DASH_IN_EM = 0.52;
function pageCss(theme, fonts2, mark) {
  return [portraitCss(theme, fonts2, mark), landscapeCss(theme, fonts2, mark)].join("\n");
}
function portraitCss(theme, fonts2, mark) {
  const { page } = theme;
  const { marginTopMm, marginBottomMm, lastLeadingMm } = geometry(theme);
  const { binding, fore } = page.marginsMm;
  const down = page.pageNumber.belowMm - DASH_IN_EM * page.pageNumber.size * MM_PER_POINT - lastLeadingMm;
  const margins = (left, right) => `margin:${mm(marginTopMm)} ${mm(right)} ${mm(marginBottomMm)} ${mm(left)}`;
  const number = `${numberCss(theme, fonts2)};vertical-align:top;padding-top:${mm(down)}`;
  const small = `${markCss(theme, fonts2, mark)};vertical-align:top;padding-top:${mm(down)}`;
  return `@page portrait{size:${mm(page.widthMm)} ${mm(page.heightMm)};${margins(binding, fore)}}
@page portrait:right{${margins(binding, fore)};
@bottom-right{${number};text-align:right;padding-right:${side(theme)}}
@bottom-left{${small};text-align:left;padding-left:${side(theme)}}}
@page portrait:left{${margins(fore, binding)};
@bottom-left{${number};text-align:left;padding-left:${side(theme)}}
@bottom-right{${small};text-align:right;padding-right:${side(theme)}}}
.portrait{page:portrait}`;
}
function landscapeCss(theme, fonts2, mark) {
  const { page } = theme;
  const { top, bottom, binding, fore } = page.marginsMm;
  const away = page.pageNumber.belowMm - DASH_IN_EM * page.pageNumber.size * MM_PER_POINT;
  const margins = (head, foot) => `margin:${mm(head)} ${mm(top)} ${mm(foot)} ${mm(bottom)}`;
  const turned = `writing-mode:sideways-rl;vertical-align:top;padding-right:${mm(away)}`;
  const number = `${numberCss(theme, fonts2)};${turned}`;
  const small = `${markCss(theme, fonts2, mark)};${turned}`;
  return `@page landscape{size:${mm(page.heightMm)} ${mm(page.widthMm)};${margins(binding, fore)}}
@page landscape:right{${margins(binding, fore)};
@left-bottom{${number};text-align:right;padding-bottom:${side(theme)}}
@left-top{${small};text-align:left;padding-top:${side(theme)}}}
@page landscape:left{${margins(fore, binding)};
@left-top{${number};text-align:left;padding-top:${side(theme)}}
@left-bottom{${small};text-align:right;padding-bottom:${side(theme)}}}
.landscape{page:landscape}`;
}
function numberCss(theme, fonts2) {
  const { font, size } = theme.page.pageNumber;
  return `content:"\u2014 " counter(page) " \u2014";${familyCss(fonts2.faces[font], fonts2)};font-size:${size}pt;line-height:1;white-space:nowrap`;
}
function markCss(theme, fonts2, mark) {
  const { font, size } = theme.text.note;
  const line = theme.page.pageNumber.size;
  return `content:${mark === "" ? "none" : cssString(mark)};${familyCss(fonts2.faces[font], fonts2)};font-size:${size}pt;line-height:${line}pt;white-space:nowrap`;
}
function side(theme) {
  const { size, sideCharacters } = theme.page.pageNumber;
  return mm(size * sideCharacters * MM_PER_POINT);
}

// src/render/html/stylesheet/prose.ts
function proseCss(theme) {
  const { cellMm, letterSpacingMm } = geometry(theme);
  const line = `${theme.text.body.line}pt`;
  return `html{font-synthesis:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:${theme.colours.ink};line-break:strict;word-break:normal;overflow-wrap:anywhere;text-spacing-trim:normal;text-autospace:no-autospace;font-kerning:none;font-variant-ligatures:none}
p,h1,h2,h3,h4,ol,ul,li,figure,header,aside{margin:0;padding:0;list-style:none}
h1,h2,h3,h4{break-after:avoid;break-inside:avoid}
p,li{orphans:2;widows:2}
section+section{break-before:page}
.page-break{break-after:page;height:0}
.together{white-space:nowrap}
a{color:inherit;text-decoration:none}
.draft body *{visibility:hidden}
.grid{letter-spacing:${mm(letterSpacingMm)};text-align:justify}
.landscape .grid{letter-spacing:0}
h1,h2,h3,h4,.p-body,li{text-indent:${mm(2 * cellMm)}}
.p-centre{text-align:center}
.p-right{text-align:right}
.p-fine{text-align:justify;text-indent:2em}
.p-note{text-align:justify}
ul.grid li{text-indent:0;padding-left:${mm(2 * cellMm)}}
.title-block{margin-bottom:${line}}
.title-lines{text-align:center;margin-top:${line}}
.title-block .t-subtitle{text-align:center}
.annex{text-indent:0}
.annex-number,.annex-title{display:block}
.annex-number{margin-bottom:${line}}
.annex-title{text-align:center;margin-bottom:${line};text-wrap:balance}
.contents .t-contentsTitle{text-align:center;letter-spacing:1em;text-indent:1em;margin-bottom:${line}}
.contents li{text-indent:0}
.contents a{display:flex;align-items:last baseline}
.contents-2{padding-left:2em}
.contents-3{padding-left:4em}
.contents-4{padding-left:6em}
.leader{flex:1;min-width:2em;margin:0 0.4em;border-bottom:0.8pt dotted ${theme.colours.ink};position:relative;top:-0.3em}
.contents-page{min-width:1.6em;text-align:right}`;
}

// src/render/html/stylesheet/table.ts
function tableCss(theme) {
  const rule = `0.5pt solid ${theme.colours.rule}`;
  const strong = `1pt solid ${theme.colours.rule}`;
  return `.table{margin:8pt 0}
.table.small{break-inside:avoid}
.caption{text-align:center;text-wrap:balance;break-inside:avoid}
.table .caption,.unit-note{break-after:avoid}
.unit-note{text-align:right}
table{width:calc(100% - 1px);table-layout:fixed;border-collapse:separate;border-spacing:0;box-sizing:border-box;break-before:avoid}
tr{break-inside:avoid}
thead{display:table-header-group}
th,td{border-right:${rule};border-bottom:${rule};padding:2.5pt 3.5pt;vertical-align:middle;text-align:left}
.edge{border-left:${rule}}
.t-denseHead,.t-denseBody{padding:1.5pt 2.5pt}
thead tr:first-child th,table>tbody:nth-child(2) tr:first-child>*{border-top:${strong}}
tbody tr:last-child>*{border-bottom:${strong}}
thead th{background:${theme.colours.headFill}}
th.centre,td.centre{text-align:center}
th.right,td.right{text-align:right}
.table>.t-note,figure>.t-note{text-align:justify;padding-left:2em;text-indent:-2em}
.table>.unit-note{text-align:right;text-indent:0}
.table table+.t-note{break-before:avoid;margin-top:3pt}`;
}

// src/render/html/stylesheet.ts
function stylesheet(theme, fonts2, pageMark) {
  return [
    facesCss(theme, fonts2),
    pageCss(theme, fonts2, pageMark),
    proseCss(theme),
    tableCss(theme),
    boxesCss(theme)
  ].join("\n");
}

// src/render/html/document.ts
function contentsOf(document) {
  return document.sections.flatMap(
    (section) => section.blocks.flatMap((block) => {
      if (block.kind !== "heading" || !block.inContents) return [];
      const gap = block.number.startsWith("\u9644\u4EF6") ? "\u3000" : "";
      return [{ id: block.id, level: block.level, text: block.number + gap + plainText(block.children) }];
    })
  );
}
function documentHtml(document, inputs) {
  const problems = /* @__PURE__ */ new Map();
  const context = {
    ...inputs,
    contents: contentsOf(document),
    report: (problem) => problems.set(`${problem.code} ${problem.message}`, problem)
  };
  const { meta } = document;
  const numberFace = inputs.fonts.faces[inputs.theme.page.pageNumber.font];
  const css = stylesheet(inputs.theme, inputs.fonts, printable(meta.pageMark, numberFace, context));
  const sections = document.sections.map((section) => {
    const blocks = section.blocks.map((block) => blockHtml(block, context)).join("\n");
    return `<section class="${section.orientation}">
${blocks}
</section>`;
  });
  const html = `<!doctype html>
<html lang="${escapeAttribute(meta.language)}">
<head>
<meta charset="utf-8">
<title>${escapeText(meta.title)}</title>
<style>
${css}
</style>
</head>
<body>
${sections.join("\n")}
</body>
</html>
`;
  return { html, diagnostics: [...problems.values()] };
}

// src/render/pdf/destinations.ts
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString
} from "@cantoo/pdf-lib";
function openPdf(bytes) {
  return PDFDocument.load(bytes, { updateMetadata: false });
}
function namedDestinations(pdf) {
  const pages = pageNumbers(pdf);
  const dests = pdf.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const found = /* @__PURE__ */ new Map();
  for (const [name, target] of dests?.entries() ?? []) {
    const page = pageOf(pdf, target, pages);
    if (page !== void 0) found.set(name.decodeText(), page);
  }
  return found;
}
function bookmarks(pdf) {
  const pages = pageNumbers(pdf);
  const found = [];
  const walk = (parent, level) => {
    let item = parent.lookupMaybe(PDFName.of("First"), PDFDict);
    while (item) {
      const title = item.lookup(PDFName.of("Title"));
      const text2 = title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : "";
      const page = pageOf(pdf, item.get(PDFName.of("Dest")), pages);
      found.push({ title: text2, level, page: page ?? 0 });
      walk(item, level + 1);
      item = item.lookupMaybe(PDFName.of("Next"), PDFDict);
    }
  };
  const outlines = pdf.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict);
  if (outlines) walk(outlines, 1);
  return found;
}
function pageNumbers(pdf) {
  return new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index + 1]));
}
function pageOf(pdf, target, pages) {
  const array = target instanceof PDFRef ? pdf.context.lookup(target) : target;
  if (!(array instanceof PDFArray)) return void 0;
  const page = array.get(0);
  return page instanceof PDFRef ? pages.get(page.toString()) : void 0;
}

// src/render/pdf/finish.ts
import { PDFName as PDFName2 } from "@cantoo/pdf-lib";
function finishPdf(pdf, meta) {
  const date = /* @__PURE__ */ new Date(`${meta.date}T00:00:00Z`);
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  pdf.setAuthor(meta.author);
  pdf.setSubject(meta.subject);
  pdf.setKeywords(meta.keywords);
  pdf.setCreator("diaodu");
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.setLanguage(meta.language);
  pdf.catalog.set(PDFName2.of("PageMode"), PDFName2.of("UseOutlines"));
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY });
}

// src/render/pdf/page.ts
import { pathToFileURL as pathToFileURL2 } from "node:url";
var ADDRESS = "file:///diaodu/document.html";
async function loadPage(page, html, faces) {
  const problems = [];
  const allowed = new Set(faces.map((face) => pathToFileURL2(face.path).href));
  const refused = /* @__PURE__ */ new Set();
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    void answer(request, html, allowed, refused);
  });
  page.on("requestfailed", (request) => {
    const url = request.url();
    if (refused.has(url)) problems.push(resourceRefused(url));
    else problems.push(resourceNotLoaded(url, request.failure()?.errorText ?? ""));
  });
  await page.goto(ADDRESS, { waitUntil: "load" });
  const broken = await page.evaluate(
    "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'error').map((f) => f.family))"
  );
  if (problems.length > 0) return problems;
  return broken.map((family) => fontUnusable(family.replaceAll('"', "")));
}
function answer(request, html, allowed, refused) {
  if (request.url() === ADDRESS) {
    return request.respond({ contentType: "text/html; charset=utf-8", body: html });
  }
  if (allowed.has(request.url())) return request.continue();
  refused.add(request.url());
  return request.abort("blockedbyclient");
}

// src/render/pdf/render.ts
var MOST_PRINTS = 4;
var TIMEOUT_MS = 12e4;
var FINAL = { preferCSSPageSize: true, tagged: true, outline: true, timeout: TIMEOUT_MS };
var DRAFT = { preferCSSPageSize: true, tagged: false, outline: false, timeout: TIMEOUT_MS };
async function renderPdf(document, context) {
  const { html, diagnostics } = documentHtml(document, context);
  if (hasErrors(diagnostics)) return { value: void 0, diagnostics };
  try {
    const page = await context.browser.newPage();
    try {
      const problems = await loadPage(page, html, allFaces(context.fonts));
      diagnostics.push(...problems);
      const value = hasErrors(problems) ? void 0 : await printDocument(page, document, diagnostics);
      return { value, diagnostics };
    } finally {
      await page.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: void 0, diagnostics: [...diagnostics, printFailed(reason)] };
  }
}
async function printDocument(page, document, diagnostics) {
  const hasContents = document.sections.some((s) => s.blocks.some((b2) => b2.kind === "contents"));
  let written = hasContents ? await draftPages(page) : /* @__PURE__ */ new Map();
  for (let print = 1; ; print += 1) {
    await writeContents(page, written);
    const pdf = await openPdf(await page.pdf(FINAL));
    const pages = namedDestinations(pdf);
    const moved = hasContents ? movedHeadings(document, written, pages) : [];
    if (moved.length > 0 && print < MOST_PRINTS) {
      written = pages;
      continue;
    }
    if (moved.length > 0) diagnostics.push(contentsUnsettled(moved));
    return finished(pdf, document);
  }
}
async function draftPages(page) {
  await page.evaluate("document.documentElement.classList.add('draft')");
  const bytes = await page.pdf(DRAFT);
  await page.evaluate("document.documentElement.classList.remove('draft')");
  return namedDestinations(await openPdf(bytes));
}
async function writeContents(page, pages) {
  const table = JSON.stringify(Object.fromEntries(pages));
  await page.evaluate(
    `for (const e of document.querySelectorAll('.contents-page')) e.textContent = (${table})[e.dataset.target] ?? ''`
  );
}
function movedHeadings(document, written, pages) {
  return contentsOf(document).filter((entry) => written.get(anchor(entry.id)) !== pages.get(anchor(entry.id))).map((entry) => entry.text);
}
async function finished(pdf, document) {
  const list = bookmarks(pdf);
  const bytes = await finishPdf(pdf, document.meta);
  return { bytes, pages: pdf.getPageCount(), bookmarks: list };
}

// tests/support/fonts.ts
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// src/render/fonts/open-face.ts
import { Buffer } from "node:buffer";
import { create } from "fontkit";

// src/render/fonts/woff2.ts
import { brotliDecompressSync } from "node:zlib";
var KNOWN_TAGS = "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill";
var WANTED = ["OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"];
function isWoff2(bytes) {
  return bytes[0] === 119 && bytes[1] === 79 && bytes[2] === 70 && bytes[3] === 50;
}
function woff2Metrics(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flavour = view.getUint32(4);
  if (flavour === 1953784678) return void 0;
  const cursor = { at: 48 };
  const found = [];
  let start2 = 0;
  for (let i = 0; i < view.getUint16(12); i += 1) {
    const flags = view.getUint8(cursor.at);
    cursor.at += 1;
    const known = flags & 63;
    const tag = known === 63 ? asciiAt(bytes, cursor.at) : KNOWN_TAGS.slice(known * 5, known * 5 + 4);
    if (known === 63) cursor.at += 4;
    const version = flags >> 6;
    const original = base128(view, cursor);
    const transformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
    const length = transformed ? base128(view, cursor) : original;
    if (transformed && WANTED.includes(tag)) return void 0;
    if (WANTED.includes(tag)) found.push({ tag, start: start2, length });
    start2 += length;
  }
  const compressed = bytes.subarray(cursor.at, cursor.at + view.getUint32(20));
  const data = brotliDecompressSync(compressed);
  const tables = found.map((t) => ({ tag: t.tag, data: data.subarray(t.start, t.start + t.length) }));
  return sfnt(flavour, [...tables, { tag: "glyf", data: new Uint8Array() }]);
}
function asciiAt(bytes, at) {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
function base128(view, cursor) {
  let value = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = view.getUint8(cursor.at);
    cursor.at += 1;
    value = value * 128 + (byte & 127);
    if (!(byte & 128)) break;
  }
  return value;
}
function sfnt(flavour, tables) {
  const sorted = [...tables].sort((a, b2) => a.tag < b2.tag ? -1 : 1);
  const padded = (length) => length + 3 & ~3;
  const headLength = 12 + sorted.length * 16;
  const out = new Uint8Array(sorted.reduce((sum, t) => sum + padded(t.data.length), headLength));
  const view = new DataView(out.buffer);
  view.setUint32(0, flavour);
  view.setUint16(4, sorted.length);
  let offset = headLength;
  sorted.forEach((table, index) => {
    const entry = 12 + index * 16;
    for (let i = 0; i < 4; i += 1) view.setUint8(entry + i, table.tag.charCodeAt(i));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.data.length);
    out.set(table.data, offset);
    offset += padded(table.data.length);
  });
  return out;
}

// src/render/fonts/open-face.ts
function openFace(bytes) {
  const format = isWoff2(bytes) ? "woff2" : "truetype";
  const readable = format === "woff2" ? woff2Metrics(bytes) : bytes;
  const font = readable && parse(readable);
  if (!readable || !font) return void 0;
  const covers = (codePoint) => font.hasGlyphForCodePoint(codePoint);
  const advance = advanceReader(readable);
  return {
    family: font.familyName,
    postscriptName: font.postscriptName,
    weight: font["OS/2"].usWeightClass,
    format,
    outlines: tagOf(readable) === "OTTO" ? "cff" : "truetype",
    covers,
    measure: (text2) => {
      let sum = 0;
      for (const character of text2) {
        const codePoint = character.codePointAt(0) ?? 0;
        sum += covers(codePoint) ? advance(font.glyphForCodePoint(codePoint).id) : font.unitsPerEm;
      }
      return sum / font.unitsPerEm;
    }
  };
}
function parse(bytes) {
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return "fonts" in font ? void 0 : font;
  } catch {
    return void 0;
  }
}
function tagOf(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 4));
}
function advanceReader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsetOf = (tag) => {
    for (let i = 0; i < view.getUint16(4); i += 1) {
      const entry = 12 + i * 16;
      if (tagOf(bytes.subarray(entry, entry + 4)) === tag) return view.getUint32(entry + 8);
    }
    throw new Error(`font without ${tag} table`);
  };
  const hmtx = offsetOf("hmtx");
  const count = view.getUint16(offsetOf("hhea") + 34);
  return (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, count - 1));
}

// tests/support/fonts.ts
var MODULES = resolve("/work/main/tests/support", "../../node_modules");
var SERIF = "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf";
var SERIF_BOLD = "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf";
var SANS = "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf";
var WENKAI = "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2";
function packagedFace(role2, file, standIn) {
  const path = resolve(MODULES, file);
  const open = openFace(readFileSync(path));
  if (!open) throw new Error(`unreadable font ${file}`);
  const { family, format, weight, covers, measure } = open;
  return { role: role2, family, path, format, weight, origin: "package", standIn, covers, measure };
}
var loaded;
function testFonts() {
  loaded ??= {
    faces: {
      title: packagedFace("title", SERIF_BOLD, true),
      body: packagedFace("body", SERIF, true),
      kai: packagedFace("kai", WENKAI, true),
      hei: packagedFace("hei", SANS, true),
      song: packagedFace("song", SERIF, false)
    },
    fallbacks: [packagedFace("song", SERIF, false)]
  };
  return loaded;
}

// tests/support/theme.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";
import { parse as parse2 } from "yaml";

// src/model/theme.ts
import { z } from "zod";

// src/model/chart.ts
var TONES = [
  "done",
  "ahead",
  "onPace",
  "behind",
  "farBehind",
  "notStarted",
  "toVerify",
  "notReported",
  "primary",
  "secondary",
  "tertiary",
  "muted"
];

// src/model/theme.ts
var FONT_ROLES = ["title", "body", "kai", "hei", "song"];
var role = z.enum(FONT_ROLES);
var colour = z.string().regex(/^#[0-9A-F]{6}$/, "\u989C\u8272\u5E94\u5199\u4F5C #RRGGBB\uFF08\u5927\u5199\uFF09");
var textStyle = z.strictObject({
  font: role,
  size: z.number().positive(),
  /** Exact line pitch in points. */
  line: z.number().positive(),
  bold: z.boolean().default(false)
});
var PATTERNS = [
  "solid",
  "none",
  "diagonal",
  "backDiagonal",
  "cross",
  "dots",
  "horizontal",
  "vertical"
];
var themeSchema = z.strictObject({
  name: z.string(),
  page: z.strictObject({
    widthMm: z.number(),
    heightMm: z.number(),
    /** Ink box of the text, portrait. */
    marginsMm: z.strictObject({ top: z.number(), binding: z.number(), fore: z.number(), bottom: z.number() }),
    charactersPerLine: z.number().int(),
    linesPerPage: z.number().int(),
    pageNumber: z.strictObject({
      font: role,
      size: z.number(),
      belowMm: z.number(),
      sideCharacters: z.number()
    })
  }),
  /** Names written into DOCX: what Word and WPS find on an office PC. */
  officeFonts: z.record(role, z.string()),
  /** Latin letters and digits in DOCX. */
  latinFont: z.string(),
  text: z.strictObject({
    title: textStyle,
    subtitle: textStyle,
    heading1: textStyle,
    heading2: textStyle,
    heading3: textStyle,
    heading4: textStyle,
    body: textStyle,
    note: textStyle,
    fine: textStyle,
    caption: textStyle,
    tableHead: textStyle,
    tableBody: textStyle,
    denseHead: textStyle,
    denseBody: textStyle,
    contentsTitle: textStyle,
    contents: textStyle,
    keyFigure: textStyle,
    keyLabel: textStyle,
    mark: textStyle,
    chart: textStyle
  }),
  colours: z.strictObject({ ink: colour, red: colour, rule: colour, headFill: colour, boxFill: colour }),
  /** Fill of chart series and status cells: distinguishable in grey by luminance and pattern. */
  tones: z.record(z.enum(TONES), z.strictObject({ colour, pattern: z.enum(PATTERNS) }))
});

// tests/support/theme.ts
var FILE = resolve2("/work/main/tests/support", "../../templates/styles/official.yaml");
var officialTheme = themeSchema.parse(parse2(readFileSync2(FILE, "utf8")));

// tests/support/sample-document.ts
var HOSTILE = "<script>alert(1)</script> **\u7C97** | a | {{secret}} ::chart{} &amp; \u201C\u5F15\u53F7\u201D \\u0000 #\u4E0D\u662F\u6807\u9898";
var RARE = "\u4E07\u953D\u3001\u674E\u5803\u3001\u5F20\u7FC0\u3001\u738B\u73A5";
function text(value) {
  return { kind: "text", text: value };
}
function figure(printed, value, unit, decimals = 0) {
  const provenance = { kind: "count", what: "\u6837\u5F20" };
  return { kind: "figure", text: printed, figure: { value, unit, decimals, qualifier: "", provenance } };
}
function heading(level, id, number, title) {
  return { kind: "heading", level, id, number, children: [text(title)], inContents: level <= 2 };
}
function body(...children) {
  return { kind: "paragraph", style: "body", children };
}
function cell(...paragraphs) {
  return { content: paragraphs, colSpan: 1, rowSpan: 1, header: false };
}
var words = (value) => cell([text(value)]);
var sampleChart = {
  kind: "bar",
  categories: ["\u6570\u5B57\u6280\u672F\u521B\u65B0", "\u6570\u5B57\u4EA7\u4E1A\u96C6\u805A", "\u56ED\u533A\u6570\u5B57\u5316"],
  series: [
    {
      name: "\u5B8C\u6210\u5E74\u5EA6\u76EE\u6807\u6BD4\u4F8B",
      tone: "primary",
      points: [
        { value: 82.4, label: "82.4%", figure: null },
        { value: 71, label: "71%", figure: null },
        { value: null, label: "", figure: null }
      ]
    }
  ],
  valueAxis: { title: "%", min: 0, max: 100 },
  heightMm: 45,
  rule: { value: 75, label: "\u5E8F\u65F6\u8FDB\u5EA675%" }
};
var goals = {
  kind: "table",
  id: "goals",
  number: "\u88681",
  caption: [text("\u5E74\u5EA6\u76EE\u6807\u5B8C\u6210\u60C5\u51B5")],
  unitNote: "\u5355\u4F4D\uFF1A\u4E2A\u3001\u4EBF\u5143",
  columns: [
    { width: 1, align: "centre" },
    { width: 4, align: "left" },
    { width: 2, align: "right" },
    { width: 2, align: "right" },
    { width: 2, align: "centre" }
  ],
  head: [
    [
      { ...words("\u5E8F\u53F7"), rowSpan: 2, header: true },
      { ...words("\u76EE\u6807"), rowSpan: 2, header: true },
      { ...words("\u6570\u91CF"), colSpan: 2, header: true },
      { ...words("\u72B6\u6001"), rowSpan: 2, header: true }
    ],
    [
      { ...words("\u5E74\u5EA6\u76EE\u6807"), header: true },
      { ...words("\u7D2F\u8BA1\u5B8C\u6210"), header: true }
    ]
  ],
  body: STATUSES.map((status, index) => [
    words(String(index + 1)),
    words(`\u65B0\u589E\u7701\u7EA7\u79D1\u6280\u521B\u65B0\u5E73\u53F0\u7B2C${index + 1}\u6279`),
    cell([figure("15", 15, "\u4E2A")]),
    cell([figure(`${index + 3}`, index + 3, "\u4E2A")]),
    cell([{ kind: "status", status, symbolOnly: false }])
  ]),
  notes: [[text("\u6CE8\uFF1A\u6F14\u793A\u6570\u636E\uFF0C\u4E0D\u4EE3\u8868\u5B9E\u9645\u8FDB\u5C55\u3002")], [text("\u6570\u636E\u6765\u6E90\uFF1A\u5404\u5355\u4F4D2022\u5E74\u4E09\u5B63\u5EA6\u62A5\u9001\u3002")]],
  density: "normal"
};
var ledger = {
  kind: "table",
  id: "ledger",
  number: "\u88682",
  caption: [text("\u91CD\u70B9\u4EFB\u52A1\u53F0\u8D26")],
  unitNote: "",
  columns: [
    { width: 1, align: "centre" },
    { width: 3, align: "left" },
    { width: 6, align: "left" },
    { width: 2, align: "centre" }
  ],
  head: [["\u5E8F\u53F7", "\u4EFB\u52A1", "\u8FDB\u5C55", "\u72B6\u6001"].map((name) => ({ ...words(name), header: true }))],
  body: Array.from({ length: 40 }, (_, index) => [
    words(String(index + 1)),
    words(`\u4EFB\u52A1${index + 1}\uFF1A\u5EFA\u8BBE\u7701\u7EA7\u5DE5\u4E1A\u4E92\u8054\u7F51\u5E73\u53F0`),
    index === 2 ? words(HOSTILE) : cell(
      [text(`\u5DF2\u5B8C\u6210\u65B9\u6848\u8D77\u8349\uFF0C\u5F81\u6C42\u7701\u53D1\u6539\u59D4\u3001\u7701\u5DE5\u4FE1\u5385\u7B49\u5355\u4F4D\u610F\u89C1${index + 1}\u6B21\uFF0C\u8BA1\u5212\u56DB\u5B63\u5EA6\u5370\u53D1\u5B9E\u65BD\u3002`)],
      ...index % 3 === 0 ? [[text("\u4E0B\u4E00\u6B65\uFF1A\u6309\u7A0B\u5E8F\u62A5\u5BA1\u3002")]] : []
    ),
    cell([
      { kind: "status", status: STATUSES[index % STATUSES.length] ?? "onPace", symbolOnly: index % 2 === 1 }
    ])
  ]),
  notes: [],
  density: "dense"
};
var PROSE = "\u5404\u5730\u5404\u6709\u5173\u5355\u4F4D\u8BA4\u771F\u8D2F\u5F7B\u843D\u5B9E\u7701\u59D4\u3001\u7701\u653F\u5E9C\u51B3\u7B56\u90E8\u7F72\uFF0C\u6DF1\u5165\u63A8\u8FDB\u6570\u5B57\u7ECF\u6D4E\u505A\u4F18\u505A\u5F3A\u201C\u4E00\u53F7\u53D1\u5C55\u5DE5\u7A0B\u201D\uFF0C\u4E09\u5B63\u5EA6\u65B0\u589E5G\u57FA\u7AD91.2\u4E07\u4E2A\uFF0C\u7D2F\u8BA1\u8FBE\u52306.5\u4E07\u4E2A\uFF0C\u540C\u6BD4\u589E\u957F28.6%\uFF0C\u5B8C\u6210\u5E74\u5EA6\u76EE\u6807\u768482.4%\uFF0C\u5FEB\u4E8E\u5E8F\u65F6\u8FDB\u5EA67.4\u4E2A\u767E\u5206\u70B9\u3002";
function track(index, name) {
  return [
    heading(2, `track-${index}`, `\uFF08${"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D"[index - 1]}\uFF09`, `${name}\u4E13\u9879`),
    body(text(PROSE), text(PROSE)),
    heading(3, `track-${index}-lag`, "1.", "\u6EDE\u540E\u4E8B\u9879"),
    body(
      text(`\u8D1F\u8D23\u4EBA\uFF1A${RARE}\u3002`),
      { kind: "status", status: "behind", symbolOnly: false },
      text("\uFF1A"),
      text(PROSE)
    )
  ];
}
var portrait = [
  {
    kind: "title",
    lines: ["\u5168\u7701\u6570\u5B57\u7ECF\u6D4E\u201C\u4E00\u53F7\u53D1\u5C55\u5DE5\u7A0B\u201D", "2022\u5E74\u4E09\u5B63\u5EA6\u5DE5\u4F5C\u8FDB\u5C55\u60C5\u51B5\u62A5\u544A"],
    subtitle: [[text("\u7701\u53D1\u5C55\u6570\u5B57\u7ECF\u6D4E\u9886\u5BFC\u5C0F\u7EC4\u529E\u516C\u5BA4")], [text("\uFF08\u622A\u81F32022\u5E749\u670830\u65E5\uFF09")]],
    marks: ["\u4F1A\u8BAE\u6750\u6599\u4E4B\u56DB"]
  },
  { kind: "contents", title: "\u76EE\u5F55", depth: 2 },
  { kind: "pageBreak" },
  heading(1, "summary", "\u4E00\u3001", "\u603B\u4F53\u8FDB\u5C55"),
  body(text(PROSE), { kind: "strong", children: [text("\u52A0\u7C97\u7684\u8BDD")] }, text("\uFF0C"), {
    kind: "emphasis",
    children: [text("\u6977\u4F53\u7684\u8BDD")]
  }),
  body(
    text("\u8BE6\u89C1"),
    { kind: "reference", target: "goals", text: "\u88681" },
    text("\u3001"),
    {
      kind: "reference",
      target: "pace",
      text: "\u56FE1"
    },
    text("\uFF0C\u7D2F\u8BA1\u5B8C\u6210"),
    figure("12\u4E2A", 12, "\u4E2A"),
    text("\u3002")
  ),
  {
    kind: "keyFigures",
    items: [
      { label: [text("\u4EFB\u52A1\u603B\u6570")], value: [figure("97\u9879", 97, "\u9879")], detail: [text("\u6D89\u53CA15\u4E2A\u4E13\u9879")] },
      { label: [text("\u8FBE\u5230\u5E8F\u65F6\u8FDB\u5EA6\u4EE5\u4E0A")], value: [figure("81\u9879", 81, "\u9879")], detail: [text("\u536083.5%")] },
      { label: [text("\u6EDE\u540E")], value: [figure("12\u9879", 12, "\u9879")], detail: [] },
      { label: [text("\u672A\u62A5\u9001")], value: [figure("4\u9879", 4, "\u9879")], detail: [text("1\u4E2A\u5355\u4F4D")] }
    ]
  },
  goals,
  {
    kind: "chart",
    id: "pace",
    number: "\u56FE1",
    caption: [text("\u4E09\u4E2A\u4E13\u9879\u4E2D\u4E00\u4E2A\u5FEB\u4E8E\u5E8F\u65F6\u8FDB\u5EA6")],
    chart: sampleChart,
    notes: [[text("\u6570\u636E\u6765\u6E90\uFF1A\u5404\u5355\u4F4D\u62A5\u9001\uFF0C\u6F14\u793A\u6570\u636E\u3002")]],
    alt: "\u6761\u5F62\u56FE\uFF1A\u6570\u5B57\u6280\u672F\u521B\u65B082.4%\uFF0C\u6570\u5B57\u4EA7\u4E1A\u96C6\u805A71%\uFF0C\u56ED\u533A\u6570\u5B57\u5316\u672A\u62A5\u9001\uFF1B\u5E8F\u65F6\u8FDB\u5EA675%\u3002"
  },
  {
    kind: "callout",
    title: [text("\u9700\u534F\u8C03\u4E8B\u9879")],
    children: [body(text("\u8BF7\u7701\u53D1\u6539\u59D4\u7275\u5934\uFF0C\u4E8E2022\u5E7410\u670820\u65E5\u524D\u7814\u7A76\u80FD\u8017\u6307\u6807\u95EE\u9898\u3002"))]
  },
  heading(1, "tracks", "\u4E8C\u3001", "\u4E13\u9879\u8FDB\u5C55"),
  ...track(1, "\u6570\u5B57\u6280\u672F\u521B\u65B0"),
  ...track(2, "\u6570\u5B57\u4EA7\u4E1A\u96C6\u805A"),
  ...track(3, "\u56ED\u533A\u6570\u5B57\u5316"),
  heading(1, "next", "\u4E09\u3001", "\u4E0B\u4E00\u6B65\u5B89\u6392"),
  {
    kind: "list",
    ordered: true,
    items: [[text("\u538B\u5B9E\u8D23\u4EFB\uFF0C\u6309\u6708\u8C03\u5EA6\u3002")], [text("\u5BF9\u6EDE\u540E\u4E8B\u9879\u9010\u9879\u5EFA\u8D26\uFF0C\u9650\u671F\u9500\u53F7\u3002")]]
  },
  { kind: "list", ordered: false, items: [[text("\u5404\u8BBE\u533A\u5E02\u4EBA\u6C11\u653F\u5E9C\uFF1A\u6309\u804C\u8D23\u5206\u5DE5\u6293\u597D\u843D\u5B9E\u3002")]] },
  body(text(HOSTILE), { kind: "break" }, text("\u65AD\u884C\u4E4B\u540E\u3002")),
  { kind: "paragraph", style: "flush", children: [text("\u9876\u683C\u6BB5\u843D\uFF1A")] },
  { kind: "paragraph", style: "centre", children: [text("\u5C45\u4E2D\u6BB5\u843D")] },
  { kind: "paragraph", style: "right", children: [text("\u5C45\u53F3\u6BB5\u843D")] },
  { kind: "paragraph", style: "note", children: [text("\u6CE8\uFF1A\u5C0F\u5B57\u6CE8\u91CA\u3002")] },
  { kind: "paragraph", style: "fine", children: [text("\u65B9\u6CD5\u8BF4\u660E\uFF1A\u8FDB\u5EA6\u6309\u5B63\u5EA6\u672B\u5E94\u5B8C\u6210\u6BD4\u4F8B\u5224\u5B9A\u3002")] }
];
var sampleDocument = {
  name: "\u6837\u5F20",
  meta: {
    title: "\u5168\u7701\u6570\u5B57\u7ECF\u6D4E\u201C\u4E00\u53F7\u53D1\u5C55\u5DE5\u7A0B\u201D2022\u5E74\u4E09\u5B63\u5EA6\u5DE5\u4F5C\u8FDB\u5C55\u60C5\u51B5\u62A5\u544A",
    author: "\u7701\u53D1\u5C55\u6570\u5B57\u7ECF\u6D4E\u9886\u5BFC\u5C0F\u7EC4\u529E\u516C\u5BA4",
    subject: "\u5DE5\u4F5C\u8FDB\u5C55\u60C5\u51B5",
    keywords: ["\u6570\u5B57\u7ECF\u6D4E", "\u8C03\u5EA6"],
    date: "2022-09-30",
    language: "zh-CN",
    pageMark: "\u6F14\u793A\u6570\u636E"
  },
  sections: [
    { orientation: "portrait", blocks: portrait },
    { orientation: "landscape", blocks: [heading(1, "annex", "\u9644\u4EF61", "\u91CD\u70B9\u4EFB\u52A1\u53F0\u8D26"), ledger] },
    {
      orientation: "portrait",
      blocks: [
        heading(1, "method", "\u9644\u4EF62", "\u65B9\u6CD5\u8BF4\u660E"),
        heading(4, "rules", "\uFF081\uFF09", "\u89C4\u5219"),
        body(text(PROSE))
      ]
    }
  ]
};
var sampleCharts = /* @__PURE__ */ new Map([
  [
    "pace",
    '<svg xmlns="http://www.w3.org/2000/svg" width="150mm" height="45mm" viewBox="0 0 425 128"><rect x="100" y="20" width="240" height="20" fill="#1F4E79"/><text x="20" y="35" font-family="Noto Serif SC" font-size="9">\u6570\u5B57\u6280\u672F\u521B\u65B0</text></svg>'
  ]
]);

// tests/render/zz.scratch.ts
var t0 = performance.now();
var T = (s) => console.log(s, Math.round(performance.now() - t0));
var effects = { env: (n) => process.env[n], list: async (f) => readdirSync(f) };
var fonts = testFonts();
T("fonts");
writeFileSync("/tmp/pdf/s.html", documentHtml(sampleDocument, { theme: officialTheme, fonts, charts: sampleCharts }).html);
T("html");
var b = await openBrowser({ platform: "linux", arch: "x64" }, effects);
T("browser");
for (let i = 0; i < 2; i++) {
  const r = await renderPdf(sampleDocument, { theme: officialTheme, fonts, charts: sampleCharts, browser: b.value });
  T("pdf");
  console.log(r.diagnostics, r.value?.pages, r.value?.bookmarks.slice(0, 3));
  if (r.value) writeFileSync(`/tmp/pdf/s${i}.pdf`, r.value.bytes);
}
await b.value.close();
T("closed");
