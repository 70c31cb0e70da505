// Builds everything listed in outputs() from the packages pinned in package-lock.json.
// `node build.mjs` writes the files; `node build.mjs --check` fails if they differ.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const SHIPPED = ['00-generators.min.js', '00-plotly.min.js'];
// Parts of plotly.js that no chart of ours has: its core registers them without being asked.
const UNUSED = ['errorbars', 'rangeselector', 'rangeslider', 'sliders', 'updatemenus'];
const RULE = '='.repeat(78);

const NOTICE_BEGIN = '--- begin: written by assets_src/plotly/build.mjs ---';
const NOTICE_END = '--- end: written by assets_src/plotly/build.mjs ---';

// Packages published without a licence file and without the licence text in their
// readme: the copyright line is theirs, the text is the standard one they name.
const MIT_WITHOUT_TEXT = {
  'has-hover': 'Copyright (c) Dima Yv <df.creative@gmail.com>',
  'native-promise-only': 'Copyright (c) Kyle Simpson <getify@gmail.com>',
};

const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

const text = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
const manifest = (folder) => JSON.parse(text(join(folder, 'package.json')));
const filesLike = (folder, pattern) => readdirSync(folder).filter((name) => pattern.test(name)).sort();

/** The folder of the package a bundled file belongs to (…/node_modules/[@scope/]name). */
function packageFolder(file) {
  const match = file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
  return match && join(HERE, match[1]);
}

/** A package's licence text: its licence files, else its readme, else the standard text. */
function licenceText(folder) {
  const { name } = manifest(folder);
  const files = filesLike(folder, /^(licen[cs]e|copying|notice)/i);
  if (files.some((file) => !/^notice/i.test(file))) {
    return files.map((file) => text(join(folder, file)).trim()).join('\n\n');
  }
  const [readme] = filesLike(folder, /^readme/i);
  const grant = readme && text(join(folder, readme)).match(/Copyright[^\n]*\n+Permission is hereby[^]*SOFTWARE\./i);
  if (grant) return grant[0].replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
  if (MIT_WITHOUT_TEXT[name] && manifest(folder).license === 'MIT') {
    return `${MIT_WITHOUT_TEXT[name]}\n\n${MIT_TEXT}`;
  }
  throw new Error(`${name}: no licence text found; read it and add it to build.mjs`);
}

function describe(folder) {
  const { name, version, license } = manifest(folder);
  if (!license) throw new Error(`${name}: no licence named in its package.json`);
  const licence = licenceText(folder);
  const lines = licence.match(/^\W*copyright (?:\(c\)|©|\d{4}|[A-Z]\w+, ).*$/gim) ?? [];
  const copyright = [...new Set(lines.map((line) => line.trim()))];
  if (copyright.length === 0) throw new Error(`${name}: no copyright line found`);
  return { name, version, license, licence, copyright };
}

/** A file of plotly.js with some of its lines written otherwise; fails where one is there no more. */
const rewritten = (name, filter, changes) => ({
  name,
  setup: ({ onLoad }) => onLoad({ filter }, ({ path }) => {
    let contents = text(path);
    for (const [line, other] of changes) {
      if (!contents.includes(line)) throw new Error(`plotly.js has this no more: ${line.trim()}`);
      contents = contents.replace(line, other);
    }
    return { contents };
  }),
});

/** plotly.js' core without the components that nobody draws with. */
const smallerCore = rewritten(
  'smaller-core',
  /plotly\.js\/src\/core\.js$/,
  UNUSED.map((name) => [`    require('./components/${name}'),\n`, '']),
);

/** A graph that says how is let breathe between the steps of its drawing. */
const breathingPlot = rewritten('breathing-plot', /plotly\.js\/src\/plot_api\/plot_api\.js$/, [[
  '        Plots.previousPromises\n    );\n',
  '        Plots.previousPromises\n    );\n    if (gd._breathe) seq = seq.flatMap((step) => [gd._breathe, step]);\n',
]]);

async function bundle(entry) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    outfile: 'bundle.min.js',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'eof',
    define: { global: 'window', 'define.amd': 'false' },
    plugins: [smallerCore, breathingPlot],
    alias: { 'country-iso-search': './nothing.js', 'd3-geo-projection': './nothing.js' },
    // Only the map trace types, which are not part of the bundle, have a style sheet.
    loader: { '.css': 'empty' },
    logLevel: 'warning',
  });
  const [output] = Object.values(result.metafile.outputs);
  const folders = Object.entries(output.inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && !file.endsWith('.css'))
    .map(([file]) => packageFolder(file))
    .filter(Boolean);
  // A package can be installed in two places; the same version is listed once.
  const found = new Map([...new Set(folders)].map(describe).map((item) => [`${item.name} ${item.version}`, item]));
  const packages = [...found.keys()].sort().map((key) => found.get(key));
  return { code: result.outputFiles[0].text, packages };
}

