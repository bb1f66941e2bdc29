// Builds the site's files into a folder: style sheet, fonts, icon, script and WebAssembly, each named
// after its content, compressed beside itself, and listed in manifest.json.
//
//   node style/build.mjs OUT FOLDER_OF_WASM WASM_BINDGEN
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { compile } from 'sass';

const [out, built, wasmBindgen] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const modules = join(here, 'node_modules');
const work = mkdtempSync(join(tmpdir(), 'site-'));
const assets = join(work, 'assets');
mkdirSync(assets);

/** Writes a file under a name that holds its digest, with its compressed forms. */
function emit(name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const hashed = `${basename(name, extname(name))}-${digest}${extname(name)}`;
  writeFileSync(join(assets, hashed), bytes);
  if (extname(name) !== '.woff2') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(assets, `${hashed}.br`), brotliCompressSync(bytes, { params }));
    writeFileSync(join(assets, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return hashed;
}

function font(weight) {
  const folder = join(modules, 'dkfds/src/fonts/IBMPlexSans/split/woff2');
  return emit(`plex-${weight}.woff2`, readFileSync(join(folder, `IBMPlexSans-${weight}-Latin1.woff2`)));
}

/** The style sheet without the rules of the design system, and the exceptions in them, that no page of ours can use. */
async function purge(css) {
  const content = ['app/src/**/*.rs', 'public/*.js'].map((files) => join(root, files));
  const excepted = [...new Set([...css.matchAll(/:not\((\.[\w-]+)\)/g)].map((match) => match[1]))];
  const sheets = [css, excepted.map((name) => `${name}{top:0}`).join('')].map((raw) => ({ raw }));
  // Where something stands on the axis of a day is a number.
  const [used, exceptions] = await new PurgeCSS().purge({ content, css: sheets, safelist: [/^[td]-\d+$/] });
  const unused = new Set(excepted.filter((name) => !exceptions.css.includes(`${name}{`)));
  return used.css.replace(/:not\((\.[\w-]+)\)/g, (whole, name) => (unused.has(name) ? '' : whole));
}

async function style(name, replacements) {
  const options = { loadPaths: [join(modules, 'dkfds/src/stylesheets')], style: 'compressed', quietDeps: true };
  let css = await purge(compile(join(here, name), options).css);
  for (const [from, to] of replacements) {
    if (!css.includes(from)) throw new Error(`${name} does not use ${from}`);
    css = css.replaceAll(from, to);
  }
  const left = [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1].replaceAll('"', ''));
  const unknown = left.filter((url) => !url.startsWith('/assets/'));
  if (unknown.length) throw new Error(`the style sheet names files that are not served: ${unknown}`);
  return emit(name.replace('main', 'portal').replace('.scss', '.css'), css);
}

/** What the phone loads for an island: the loader and wasm-bindgen's glue in one file, beside the WebAssembly. */
async function bundle(island) {
  const glue = join(work, 'glue', island);
  execFileSync(wasmBindgen, [join(built, `${island}.wasm`), '--target', 'web', '--no-typescript', '--out-dir', glue, '--out-name', 'client']);
  const optimised = join(glue, 'optimised.wasm');
  execFileSync(join(modules, '.bin/wasm-opt'), [
    '-Oz', '--enable-bulk-memory', '--enable-multivalue', '--enable-mutable-globals',
    '--enable-nontrapping-float-to-int', '--enable-reference-types', '--enable-sign-ext', '--strip-debug', '--strip-producers', '--strip-target-features',
    join(glue, 'client_bg.wasm'), '-o', optimised,
  ]);
  const script = await build({
    entryPoints: [join(root, 'public', island === 'plan' ? 'plan-island.js' : 'island.js')],
    alias: { client: join(glue, 'client.js') },
    bundle: true, minify: true, format: 'esm', target: 'es2020', write: false, legalComments: 'none',
  });
  return { script: emit(`${island}.js`, script.outputFiles[0].contents), wasm: emit(`${island}.wasm`, readFileSync(optimised)) };
}

/** A script of pages without an island. */
async function script(name) {
  const script = await build({
    entryPoints: [join(root, 'public', name)],
    bundle: true, minify: true, format: 'esm', target: 'es2020', write: false, legalComments: 'none',
  });
  return emit(name, script.outputFiles[0].contents);
}

const font_regular = font('Regular');
const font_semibold = font('SemiBold');
const icon = emit('icon.svg', readFileSync(join(root, 'public/icon.svg')));
const others = readdirSync(join(root, 'public/i')).map((name) => ({ name, hashed: emit(name, readFileSync(join(root, 'public/i', name))) }));
const files = [
  ['/fonts/regular.woff2', `/assets/${font_regular}`],
  ['/fonts/semibold.woff2', `/assets/${font_semibold}`],
  ...others.map(({ name, hashed }) => [`/i/${name}`, `/assets/${hashed}`]),
];
const css = await style('main.scss', files);
const bundles = { find_help: await bundle('find-help'), deadline: await bundle('deadline'), plan: await bundle('plan') };
const manifest = { style: css, desk_style: await style('desk.scss', []), plan_style: await style('plan.scss', files), icon, font_regular, font_semibold, steps: await script('steps.js'), desk_script: await script('desk.js'), plan_script: await script('plan.js'), bundles, others: others.map((one) => one.hashed) };
writeFileSync(join(work, 'manifest.json'), JSON.stringify(manifest, null, 2));
// A server run by somebody else reads it; a temporary folder is its maker's alone.
chmodSync(work, 0o755);
rmSync(join(work, 'glue'), { recursive: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(dirname(out), { recursive: true });
try {
  renameSync(work, out);
} catch {
  // Another file system: copy instead.
  execFileSync('cp', ['-r', work, out]);
  rmSync(work, { recursive: true });
}
