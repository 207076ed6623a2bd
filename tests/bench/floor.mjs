// The least that the libraries alone take for the same content. Arguments: pdf or docx, the folder that dump.ts filled.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [format, folder] = process.argv.slice(2);
const numbers = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

if (format === 'pdf') {
  const { launch } = await import('puppeteer');
  const { default: chromium } = await import('@sparticuz/chromium');
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  const browser = await launch({
    executablePath: named ?? (await chromium.executablePath()),
    headless: named ? true : 'shell',
    pipe: true,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
  });
  const page = await browser.newPage();
  for (const number of numbers) {
    await page.goto(pathToFileURL(join(folder, `${number}.html`)).href, { waitUntil: 'load' });
    // As the program does: nothing is laid out on the screen, and a print does not wait for fonts.
    await page.evaluate('Promise.all([...document.fonts].map((font) => font.load())).then(() => 0)');
    const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    writeFileSync(join(folder, `${number}.pdf`), bytes);
  }
  await browser.close();
} else {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
  const cell = (text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) });
  for (const number of numbers) {
    const blocks = JSON.parse(readFileSync(join(folder, `${number}.json`), 'utf8'));
    const children = blocks.map(({ text, rows }) =>
      rows
        ? new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
        : new Paragraph(text),
    );
    const document = new Document({ sections: [{ children }] });
    writeFileSync(join(folder, `${number}.docx`), await Packer.toBuffer(document));
  }
}