function banner({ version }) {
  const traces = [...text(join(HERE, 'bundle.js')).matchAll(/plotly\.js\/lib\/(?!core)([\w-]+)/g)].map((m) => m[1]);
  return `/*!
 * plotly.js v${version}, partial bundle: ${traces.join(', ')}
 * Copyright 2012-2026, Plotly, Inc. All rights reserved.
 * Licensed under the MIT license.
 * Licences of plotly.js and of the packages bundled with it: 00-plotly.LICENSE.txt
 * Built by assets_src/plotly/build.mjs; do not edit.
 */
`;
}

function shortBanner({ name, version, license, copyright }) {
  return `/*!
 * ${name} v${version}
 * ${copyright.join('\n * ')}
 * Licensed under the ${license} license: 00-plotly.LICENSE.txt
 * Built by assets_src/plotly/build.mjs; do not edit.
 */
`;
}

function licenceFile(packages) {
  const entries = packages.map(({ name, version, license, licence }) =>
    [RULE, `${name} ${version} (${license})`, RULE, '', licence, ''].join('\n'));
  return [`${SHIPPED.join(' and ')} contain the packages below, each under its own licence.`, '', ...entries].join('\n');
}

function noticeEntry({ name, version, license, copyright }) {
  return [`${name} ${version}`, `  Licence: ${license}`, ...copyright.map((line) => `  ${line}`), ''].join('\n');
}

function noticeSection(packages, generators, axe) {
  const core = packages.find(({ name }) => name === 'plotly.js');
  const rest = packages.filter((item) => item !== core);
  return [
    NOTICE_BEGIN,
    '',
    'assets/00-plotly.min.js',
    '-----------------------',
    'A partial bundle of plotly.js. Full licence texts are in assets/00-plotly.LICENSE.txt.',
    '',
    noticeEntry(core),
    'Bundled with it:',
    '',
    ...rest.map(noticeEntry),
    'assets/00-generators.min.js',
    '---------------------------',
    'Licence text: assets/00-plotly.LICENSE.txt.',
    '',
    noticeEntry(generators),
    'tests/browser/vendor/axe.min.js (tests only, never served)',
    '----------------------------------------------------------',
    'Unmodified. Licence text: tests/browser/vendor/axe.LICENSE.txt; licences of what',
    'it bundles: tests/browser/vendor/axe.LICENSE-3RD-PARTY.txt.',
    '',
    noticeEntry(axe),
    NOTICE_END,
  ].join('\n');
}

/** NOTICE with the section between the two markers replaced; the rest is kept. */
function notice(section) {
  const path = join(ROOT, 'NOTICE');
  const old = text(path);
  const [begin, end] = [old.indexOf(NOTICE_BEGIN), old.indexOf(NOTICE_END)];
  if (begin < 0 || end < begin) throw new Error('NOTICE has lost the two marker lines');
  return old.slice(0, begin) + section + old.slice(end + NOTICE_END.length);
}

async function outputs() {
  const { code, packages } = await bundle('bundle.js');
  const small = await bundle('generators.js');
  const [generators] = small.packages;
  const plotly = packages.find(({ name }) => name === 'plotly.js');
  const axeFolder = join(HERE, 'node_modules', 'axe-core');
  const axeCode = readFileSync(join(axeFolder, 'axe.min.js'), 'utf8');
  const axe = {
    ...manifest(axeFolder),
    copyright: [axeCode.match(/Copyright \(c\)[^\n]*/)[0].trim()],
  };
  return {
    'assets/00-plotly.min.js': banner(plotly) + code,
    'assets/00-generators.min.js': shortBanner(generators) + small.code,
    'assets/00-plotly.LICENSE.txt': licenceFile([...packages, generators]),
    'tests/browser/vendor/axe.min.js': axeCode,
    'tests/browser/vendor/axe.LICENSE.txt': text(join(axeFolder, 'LICENSE')),
    'tests/browser/vendor/axe.LICENSE-3RD-PARTY.txt': text(join(axeFolder, 'LICENSE-3RD-PARTY.txt')),
    NOTICE: notice(noticeSection(packages, generators, axe)),
  };
}

const check = process.argv.includes('--check');
for (const [name, content] of Object.entries(await outputs())) {
  const path = join(ROOT, name);
  const same = existsSync(path) && readFileSync(path, 'utf8') === content;
  const bytes = Buffer.from(content);
  const sizes = name.endsWith('.js')
    ? ` raw ${bytes.length}, gzip ${gzipSync(bytes, { level: 9 }).length}, brotli ${brotliCompressSync(bytes).length}`
    : '';
  console.log(`${same ? 'same   ' : check ? 'DIFFERS' : 'written'} ${relative(ROOT, path)}${sizes}`);
  if (same) continue;
  if (check) {
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
